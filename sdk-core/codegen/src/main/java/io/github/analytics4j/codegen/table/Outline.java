package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Markdown text to sections with their places. Only blocks on the top level count; lists and quotes are prose. */
final class Outline {

    /** Hostile text may nest quotes and brackets at will; a spec has no need to. */
    private static final int MAX_NESTING = 32;

    private static final Set<String> SPEC_COLUMNS = Set.of("Fact", "Field", "Parameter", "Value", "Setting");

    private final String file;
    private final List<String> lines;
    private final Problems problems;
    private final List<Section> sections = new ArrayList<>();

    private Outline(String file, String text, Problems problems) {
        this.file = file;
        this.lines = text.lines().toList();
        this.problems = problems;
    }

    /** The sections of a file, the title's first; text before the first heading is left out. */
    static List<Section> of(String file, String text, Problems problems) {
        Parser parser = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .maxOpenBlockParsers(MAX_NESTING)
                .maxInlineNesting(MAX_NESTING)
                .build();
        String unified = text.lines().collect(Collectors.joining("\n"));
        Outline outline = new Outline(file, unified, problems);
        for (Node node = parser.parse(unified).getFirstChild(); node != null; node = node.getNext()) {
            outline.add(node);
        }
        return outline.sections;
    }

    private void add(Node node) {
        if (node instanceof org.commonmark.node.Heading heading) {
            sections.add(new Section(heading(heading), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        } else if (!sections.isEmpty()) {
            addTo(sections.get(sections.size() - 1), node);
        }
    }

    private Heading heading(org.commonmark.node.Heading heading) {
        String text = MarkdownText.heading(firstLine(heading));
        if (heading.getLevel() == 1 && sections.isEmpty()) {
            return new Heading(Heading.Kind.TITLE, text, at(heading));
        }
        return Heading.of(text, at(heading), problems);
    }

    private void addTo(Section section, Node node) {
        boolean prose = section.heading().kind() == Heading.Kind.PROSE;
        if (node instanceof TableBlock table) {
            Table read = table(table);
            section.tables().add(read);
            if (prose
                    && SPEC_COLUMNS.contains(read.header().get(0))
                    && read.header().size() > 1) {
                problems.add(read.at(), "a table of the spec under a heading that is not one of the format");
            }
        } else if (node instanceof Paragraph paragraph) {
            addParagraph(section, paragraph);
        } else if (node instanceof FencedCodeBlock fence) {
            String info = fence.getInfo() == null ? "" : fence.getInfo();
            Fence read = new Fence(info.strip().toLowerCase(Locale.ROOT), fence.getLiteral(), at(fence));
            section.fences().add(read);
        }
    }

    private void addParagraph(Section section, Paragraph paragraph) {
        if (firstLine(paragraph).strip().startsWith("|")) {
            if (section.heading().kind() != Heading.Kind.PROSE) {
                problems.add(at(paragraph), "a table without a header: the second line has to be |---|---|");
                section.tables().add(new Table(List.of(), List.of(), at(paragraph)));
            }
            return;
        }
        section.paragraphs()
                .add(paragraph.getSourceSpans().stream()
                        .map(span -> lines.get(span.getLineIndex()).strip())
                        .map(MarkdownText::plain)
                        .collect(Collectors.joining(" ")));
    }

    private Table table(TableBlock block) {
        List<Table.Line> rows = new ArrayList<>();
        block.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof TableRow) {
                    SourceSpan span = node.getSourceSpans().get(0);
                    rows.add(new Table.Line(MarkdownText.cells(lines.get(span.getLineIndex())), at(node)));
                } else {
                    visitChildren(node);
                }
            }
        });
        return new Table(
                rows.get(0).cells(), rows.subList(1, rows.size()), rows.get(0).at());
    }

    private String firstLine(Block block) {
        return lines.get(block.getSourceSpans().get(0).getLineIndex());
    }

    private SourceLocation at(Node node) {
        return new SourceLocation(file, node.getSourceSpans().get(0).getLineIndex() + 1);
    }
}
