package io.github.analytics4j.cli.dashboard;

import static io.github.analytics4j.cli.dashboard.Charts.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.cli.dashboard.Page.Panel;
import io.github.analytics4j.cli.dashboard.Page.Section;
import io.github.analytics4j.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final String HOSTILE = "</script><!--<script>\"'&\u2028\u2029\ud800\u0000";

    private static Chart ranks(String name) {
        return Charts.of(Charts.spec("agents", ChartKind.RANKS), Measure.COUNT, List.of(row("name", name, "value", 1)));
    }

    private static List<String> between(String page, String begin, String end) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(Pattern.quote(begin) + "(.*?)" + Pattern.quote(end), Pattern.DOTALL)
                .matcher(page);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void echarts_isTheFileOfNpm() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(Assets.text(Assets.ECHARTS).getBytes(StandardCharsets.UTF_8));

        String hex = HexFormat.of().formatHex(hash);
        assertThat(hex).isEqualTo("b66b25aeb4df84e33199dc21694014d336d222cbd9deb0e5a7c14bd6aa0d0fd0");
        assertThat(Assets.text("echarts/README.md")).contains(hex);
        assertThat(Assets.text("echarts/LICENSE")).contains("Apache License");
        assertThat(Assets.text("echarts/LICENSE-d3")).contains("Mike Bostock");
        assertThat(Assets.text("echarts/NOTICE")).contains("Apache ECharts");
    }

    @Test
    void policy_allowsTheTwoScriptsAndTheStyleByTheirHashesAndNothingElse() throws Exception {
        String page = Charts.page("Title", Charts.panel(ranks("Aria")));

        String policy =
                between(page, "Content-Security-Policy\" content=\"", "\"").get(0);
        List<String> scripts = between(page, "<script>", "</script>");
        assertThat(scripts).hasSize(2);
        assertThat(policy)
                .isEqualTo("default-src 'none'; base-uri 'none'; form-action 'none'; style-src "
                        + hash(between(page, "<style>", "</style>").get(0)) + "; script-src " + hash(scripts.get(0))
                        + " "
                        + hash(scripts.get(1)))
                .doesNotContain("unsafe");
        assertThat(markup(page))
                .doesNotContain(" style=\"")
                .doesNotContain(" src=")
                .doesNotContain(" onclick=");
        assertThat(page.indexOf("Content-Security-Policy")).isLessThan(page.indexOf("<title>"));
    }

    /** The page without its data and scripts. */
    private static String markup(String page) {
        return page.substring(0, page.indexOf("<script"));
    }

    private static String hash(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }

    @Test
    void hostileTexts_endNoElementAndBreakNoScript() {
        Page page = new Page(
                HOSTILE,
                HOSTILE,
                List.of(
                        new Section("api", HOSTILE, List.of(Charts.panel(ranks(HOSTILE)))),
                        new Section("two", "Two", List.of())),
                List.of(HOSTILE));

        String html = Charts.page(page);

        assertThat(between(html, "<script", "</script>")).hasSize(3);
        String data = between(html, "<script type=\"application/json\" id=\"data\">", "</script>")
                .get(0);
        assertThat(data).matches("[ -~]*").doesNotContain("<").doesNotContain("&");
        assertThat(JsonValue.parse(data).get(0).get("categories").get(0).asText())
                .startsWith("</script><!--<script>\"'&");
        assertThat(markup(html))
                .doesNotContain("<!--")
                .doesNotContain("\u0000")
                .contains("&lt;/script&gt;&lt;!--&lt;script&gt;&quot;&#39;&amp;");
    }

    @Test
    void text_halfPairsAndControls_areReplaced() {
        assertThat(new Html().text("a\ud83d\ude00b\ud83dc\ude00d\u0001\t\n").toString())
                .isEqualTo("a\ud83d\ude00b\ufffdc\ufffdd\ufffd\t\n");
    }

    @Test
    void failedChart_hasItsErrorInItsPlace_andTheOthersAreThere() {
        ChartSpec failed = Charts.spec("failed", ChartKind.BARS);
        ChartSpec figures = Charts.spec(
                "{\"table\":\"t\",\"kind\":\"figures\",\"title\":\"Short\",\"about\":\"A\",\"series\":{\"a\":\"calls\"}}");

        String html = Charts.page(
                "Title",
                new Panel(failed, null, "503 <b>from</b> the server"),
                new Panel(figures, null, "no response"),
                Charts.panel(ranks("Aria")));

        assertThat(markup(html))
                .contains(
                        "<div class=\"error\" role=\"status\"><b>The failed could not be fetched</b>503 &lt;b&gt;from&lt;/b&gt; the server</div>")
                .contains("<b>Short could not be fetched</b>no response</div>")
                .contains("<th scope=\"row\">Aria</th>");
        assertThat(between(html, "id=\"data\">", "</script>").get(0))
                .contains("\"agents\"")
                .doesNotContain("\"failed\"");
    }

    @Test
    void figures_areTilesWithoutDrawing() {
        ChartSpec figures = Charts.spec("{\"table\":\"t\",\"kind\":\"figures\",\"title\":\"Short\",\"about\":\"A\","
                + "\"series\":{\"a\":\"calls\",\"b\":\"none\"}}");

        String html = Charts.page("Title", Charts.panel(Charts.of(figures, Measure.COUNT, List.of(row("a", 1250)))));

        assertThat(markup(html)).contains("<dt>calls</dt><dd>1,250</dd>").contains("<dt>none</dt><dd>–</dd>");
        assertThat(between(html, "id=\"data\">", "</script>")).containsExactly("[]");
    }

    @Test
    void leftOut_isSaidInTheFoot() {
        String html = Charts.page(new Page("Title", "lead", List.of(), List.of("Voisnap: no key was given.")));

        assertThat(markup(html).substring(html.indexOf("<footer>"))).contains("<li>Voisnap: no key was given.</li>");
        assertThat(markup(Charts.page(new Page("Title", "lead", List.of(), List.of()))))
                .doesNotContain("Left out");
    }
}
