package io.github.analytics4j.cli.dashboard;

import static io.github.analytics4j.cli.dashboard.Charts.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartMapperTest {

    private static Chart chart(ChartKind kind, Measure measure, List<Map<String, Object>> rows) {
        return Charts.of(Charts.spec("chart", kind), measure, rows);
    }

    @Test
    void days_withOneMissing_leaveAGapInTheDrawingAndNoneInTheTable() {
        Chart chart = chart(
                ChartKind.BARS,
                Measure.COUNT,
                List.of(
                        row("name", LocalDate.parse("2026-02-01"), "value", 1),
                        row("name", LocalDate.parse("2026-02-02"), "value", 2),
                        row("name", LocalDate.parse("2026-02-04"), "value", 4)));

        assertThat(chart.categories()).containsExactly("2026-02-01", "2026-02-02", "2026-02-03", "2026-02-04");
        assertThat(chart.series().get(0).values()).containsExactly(1.0, 2.0, null, 4.0);
        assertThat(chart.table().rows())
                .containsExactly(List.of("2026-02-01", "1"), List.of("2026-02-02", "2"), List.of("2026-02-04", "4"));
    }

    @Test
    void days_newestFirst_areDrawnOldestFirst() {
        Chart chart = chart(
                ChartKind.LINE,
                Measure.COUNT,
                List.of(row("name", "2026-02-03", "value", 3), row("name", "2026-02-02", "value", 2)));

        assertThat(chart.categories()).containsExactly("2026-02-02", "2026-02-03");
        assertThat(chart.series().get(0).values()).containsExactly(2.0, 3.0);
    }

    @Test
    void weeks_spans_andBuckets_stayAsTheyCome() {
        for (List<String> names : List.of(
                List.of("2026-03-01", "2026-03-08", "2026-03-15"),
                List.of("2026-03-01/2026-03-07", "2026-03-08/2026-03-14"),
                List.of("0–30", "30–60", "300+"),
                List.of("2026-03-01", "2026-03-01"))) {
            Chart chart = chart(
                    ChartKind.BARS,
                    Measure.COUNT,
                    names.stream().map(name -> row("name", name, "value", 7)).toList());

            assertThat(chart.categories()).isEqualTo(names);
            assertThat(chart.series().get(0).values()).hasSameSizeAs(names).containsOnly(7.0);
        }
    }

    @Test
    void series_thatAreAlwaysZero_orThatTheVendorSaysNothingOf_areNamedBelowAndNotDrawn() {
        ChartSpec spec =
                Charts.spec("{\"table\":\"t\",\"kind\":\"stack\",\"title\":\"T\",\"about\":\"A\",\"category\":\"name\","
                        + "\"series\":{\"a\":\"busy\",\"b\":\"paused\",\"c\":\"failed\"}}");

        Chart chart = Charts.of(spec, Measure.COUNT, List.of(row("name", "2026-02-01", "a", 3, "b", 0)));

        assertThat(chart.series())
                .singleElement()
                .satisfies(series -> assertThat(series.field().label()).isEqualTo("busy"));
        assertThat(chart.note()).isEqualTo("Always 0: paused. No values: failed.");
        assertThat(chart.table().rows()).containsExactly(List.of("2026-02-01", "3", "0", "–"));
    }

    @Test
    void ranks_ofMany_areTheLargest_andTheTableHasAll() {
        Chart chart = chart(
                ChartKind.RANKS,
                Measure.COUNT,
                IntStream.range(0, 40)
                        .mapToObj(i -> row("name", "agent " + i, "value", i))
                        .toList());

        assertThat(chart.categories()).hasSize(12).startsWith("agent 39", "agent 38");
        assertThat(chart.note()).isEqualTo("The 12 largest of 40; all are in the table.");
        assertThat(chart.table().rows()).hasSize(40).startsWith(List.of("agent 39", "39"));
    }

    @Test
    void ranks_valueMissing_comesLast() {
        Chart chart =
                chart(ChartKind.RANKS, Measure.PERCENT, List.of(row("name", "none"), row("name", "some", "value", -1)));

        assertThat(chart.categories()).containsExactly("some", "none");
        assertThat(chart.table().rows()).containsExactly(List.of("some", "-1 %"), List.of("none", "–"));
    }

    @Test
    void parts_ofMany_gatherTheSmallOnes() {
        Chart chart = chart(
                ChartKind.PARTS,
                Measure.DOLLARS,
                IntStream.range(0, 20)
                        .mapToObj(i -> row("name", "part " + i, "value", 1))
                        .toList());

        assertThat(chart.categories()).hasSize(8).endsWith("13 others");
        assertThat(chart.series().get(0).values()).endsWith(13.0);
        assertThat(chart.table().rows()).hasSize(20);
    }

    @Test
    void parts_allZero_saySo() {
        assertThat(chart(ChartKind.PARTS, Measure.MONEY, List.of(row("name", "llm", "value", 0)))
                        .emptiness())
                .isEqualTo("All values are 0 in this period.");
        assertThat(chart(ChartKind.BARS, Measure.COUNT, List.of(row("name", "2026-02-01", "value", 0)))
                        .emptiness())
                .isNull();
        assertThat(chart(ChartKind.BARS, Measure.COUNT, List.of()).emptiness()).isEqualTo("No rows in this period.");
        assertThat(chart(ChartKind.LINE, Measure.NUMBER, List.of(row("name", "2026-02-01")))
                        .emptiness())
                .isEqualTo("No values in this period.");
    }

    @Test
    void columnsOfOneRow_areParts() {
        ChartSpec spec = Charts.spec("{\"table\":\"t\",\"kind\":\"parts\",\"title\":\"T\",\"about\":\"A\","
                + "\"series\":{\"a\":\"positive\",\"b\":\"negative\"},\"tones\":{\"a\":\"good\",\"b\":\"bad\"}}");

        Chart chart = Charts.of(spec, Measure.PERCENT, List.of(row("a", 62, "b", 38)));

        assertThat(chart.categories()).containsExactly("positive", "negative");
        assertThat(chart.parts()).extracting(Field::tone).containsExactly("good", "bad");
        assertThat(chart.table().rows()).containsExactly(List.of("positive", "62 %"), List.of("negative", "38 %"));
        assertThat(Spoken.of(chart))
                .isEqualTo("T. Ring chart: positive 62 %, negative 38 %. The numbers are in the table below.");
    }

    @Test
    void names_firstThatIsThere_isShown() {
        ChartSpec spec = Charts.spec(
                "{\"table\":\"t\",\"kind\":\"ranks\",\"title\":\"T\",\"about\":\"A\","
                        + "\"category\":[\"agent_name\",\"agent_id\"],\"series\":{\"value\":\"V\"},\"labels\":{\"llm\":\"language model\"}}");

        Chart chart = Charts.of(
                spec,
                Measure.COUNT,
                List.of(
                        row("agent_name", "Aria", "agent_id", "a-1", "value", 5),
                        row("agent_name", " ", "agent_id", "agt_01HX", "value", 4),
                        row("agent_name", null, "agent_id", null, "value", 3),
                        row("agent_name", "llm", "agent_id", "a-2", "value", 2),
                        row("agent_name", "human_pick_up", "agent_id", "a-3", "value", 1),
                        row("agent_name", "a\r\n\u2028b\u0007c\u202ed", "agent_id", "a-4", "value", 0)));

        assertThat(chart.categories())
                .containsExactly("Aria", "agt_01HX", "(no name)", "language model", "human pick up", "a b c d");
    }

    @Test
    void heatMap_hasAllHoursAndWeekdays_inNumbersOrNames() {
        ChartSpec spec = Charts.spec(
                "{\"table\":\"t\",\"kind\":\"heatmap\",\"title\":\"T\",\"about\":\"A\",\"category\":\"hour\","
                        + "\"down\":\"day\",\"as\":{\"hour\":\"hours\",\"day\":\"weekdays\"},\"series\":{\"value\":\"V\"}}");

        Chart chart = Charts.of(
                spec,
                Measure.COUNT,
                List.of(
                        row("hour", 9L, "day", 0L, "value", 25),
                        row("hour", 14L, "day", DayOfWeek.SUNDAY, "value", 42),
                        row("hour", 25L, "day", "holiday", "value", 1)));

        assertThat(chart.categories()).hasSize(25).startsWith("00:00").endsWith("23:00", "25:00");
        assertThat(chart.down()).hasSize(8).startsWith("Monday").endsWith("Sunday", "holiday");
        assertThat(chart.cells())
                .usingElementComparator(Arrays::compare)
                .containsExactly(new int[] {9, 0}, new int[] {14, 6}, new int[] {24, 7});
        assertThat(chart.table().rows().get(1)).containsExactly("Sunday", "14:00", "42");
        assertThat(Spoken.of(chart)).contains("Highest: Sunday, 14:00, 42.");
    }

    @Test
    void dots_newestFirst_areTurnedRound() {
        Chart chart = chart(
                ChartKind.DOTS,
                Measure.SECONDS,
                List.of(
                        row("name", "2026-02-02T00:00:00Z", "value", 5),
                        row("name", "2026-02-01T00:00:00Z", "value", 6)));

        assertThat(chart.categories()).containsExactly("2026-02-01T00:00:00Z", "2026-02-02T00:00:00Z");
        assertThat(chart.series().get(0).values()).containsExactly(6.0, 5.0);
    }

    @Test
    void spec_unknownKindOrMissingText_namesThePlace() {
        assertThatThrownBy(() -> Charts.spec("{\"table\":\"t\",\"kind\":\"pie\",\"title\":\"T\",\"about\":\"A\"}"))
                .hasMessage("The chart of t has the unknown kind pie");
        assertThatThrownBy(() -> Charts.spec("{\"table\":\"t\",\"kind\":\"bars\",\"about\":\"A\"}"))
                .hasMessageStartingWith("A chart has no text title: ");
    }
}
