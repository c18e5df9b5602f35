package io.github.analytics4j.codegen.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The overview of a module's Javadoc is its page in Markdown, which the tool of Java 17 does not read, as HTML; the core's is the
 * guide. After a change of a page, run this test with {@code -Doverview.rewrite=true}.
 */
class DriftTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final String HOME = "https://github.com/analytics4j/analytics4j/blob/main/";
    private static final Pattern LINK = Pattern.compile("<a href=\"(?![a-z]+:|#)([^\"]*)\"");
    private static final Pattern HEADING = Pattern.compile("<(h[1-6])>(.*?)</\\1>|<table>");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "sdk-core, GUIDE.md",
        "sdk-synthflow, README.md",
        "sdk-synaptiq, README.md",
        "sdk-voisnap, README.md",
        "sdk-callops, README.md",
        "sdk-core/integrations/spring, README.md"
    })
    void overview_isThePageInMarkdown_andCleanForJavadoc(String module, String page) throws Exception {
        Path overview = ROOT.resolve(module).resolve("src/main/javadoc/overview.html");
        String html = html(module + "/", Files.readString(ROOT.resolve(module).resolve(page)));
        if (Boolean.getBoolean("overview.rewrite")) {
            Files.createDirectories(overview.getParent());
            Files.writeString(overview, html);
        }
        assertThat(Files.readString(overview))
                .as(
                        "%s of %s changed: ./mvnw -q -Pquick -pl sdk-core/codegen -am test -Dtest=DriftTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -Doverview.rewrite=true",
                        page, module)
                .isEqualTo(html);
        assertThat(javadoc(overview)).isEmpty();
    }

    private static String html(String place, String markdown) {
        List<Extension> tables = List.of(TablesExtension.create());
        String body = HtmlRenderer.builder()
                .extensions(tables)
                .build()
                .render(Parser.builder().extensions(tables).build().parse(markdown))
                .replace("@", "&#64;") // else a tag of Javadoc's
                .replace(" align=\"right\"", " style=\"text-align: right\"");
        body = LINK.matcher(body)
                .replaceAll(link -> Matcher.quoteReplacement(
                        "<a href=\"" + HOME + URI.create(place).resolve(link.group(1)) + "\""));
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head><title>Overview</title></head>\n<body>\n" + named(body)
                + "</body>\n</html>\n";
    }

    /** Headings have the anchors that links on the page lead to, and tables the caption that doclint wants: their heading. */
    private static String named(String body) {
        StringBuilder out = new StringBuilder();
        String heading = "";
        int done = 0;
        for (MatchResult found : HEADING.matcher(body).results().toList()) {
            out.append(body, done, found.start());
            done = found.end();
            if (found.group(1) == null) {
                out.append("<table class=\"striped\">\n<caption>")
                        .append(heading)
                        .append("</caption>");
            } else {
                heading = found.group(2).replaceAll("<[^>]*>", "");
                String anchor = heading.toLowerCase(Locale.ROOT)
                        .replaceAll("&\\w+;", "")
                        .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                        .replace(' ', '-');
                out.append("<%1$s id=\"%2$s\">%3$s</%1$s>".formatted(found.group(1), anchor, found.group(2)));
            }
        }
        return out.append(body, done, body.length()).toString();
    }

    /** What the tool says about an overview, of a program of one class. */
    private String javadoc(Path overview) throws Exception {
        Path source = folder.resolve("shown/Shown.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "/** Shown. */\npackage shown;\n\n/** Shown. */\npublic class Shown {}\n");
        StringWriter said = new StringWriter();
        ToolProvider.findFirst("javadoc")
                .orElseThrow()
                .run(
                        new PrintWriter(said),
                        new PrintWriter(said),
                        "-quiet",
                        "-Xdoclint:all,-missing",
                        "-overview",
                        overview.toString(),
                        "-d",
                        folder.resolve("out").toString(),
                        source.toString());
        return said.toString();
    }
}
