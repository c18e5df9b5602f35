package io.github.analytics4j.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.testkit.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same tables and views from folders of files as from the live APIs. */
class StoredTablesTest {
    private static final String[] DAILY = {
        "synthflow_export_duration_metrics_series",
        "synaptiq_overview_time_series",
        "voisnap_overview_series",
        "callops_call_volume",
        "callops_cost_trend"
    };

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private Connection live;

    @BeforeEach
    void open() throws Exception {
        sandbox = Sandbox.builder()
                .seed(31)
                .calls(330)
                .activities(90)
                .clock(Clock.fixed(Instant.parse("2026-03-15T12:00:00Z"), ZoneOffset.UTC))
                .start();
        live = Analytics.connect(ClientSettings.environment(sandbox.environment()));
    }

    @AfterEach
    void close() throws Exception {
        live.close();
        sandbox.close();
    }

    private String agent() {
        return "model_id := '" + sandbox.synthflow().modelId() + "'";
    }

    private void save(String table, String query, String file, String format) throws Exception {
        Path target = folder.resolve("st[o]red's").resolve(table).resolve(file);
        Files.createDirectories(target.getParent());
        Sql.run(live, "copy (" + query + ") to '" + target.toString().replace("'", "''") + "' (" + format + ")");
    }

    private Connection stored() throws Exception {
        return Analytics.builder().stored(folder.resolve("st[o]red's")).connect();
    }

    @ParameterizedTest
    @CsvSource({
        "parquet, format parquet",
        "jsonl, format json",
        "jsonl.gz, 'format json, compression gzip'",
        "csv, 'format csv, header true'"
    })
    void table_fromFiles_isTheLiveOne(String ending, String format) throws Exception {
        String calls = "from synthflow_calls(" + agent() + ")";
        save("synthflow_calls", calls + " where hash(call_id) % 2 = 0", "data/agent-a/2026/1." + ending, format);
        save("synthflow_calls", calls + " where hash(call_id) % 2 = 1", "data/agent-a/undated." + ending, format);
        Files.createDirectories(folder.resolve("st[o]red's/synthflow_calls/_work"));
        Files.writeString(folder.resolve("st[o]red's/synthflow_calls/_work/torn." + ending), "torn");
        sandbox.requests().clear();
        try (Connection stored = stored()) {
            String all = "select * exclude (executed_actions, collected_variables) " + calls + " order by call_id";
            List<List<Object>> rows = Sql.rows(stored, all);
            assertThat(sandbox.requests().count()).isZero();
            assertThat(rows).hasSize(330);
            assertThat(rows.toString()).isEqualTo(Sql.rows(live, all).toString());
            assertThat(Sql.rows(stored, "describe " + all)).isEqualTo(Sql.rows(live, "describe " + all));
        }
    }

    /** A guess at the divider took a file that was cut short for one of another column, and each row for one of nulls. */
    @ParameterizedTest
    @CsvSource({
        "1.csv, 'call_id,duration|a,1|b', Error when sniffing file",
        "1.csv, 'call_id,duration|a,1|b,\"2', Error when sniffing file",
        "1.csv, 'a,1,x|b,2,y', no column of this table such as call_id",
        "1.csv, 'call_id;duration|a;1', or not divided by commas?",
        "1.jsonl, '{\"other\":1}', are they another table's?"
    })
    void files_withoutAColumnOfTheTable_orCutShort_areRefused(String file, String lines, String message)
            throws Exception {
        Path table = Files.createDirectories(folder.resolve("st[o]red's/synthflow_calls"));
        Files.writeString(table.resolve(file), lines.replace('|', '\n'));

        assertThatThrownBy(() -> {
                    try (Connection stored = stored()) {
                        Sql.rows(stored, "from synthflow_calls()");
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"1.csv, ''", "1.csv, 'duration|'", "1.jsonl, ''"})
    void files_withoutRows_areNoRows(String file, String lines) throws Exception {
        Path table = Files.createDirectories(folder.resolve("st[o]red's/synthflow_calls"));
        Files.writeString(table.resolve(file), lines.replace('|', '\n'));
        try (Connection stored = stored()) {
            assertThat(Sql.rows(stored, "from synthflow_calls()")).isEmpty();
        }
    }

    /** Who has little room keeps a year on another disk; the database follows no link to a folder by itself. */
    @Test
    void folder_behindALink_isReadToo() throws Exception {
        String calls = "from synthflow_calls(" + agent() + ")";
        String half = calls + " where hash(call_id) % 2 = ";
        save("synthflow_calls", half + "0", "data/agent-a/2026/1.parquet", "format parquet");
        save("elsewhere", half + "1", "2025/1.parquet", "format parquet");
        Path root = folder.resolve("st[o]red's");
        Files.createSymbolicLink(root.resolve("synthflow_calls/data/agent-a/2025"), root.resolve("elsewhere/2025"));
        try (Connection stored = stored()) {
            assertThat(Sql.value(stored, "select count(distinct call_id) " + calls))
                    .isEqualTo(330L);
        }
    }

    @Test
    void parameters_narrowStoredRowsAsTheyNarrowLiveOnes() throws Exception {
        save("synthflow_calls", "from synthflow_calls(" + agent() + ")", "1.parquet", "format parquet");
        save("synaptiq_activity", "from synaptiq_activity()", "1.parquet", "format parquet");
        String middle = Sql.value(live, "select median(start_time)::varchar from synthflow_calls(" + agent() + ")")
                .toString();
        try (Connection stored = stored()) {
            for (String call : List.of(
                    "synthflow_calls(" + agent() + ", call_status := 'completed')",
                    "synthflow_calls(" + agent() + ", duration_min := 60, duration_max := 200)",
                    "synthflow_calls(" + agent() + ", from_date := '" + middle + "')",
                    "synthflow_calls(" + agent() + ", from_date := date '2026-03-15')",
                    "synaptiq_activity(type := 'conversation.started')",
                    "synaptiq_activity(type := ['conversation.started', 'conversion.completed'])",
                    "synaptiq_activity(start_date := '2026-03-15', end_date := '2026-03-15')",
                    "synaptiq_activity(start_date := '2026-03-14T00:00:00Z')")) {
                assertThat(Sql.value(stored, "select count(*) from " + call))
                        .as(call)
                        .isEqualTo(Sql.value(live, "select count(*) from " + call));
            }
            assertThat(Sql.value(stored, "select count(*) from synthflow_calls(model_id := 'other')"))
                    .isEqualTo(0L);
        }
    }

    /** As date arithmetic gives them: a time at midnight without a zone is a day, whatever the session's zone is. */
    @Test
    void days_asTimesWithoutAZone_narrowStoredRowsAsLiveOnes() throws Exception {
        save("synthflow_calls", "from synthflow_calls(" + agent() + ")", "1.parquet", "format parquet");
        save("synaptiq_activity", "from synaptiq_activity()", "1.parquet", "format parquet");
        try (Connection stored = stored()) {
            Sql.run(stored, "set timezone = 'America/New_York'");
            Sql.run(live, "set timezone = 'America/New_York'");
            for (String call : List.of(
                    "synthflow_calls(" + agent() + ", from_date := date '2026-03-16' - interval 1 day)",
                    "synthflow_calls(" + agent() + ", to_date := timestamp '2026-03-15')",
                    "synaptiq_activity(start_date := '2026-03-01', end_date := date '2026-03-16' - interval 1 day)")) {
                assertThat(Sql.value(stored, "select count(*) from " + call))
                        .as(call)
                        .isEqualTo(Sql.value(live, "select count(*) from " + call))
                        .isNotEqualTo(0L);
            }
            String noon =
                    "select * from synthflow_calls(" + agent() + ", from_date := timestamp '2026-03-15 12:00:00')";
            assertThat(Sql.failure(live, noon)).hasMessageContaining("from_date must be a time with its zone");
            assertThat(Sql.failure(stored, noon)).hasMessageContaining("from_date must be a time with its zone");
        }
    }

    @Test
    void view_overStoredTables_isTheLiveOne() throws Exception {
        for (String table : DAILY) {
            save(table, "from " + table + "()", "1.parquet", "format parquet");
        }
        String query = "select * from blend_days(since := '2026-03-05', until := '2026-03-12') order by all";
        List<List<Object>> expected = Sql.rows(live, query);
        sandbox.requests().clear();
        try (Connection stored = stored()) {
            assertThat(Sql.rows(stored, query)).hasSizeGreaterThan(20).isEqualTo(expected);
        }
        assertThat(sandbox.requests().count()).isZero();
    }

    @Test
    void parameter_thatNoColumnTells_isRefused() throws Exception {
        save("voisnap_overview_series", "from voisnap_overview_series()", "1.parquet", "format parquet");
        try (Connection stored = stored()) {
            assertThat(Sql.failure(stored, "select * from voisnap_overview_series(channel := 'phone')")
                            .getMessage())
                    .contains(
                            "voisnap_overview_series: channel cannot narrow rows that are read from files: no column tells it");
            assertThat((Long) Sql.value(stored, "select count(*) from voisnap_overview_series(group_by := 'day')"))
                    .isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({"csv, 'format csv, header true'", "jsonl, format json"})
    void row_ofMegabytes_isRead(String ending, String format) throws Exception {
        String row = "select 'c1' as call_id, repeat('long ', 900_000) as transcript";
        save("synthflow_calls", row, "data/agent-a/2026/1." + ending, format);
        try (Connection stored = stored()) {
            assertThat(Sql.rows(stored, "select length(transcript) from synthflow_calls()"))
                    .containsExactly(List.of(4_500_000L));
        }
    }

    @Test
    void columns_thatOldFilesLack_areNull() throws Exception {
        save(
                "synthflow_calls",
                "select 'c-1' as call_id, '7' as duration, 'x' as extra",
                "1.parquet",
                "format parquet");
        try (Connection stored = stored()) {
            assertThat(Sql.rows(stored, "select call_id, duration, lead_name, labels from synthflow_calls()"))
                    .containsExactly(Arrays.asList("c-1", 7L, null, null));
        }
    }

    @Test
    void folder_withoutFilesOrNotThere_isRefusedByName() throws Exception {
        Files.createDirectories(folder.resolve("st[o]red's/synthflow_calls"));
        assertThatThrownBy(this::stored)
                .isInstanceOf(SQLException.class)
                .hasMessage("synthflow_calls: " + folder.resolve("st[o]red's/synthflow_calls")
                        + " has no file that ends with .parquet, .jsonl or .csv");
        assertThatThrownBy(
                        () -> Analytics.builder().stored(folder.resolve("none")).connect())
                .hasMessage(folder.resolve("none") + " is no folder");
    }
}
