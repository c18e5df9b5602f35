package io.github.analytics4j.codegen.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.codegen.Modules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The READMEs as a reader of Markdown sees them. */
class ApiReadmeTest {

    static final List<String> MODULES = Modules.ALL;

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    /** What is on a page. */
    private static final class Seen extends AbstractVisitor {
        final Set<String> anchors = new HashSet<>();
        final List<String> links = new ArrayList<>();
        final List<Integer> cells = new ArrayList<>();
        final List<String> html = new ArrayList<>();

        @Override
        public void visit(Heading heading) {
            Node first = heading.getFirstChild();
            StringBuilder title = new StringBuilder();
            for (Node each = first; each != null; each = each.getNext()) {
                title.append(each instanceof Text text ? text.getLiteral() : "");
            }
            anchors.add("#"
                    + title.toString()
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^a-z0-9_ -]", "")
                            .replace(' ', '-'));
        }

        @Override
        public void visit(Link link) {
            links.add(link.getDestination());
        }

        @Override
        public void visit(HtmlBlock block) {
            html.add(block.getLiteral());
        }

        @Override
        public void visit(HtmlInline inline) {
            html.add(inline.getLiteral());
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableRow) {
                int count = 0;
                for (Node each = node.getFirstChild(); each != null; each = each.getNext()) {
                    count += each instanceof TableCell ? 1 : 0;
                }
                cells.add(count);
            }
            visitChildren(node);
        }
    }

    private static Seen seen(String markdown) {
        Seen seen = new Seen();
        PARSER.parse(markdown).accept(seen);
        return seen;
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void text_everyLinkInside_leadsToAHeading_andNoMarkupSlipsIn(String module) throws Exception {
        Seen seen = seen(new Modules(Path.of("../..")).expectedReadme(module));
        assertThat(seen.links)
                .filteredOn(each -> each.startsWith("#"))
                .isNotEmpty()
                .allMatch(seen.anchors::contains);
        assertThat(seen.links).filteredOn(each -> !each.startsWith("#")).allMatch(each -> each.startsWith("https://"));
        assertThat(seen.html).singleElement().asString().startsWith("<!-- Generated from ");
        assertThat(seen.cells).hasSizeGreaterThan(20).allMatch(count -> count == 3 || count == 5 || count == 6);
    }

    @Test
    void text_whatTheServerRefuses_isOnThePage() throws Exception {
        assertThat(new Modules(Path.of("../..")).expectedReadme("sdk-synaptiq"))
                .contains("## What the server refuses\n\n| Status | Code | When |\n")
                .contains("| 422 | `unprocessable` | The period is longer than 365 days. |\n\n## Tables\n");
    }

    @Test
    void text_hostileSpec_opensNoMarkup(@TempDir Path folder) throws Exception {
        Path hostile = Path.of("src/test/resources/hostile");
        for (String name : List.of("hostile.yaml", "overrides.yaml")) {
            Files.copy(hostile.resolve(name), folder.resolve(name));
        }
        String text = ApiReadme.text(Modules.read(folder), folder);
        Seen seen = seen(text);
        assertThat(seen.html).singleElement().asString().startsWith("<!-- Generated from ");
        assertThat(text).contains("see {@link Runtime#exit} and <script>".replaceAll("([{}<>#])", "\\\\$1"));
        assertThat(seen.cells).allMatch(count -> count == 3 || count == 5 || count == 6);
    }
}
