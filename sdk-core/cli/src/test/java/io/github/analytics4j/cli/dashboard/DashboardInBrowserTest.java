package io.github.analytics4j.cli.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.analytics4j.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see: the page in a real Chromium, where there is one. */
class DashboardInBrowserTest {
    private static final String HOSTILE =
            "</script><script>window.owned = 1</script><img src=x onerror='owned = 2'>\" ' {b} {x|y}";
    private static final String LONG = "Agent of the night shift for customers who call from abroad "
            .repeat(8)
            .strip();

    @TempDir
    private static Path folder;

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(
                Browser.program().isPresent(),
                "no Chromium on the path, so the page is not looked at: install Debian's package chromium");
        browser = Browser.start(Browser.program().orElseThrow());
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    private static void open(String html, int width, boolean dark) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "page", ".html"), html);
        browser.open(file, width, dark);
    }

    // --- data

    private static Chart days(String id, ChartKind kind, int days) {
        LocalDate first = LocalDate.parse("2026-01-01");
        return Charts.of(
                Charts.spec(id, kind),
                Measure.COUNT,
                IntStream.range(0, days)
                        .mapToObj(i -> Charts.row("name", first.plusDays(i), "value", 900 + i % 7 * 150))
                        .toList());
    }

    private static Chart agents(String... names) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            rows.add(Charts.row("name", names[i], "value", 1234.56 / (i + 1)));
        }
        return Charts.of(Charts.spec("agents", ChartKind.RANKS), Measure.DOLLARS, rows);
    }

    private static Chart funnel() {
        ChartSpec spec = Charts.spec(
                "{\"table\":\"t\",\"id\":\"funnel\",\"kind\":\"funnel\",\"title\":\"Funnel\",\"about\":\"Stages\","
                        + "\"category\":\"name\",\"series\":{\"value\":\"Reached\",\"next\":\"Go on\"}}");
        return Charts.of(
                spec,
                Measure.COUNT,
                List.of(
                        Charts.row("name", "Visitors of the site and all its pages", "value", 18_420, "next", 20),
                        Charts.row("name", "Engaged (Started Chat)", "value", 3_847, "next", 15),
                        Charts.row("name", "Lead Captured", "value", 612, "next", 10),
                        Charts.row("name", "Converted", "value", 62)));
    }

    private static Chart hours() {
        ChartSpec spec = Charts.spec(
                "{\"table\":\"t\",\"id\":\"hours\",\"kind\":\"heatmap\",\"title\":\"Hours\",\"about\":\"Hours\","
                        + "\"category\":\"hour\",\"down\":\"day\",\"as\":{\"hour\":\"hours\",\"day\":\"weekdays\"},\"series\":{\"value\":\"Calls\"}}");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int hour = 8; hour < 18; hour++) {
            for (int day = 0; day < 5; day++) {
                rows.add(Charts.row("hour", hour, "day", day, "value", (hour - 7) * (day + 1)));
            }
        }
        return Charts.of(spec, Measure.COUNT, rows);
    }

    private static Chart statuses() {
        StringBuilder series = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            series.append(i == 0 ? "" : ",")
                    .append("\"s")
                    .append(i)
                    .append("\":\"a status of some length ")
                    .append(i)
                    .append('"');
        }
        ChartSpec spec = Charts.spec(
                "{\"table\":\"t\",\"id\":\"statuses\",\"kind\":\"stack\",\"title\":\"Statuses\",\"about\":\"Statuses\","
                        + "\"category\":\"name\",\"series\":{" + series + "}}");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int day = 1; day < 29; day++) {
            Map<String, Object> row = Charts.row("name", LocalDate.of(2026, 2, day));
            for (int i = 0; i < 12; i++) {
                row.put("s" + i, 10 + i);
            }
            rows.add(row);
        }
        return Charts.of(spec, Measure.COUNT, rows);
    }

    private static Chart ring() {
        return Charts.of(
                Charts.spec("ring", ChartKind.PARTS),
                Measure.DOLLARS,
                List.of(
                        Charts.row("name", "language model", "value", 218.94),
                        Charts.row("name", "text to speech", "value", 163.21),
                        Charts.row("name", "telephony", "value", 30.61)));
    }

    private static Chart calls(int many) {
        return Charts.of(
                Charts.spec("calls", ChartKind.DOTS),
                Measure.SECONDS,
                IntStream.range(0, many)
                        .mapToObj(i -> Charts.row(
                                "name",
                                Instant.parse("2026-02-01T00:00:00Z").plusSeconds(90L * i),
                                "value",
                                i * 7919 % 600))
                        .toList());
    }

    private static String everything() {
        return Charts.page(
                "Everything",
                Charts.panel(days("volume", ChartKind.BARS, 30)),
                Charts.panel(days("course", ChartKind.LINE, 90)),
                Charts.panel(statuses()),
                Charts.panel(agents("Support Agent", LONG, HOSTILE, "Aria – Sales")),
                Charts.panel(ring()),
                Charts.panel(funnel()),
                Charts.panel(hours()),
                Charts.panel(calls(300)));
    }

    // --- the whole page

    @Test
    void page_opened_drawsEveryChartAndAsksTheNetworkForNothing() throws IOException {
        open(everything(), 1200, false);

        assertThat(browser.text("document.documentElement.dataset.drawn")).isEqualTo("8");
        assertThat(browser.number("document.querySelectorAll('.plot svg').length"))
                .isEqualTo(8);
        assertThat(browser.number("document.querySelectorAll('canvas').length")).isZero();
        assertThat(browser.requests()).singleElement().asString().startsWith("file:");
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void policy_scriptThatIsNotThePages_isRefused() throws IOException {
        open(everything(), 1200, false);

        browser.evaluate("(() => { const s = document.createElement('script'); s.textContent = 'window.owned = 3';"
                + " document.body.append(s); const i = document.createElement('img'); i.src = 'http://127.0.0.1:9/x.png';"
                + " document.body.append(i); })()");

        assertThat(browser.text("typeof window.owned")).isEqualTo("undefined");
        assertThat(browser.text("fetch('http://127.0.0.1:9/').then(() => 'sent', e => 'refused')"))
                .isEqualTo("refused");
        assertThat(String.join("\n", browser.consoleErrors())).contains("Content Security Policy");
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 768, 1400})
    void anyWidth_noTextIsCutOrOverAnother(int width) throws IOException {
        open(everything(), width, false);

        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        assertThat(problems()).isEmpty();
    }

    @Test
    void widthChanged_chartsFollow() throws IOException {
        open(everything(), 1400, false);

        browser.resize(360);
        browser.await(
                "Math.max(...[...document.querySelectorAll('.plot svg')].map(s => s.getBoundingClientRect().right)) <= 360");

        assertThat(
                        browser.number(
                                "Math.max(...[...document.querySelectorAll('.plot svg')].map(s => s.getBoundingClientRect().right))"))
                .isLessThanOrEqualTo(360);
        assertThat(problems()).isEmpty();
    }

    /** Texts of a drawing that stick out of it or lie over another one, and legends that lie over a drawing. */
    private static List<String> problems() {
        JsonValue found = browser.evaluate("""
                (() => {
                  const problems = [];
                  for (const plot of document.querySelectorAll('.plot')) {
                    const name = plot.closest('figure').id;
                    const out = plot.getBoundingClientRect();
                    const texts = [...plot.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
                    for (const [text, box] of texts) {
                      if (box.left < out.left - 1 || box.right > out.right + 1 || box.top < out.top - 1 || box.bottom > out.bottom + 1) {
                        problems.push(name + ': ' + text + ' sticks out');
                      }
                    }
                    texts.forEach(([text, a], i) => texts.slice(i + 1).forEach(([other, b]) => {
                      if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2) {
                        problems.push(name + ': ' + text + ' lies over ' + other);
                      }
                    }));
                    const legend = plot.parentNode.querySelector('.legend');
                    const box = legend && legend.getBoundingClientRect();
                    if (box && box.left < out.right && out.left < box.right && box.top < out.bottom - 1 && out.top < box.bottom - 1) {
                      problems.push(name + ': the legend lies over the drawing');
                    }
                  }
                  return problems;
                })()
                """);
        return found.elements().stream().map(JsonValue::asText).toList();
    }

    // --- names from outside

    @Test
    void hostileName_isShownAsTextAndRunsNothing() throws IOException {
        open(Charts.page(HOSTILE, Charts.panel(agents(HOSTILE, "a\u2028b\u2029c"))), 1200, false);

        assertThat(browser.text("typeof window.owned")).isEqualTo("undefined");
        assertThat(browser.text("document.title")).isEqualTo(HOSTILE);
        assertThat(browser.text("document.querySelector('#agents tbody th').textContent"))
                .isEqualTo(HOSTILE);
        assertThat(browser.text("document.querySelectorAll('#agents tbody th')[1].textContent"))
                .isEqualTo("a b c");
        assertThat(browser.number("document.querySelectorAll('img').length")).isZero();
        assertThat(browser.text("[...document.querySelectorAll('#agents text')].map(t => t.textContent).join()"))
                .contains("</script><script>")
                .contains("$1,234.56");
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void tooltip_ofHostileName_isText() throws IOException {
        open(Charts.page("Tips", Charts.panel(agents(HOSTILE, "other"))), 1200, false);

        browser.evaluate(
                "(() => { const svg = document.querySelector('#agents svg'); const r = svg.getBoundingClientRect();"
                        + " for (const type of ['mousemove', 'mousemove']) svg.dispatchEvent(new MouseEvent(type, {bubbles: true,"
                        + " clientX: r.left + 40, clientY: r.top + 35})); })()");
        browser.await("document.querySelector('.tip')");

        assertThat(browser.text("document.querySelector('.tip').textContent")).isEqualTo(HOSTILE + "Value$1,234.56");
        assertThat(browser.number("document.querySelectorAll('img').length")).isZero();
        assertThat(browser.text("typeof window.owned")).isEqualTo("undefined");
    }

    @Test
    void longName_isCutInTheDrawing_itsNumberIsNot() throws IOException {
        open(Charts.page("Long", Charts.panel(agents(LONG, "short"))), 360, false);

        assertThat(browser.text("[...document.querySelectorAll('#agents text')].map(t => t.textContent).join('|')"))
                .contains("…|$1,234.56")
                .contains("short|$617.28");
        assertThat(browser.text("document.querySelector('#agents tbody th').textContent"))
                .isEqualTo(LONG);
        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
    }

    @Test
    void funnel_narrow_saysEveryStageWithCountAndShare() throws IOException {
        open(Charts.page("Funnel", Charts.panel(funnel())), 360, false);

        assertThat(browser.text("[...document.querySelectorAll('#funnel text')].map(t => t.textContent).join('|')"))
                .contains("Visitors of the site and all its pages  ·  18,420")
                .contains("Engaged (Started Chat)  ·  3,847  ·  20")
                .contains("Converted  ·  62  ·  10");
    }

    // --- sizes

    @Test
    void onePoint_isSeen() throws IOException {
        open(
                Charts.page(
                        "One",
                        Charts.panel(days("volume", ChartKind.BARS, 1)),
                        Charts.panel(days("course", ChartKind.LINE, 1)),
                        Charts.panel(calls(1))),
                1200,
                false);

        for (String id : List.of("volume", "course", "calls")) {
            assertThat(
                            browser.number(
                                    "[...document.querySelectorAll('#" + id + " svg path')].filter(p => {"
                                            + " const f = p.getAttribute('fill'); const b = p.getBoundingClientRect();"
                                            + " return f && f !== 'none' && f !== 'transparent' && b.width >= 5 && b.height >= 5; }).length"))
                    .as(id)
                    .isPositive();
        }
        assertThat(problems()).isEmpty();
    }

    @Test
    void noRows_saysSoInPlaceOfTheDrawing() throws IOException {
        open(Charts.page("None", Charts.panel(days("volume", ChartKind.BARS, 0)), Charts.panel(agents())), 1200, false);

        assertThat(browser.text("document.querySelector('#volume .none').textContent"))
                .isEqualTo("No rows in this period.");
        assertThat(browser.number("document.querySelectorAll('svg, .plot, details').length"))
                .isZero();
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 800, 1200})
    void tenThousandPoints_areDrawnWithFewElements(int width) throws IOException {
        open(
                Charts.page(
                        "Many",
                        Charts.panel(days("volume", ChartKind.BARS, 10_000)),
                        Charts.panel(days("course", ChartKind.LINE, 10_000)),
                        Charts.panel(calls(10_000))),
                width,
                false);

        assertThat(browser.text("document.documentElement.dataset.drawn")).isEqualTo("3");
        assertThat(browser.number("document.querySelectorAll('svg *').length")).isLessThan(1_000);
        assertThat(browser.number("document.querySelectorAll('#calls tbody tr').length"))
                .isEqualTo(10_000);
        assertThat(browser.consoleErrors()).isEmpty();
        assertThat(problems()).isEmpty();
    }

    // --- colours

    @Test
    void dark_textIsBrightAndHeatMapIsNot() throws IOException {
        open(everything(), 1200, true);

        assertThat(browser.number(
                        LUMINANCE + "luminance(getComputedStyle(document.querySelector('figure')).backgroundColor)"))
                .isLessThan(0.03);
        assertThat(
                        browser.number(
                                LUMINANCE + "Math.min(...[...document.querySelectorAll('.plot text')].map(t =>"
                                        + " (luminance(t.getAttribute('fill')) + .05) / (luminance(getComputedStyle(document.querySelector('figure')).backgroundColor) + .05)))"))
                .as("contrast of the weakest text")
                .isGreaterThan(4.5);
        assertThat(browser.number(LUMINANCE + "Math.max(..." + CELLS + ".map(luminance))"))
                .isLessThan(0.6);
        assertThat(browser.number(LUMINANCE + "luminance(" + CELLS + "[0])"))
                .as("an empty cell")
                .isLessThan(0.05);
        assertThat(browser.number("new Set(" + CELLS + ").size")).isGreaterThan(10);
    }

    private static final String LUMINANCE =
            "var luminance = c => { const d = document.createElement('i'); d.style.color = c;"
                    + " document.body.append(d); const v = getComputedStyle(d).color.match(/[\\d.]+/g).slice(0, 3).map(x => x / 255)"
                    + ".map(x => x <= .03928 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4); d.remove();"
                    + " return .2126 * v[0] + .7152 * v[1] + .0722 * v[2]; }; ";
    private static final String CELLS =
            "[...document.querySelectorAll('#hours svg path')].filter(p => p.getBoundingClientRect().width > 8"
                    + " && p.getBoundingClientRect().height > 8 && p.getAttribute('fill') !== 'none').map(p => p.getAttribute('fill'))";

    @Test
    void light_textHasContrast() throws IOException {
        open(everything(), 1200, false);

        assertThat(browser.number(LUMINANCE + "Math.min(...[...document.querySelectorAll('.plot text')].map(t =>"
                        + " 1.05 / (luminance(t.getAttribute('fill')) + .05)))"))
                .isGreaterThan(4.5);
    }

    @Test
    void themeButton_switchesPageAndDrawings() throws IOException {
        open(everything(), 1200, false);
        String before = browser.text("document.querySelector('#volume text').getAttribute('fill')");
        assertThat(browser.text("document.getElementById('theme').textContent")).isEqualTo("Dark colours");

        browser.evaluate("document.getElementById('theme').click()");

        assertThat(browser.text("document.getElementById('theme').textContent")).isEqualTo("Light colours");
        assertThat(browser.text("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(14, 19, 26)");
        browser.await("document.querySelector('#volume text').getAttribute('fill') !== '" + before + "'");
        assertThat(browser.consoleErrors()).isEmpty();
    }

    // --- for those who hear the page or use its keys

    @Test
    void everyDrawing_isDescribedAndHasItsTable() throws IOException {
        open(everything(), 1200, false);

        assertThat(browser.number("document.querySelectorAll('.plot[role=img][aria-label]').length"))
                .isEqualTo(8);
        assertThat(browser.text("document.querySelector('#volume .plot').getAttribute('aria-label')"))
                .isEqualTo(
                        "The volume. Bar chart, 30 points from 2026-01-01 to 2026-01-30. Value: 900 to 1,800, 39,750 in all."
                                + " The numbers are in the table below.");
        assertThat(browser.number("document.querySelectorAll('figure > details > summary').length"))
                .isEqualTo(8);
        assertThat(browser.number("document.querySelectorAll('#volume tbody tr').length"))
                .isEqualTo(30);
        assertThat(browser.text("document.querySelector('#volume tbody tr').textContent"))
                .isEqualTo("2026-01-01900");
        assertThat(browser.number("document.querySelectorAll('th:not([scope])').length"))
                .isZero();
    }

    @Test
    void twelveSeries_haveTwelveColours() throws IOException {
        for (boolean dark : List.of(false, true)) {
            open(everything(), 1200, dark);

            assertThat(browser.number("new Set([...document.querySelectorAll('#statuses .legend i')]"
                            + ".map(i => i.style.background)).size"))
                    .isEqualTo(12);
        }
    }

    @Test
    void legendButton_takesASeriesAwayAndBack() throws IOException {
        open(everything(), 1200, false);
        String bars = "document.querySelectorAll('#statuses svg path').length";
        double all = browser.number(bars);

        browser.evaluate("document.querySelector('#statuses .legend button').click()");
        browser.await(bars + " < " + all); // drawn in one of the next frames
        String pressed =
                browser.text("document.querySelector('#statuses .legend button').getAttribute('aria-pressed')");
        browser.evaluate("document.querySelector('#statuses .legend button').click()");

        assertThat(pressed).isEqualTo("false");
        browser.await(bars + " === " + all);
        assertThat(browser.number(bars)).isEqualTo(all);
    }
}
