package io.github.analytics4j.codegen.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OverviewTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("pages")
    void overview_ofAPublishedModule_isCleanForJavadoc(String page) throws Exception {
        Path overview = folder.resolve("made/overview.html");
        Overview.main(new String[] {ROOT.toString(), ROOT.resolve(page).toString(), overview.toString()});
        assertThat(javadoc(overview)).isEmpty();
        assertThat(folder.resolve("out/index.html")).content().contains("<h1 id=");
    }

    /** As the release takes them: of each module that has a Javadoc, the page that its POM names. */
    private static Stream<String> pages() throws IOException {
        List<String> pages = new ArrayList<>();
        for (String module : all("<module>([^<]*)</module>", Files.readString(ROOT.resolve("pom.xml")))) {
            String pom = Files.readString(ROOT.resolve(module).resolve("pom.xml"));
            if (!pom.contains("<maven.javadoc.skip>true<") && !pom.contains("<maven.deploy.skip>true<")) {
                List<String> named = all("<overview.page>([^<]*)</overview.page>", pom);
                pages.add(module + "/" + (named.isEmpty() ? "README.md" : named.get(0)));
            }
        }
        assertThat(pages).contains("sdk-core/GUIDE.md", "sdk-core/cli/README.md", "sdk-callops/README.md");
        return pages.stream();
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void html_ofHeadingsTablesAndLinks_isReadableOutsideOfTheRepository() {
        assertThat(Overview.html("sdk-core/cli/README.md", """
                        # The `command` & more

                        [guide](../GUIDE.md#a), [below](#odd), <https://vendor.example/>, a@b

                        | name | rows |
                        |---|--:|
                        | a | 1 |
                        """)).isEqualTo("""
                        <!DOCTYPE html>
                        <html lang="en">
                        <head><title>Overview</title></head>
                        <body>
                        <h1 id="the-command--more">The <code>command</code> &amp; more</h1>
                        <p><a href="https://github.com/analytics4j/analytics4j/blob/main/sdk-core/GUIDE.md#a">guide</a>, \
                        <a href="#odd">below</a>, <a href="https://vendor.example/">https://vendor.example/</a>, a&#64;b</p>
                        <table class="striped">
                        <caption>The command &amp; more</caption>
                        <thead>
                        <tr>
                        <th>name</th>
                        <th style="text-align: right">rows</th>
                        </tr>
                        </thead>
                        <tbody>
                        <tr>
                        <td>a</td>
                        <td style="text-align: right">1</td>
                        </tr>
                        </tbody>
                        </table>
                        </body>
                        </html>
                        """);
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
