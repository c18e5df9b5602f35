package io.github.analytics4j.codegen.vendor;

import io.github.analytics4j.codegen.FrontEnd;
import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.SourceLocation;
import io.github.analytics4j.codegen.openapi.SpecTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads what a vendor publishes, as it is: an OpenAPI document in JSON or YAML, or a Markdown page with one in a fenced block. */
final class VendorFile {

    private static final Pattern BEGINS_A_DOCUMENT = Pattern.compile("(?m)^[\\s{]*[\"']?(openapi|swagger)[\"']?\\s*:");
    private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(```|~~~)");
    private static final int MAX_NESTING = 32;

    private final String file;
    private final Problems problems;
    private final List<Document> documents = new ArrayList<>();
    private boolean page;

    private VendorFile(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Reads a file; what is no OpenAPI document is reported. */
    static VendorFile read(Path path, Problems problems) {
        VendorFile read = new VendorFile(FrontEnd.shown(path), problems);
        try {
            byte[] bytes = Files.readAllBytes(path);
            read.text(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (NoSuchFileException e) {
            read.problem(1, "there is no file " + path.toAbsolutePath());
        } catch (CharacterCodingException e) {
            read.problem(1, "this is no UTF-8 text");
        } catch (IOException e) {
            read.problem(1, "the file cannot be read: " + e);
        }
        return read;
    }

    /** The documents in it; none after a report. */
    List<Document> documents() {
        return documents;
    }

    /** Whether it is a page, which shows some operations of an API and not all. */
    boolean isPage() {
        return page;
    }

    private void text(String raw) {
        String text = raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
        String name = file.toLowerCase(Locale.ROOT);
        if (text.indexOf('\0') >= 0) {
            problem(1, "this is no UTF-8 text");
        } else if (text.isBlank()) {
            problem(1, "the file is empty");
        } else if (name.endsWith(".json")) {
            add(SpecTree.parseJson(file, 0, text, problems));
        } else if (text.stripLeading().startsWith("<")) {
            problem(1, "this is HTML or XML, no OpenAPI document; save the page as Markdown, or the document itself");
        } else if (name.matches(".*\\.(md|mdx|markdown)") || (!name.matches(".*\\.ya?ml") && isMarkdown(text))) {
            page = true;
            page(text);
        } else {
            add(SpecTree.parse(file, 0, text, problems));
        }
    }

    private static boolean isMarkdown(String text) {
        return !text.stripLeading().startsWith("{") && FENCE.matcher(text).find();
    }

    private void page(String text) {
        Parser parser = Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .maxOpenBlockParsers(MAX_NESTING)
                .build();
        List<FencedCodeBlock> blocks = new ArrayList<>();
        parser.parse(text).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                if (BEGINS_A_DOCUMENT.matcher(block.getLiteral()).find()) {
                    blocks.add(block);
                }
            }
        });
        if (blocks.isEmpty()) {
            problem(1, "no fenced block of this page is an OpenAPI document; one has the key openapi");
        }
        for (FencedCodeBlock block : blocks) {
            int fence = block.getSourceSpans().get(0).getLineIndex() + 1;
            add(SpecTree.parse(file, fence, block.getLiteral(), problems));
        }
    }

    /** Takes a document in unless reading it was reported: half a document would differ in its other half. */
    private void add(SpecTree tree) {
        if (problems.isEmpty()) {
            Document document = Document.ofVendor(tree, problems);
            if (problems.isEmpty()) {
                documents.add(document);
            }
        }
    }

    private void problem(int line, String message) {
        problems.add(new SourceLocation(file, line), message);
    }
}
