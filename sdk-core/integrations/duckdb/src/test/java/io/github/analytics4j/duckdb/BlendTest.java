package io.github.analytics4j.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.testkit.Sandbox;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The views over all APIs, held against the tables that they are made of. */
class BlendTest {
    private static final String RANGE = "(since := date '2026-03-02', until := date '2026-03-15')";

    private static Sandbox sandbox;
    private static Analytics database;
    private static Connection db;

    @BeforeAll
    static void open() throws Exception {
        sandbox = Sandbox.builder()
                .seed(23)
                .calls(400)
                .clock(Clock.fixed(Instant.parse("2026-03-15T12:00:00Z"), ZoneOffset.UTC))
                .start();
        database = Analytics.builder()
                .settings(ClientSettings.environment(sandbox.environment()))
                .open();
        db = database.connection();
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
        sandbox.close();
    }

    @Test
    void views_haveTheColumnsTheyState() throws Exception {
        assertThat(database.views())
                .extracting(SqlView::name)
                .containsExactly("blend_days", "blend_quality", "blend_agents", "blend_outcomes", "blend_totals");
        for (SqlView view : database.views()) {
            assertThat(view.doc()).endsWith(".");
            assertThat(view.columns())
                    .allSatisfy(column -> assertThat(column.doc()).endsWith("."));
            assertThat(Sql.rows(
                            db, "select column_name, column_type from (describe select * from " + view.name() + "())"))
                    .isEqualTo(view.columns().stream()
                            .map(column -> List.<Object>of(column.name(), column.type()))
                            .toList());
        }
    }

    @Test
    void days_ofEachApi_areThoseOfItsTables() throws Exception {
        Sql.run(db, "create or replace temp table days as select * from blend_days" + RANGE);
        assertThat(Sql.rows(db, "select api, min(day), max(day) from days group by 1 order by 1"))
                .hasSize(4)
                .filteredOn(row -> !row.get(0).equals("synthflow")) // its log is of the last days alone
                .allMatch(row -> row.get(1).equals(LocalDate.of(2026, 3, 2))
                        && row.get(2).equals(LocalDate.of(2026, 3, 15)));
        assertThat(Sql.rows(
                        db,
                        "select sum(conversations), sum(cost) from days where api = 'voisnap'"
                                + " union all select totals_conversations, totals_total_cost_usd from"
                                + " voisnap_overview(date_from := '2026-03-02', date_to := '2026-03-15')"))
                .satisfies(rows ->
                        assertThat(rows.get(0).toString()).isEqualTo(rows.get(1).toString()));
        assertThat(
                        Sql.rows(
                                db,
                                "select sum(conversations), sum(cost) from days where api = 'callops' union all"
                                        + " select (select sum(count) from callops_call_volume(start_date := '2026-03-02', end_date := '2026-03-16') where date < '2026-03-16'),"
                                        + " (select sum(total_cost) from callops_cost_trend(start_date := '2026-03-02', end_date := '2026-03-16') where date < '2026-03-16')"))
                .satisfies(rows ->
                        assertThat(rows.get(0).toString()).isEqualTo(rows.get(1).toString()));
        assertThat(
                        Sql.rows(
                                db,
                                "select sum(conversations), sum(leads), sum(qualified_leads) from days where api = 'synaptiq'"
                                        + " union all select sum(conversations), sum(leads), sum(qualified_leads) from"
                                        + " synaptiq_overview_time_series(start_date := '2026-03-02', end_date := '2026-03-15')"))
                .satisfies(rows ->
                        assertThat(rows.get(0).toString()).isEqualTo(rows.get(1).toString()));
        assertThat(Sql.rows(
                        db,
                        "select sum(conversations), sum(minutes) from days where api = 'synthflow' union all select"
                                + " sum(total_calls), sum(total_minutes) from synthflow_export_duration_metrics_series("
                                + "from_date := '2026-03-02', to_date := '2026-03-16') where date < '2026-03-16'"))
                .satisfies(rows ->
                        assertThat(rows.get(0).toString()).isEqualTo(rows.get(1).toString()));
    }

    @Test
    void views_withoutRange_areOfTheLastThirtyDays() throws Exception {
        for (SqlView view : database.views()) {
            assertThat(Sql.rows(db, "select distinct api from " + view.name() + RANGE))
                    .as(view.name())
                    .hasSizeGreaterThanOrEqualTo(3);
            Sql.rows(db, "select * from " + view.name() + "(since := null)");
        }
        assertThat(Sql.value(db, "select count(*) from blend_days() where day < current_date - 29"))
                .isEqualTo(0L);
    }

    @Test
    void view_narrowedToAnApi_asksItAlone() throws Exception {
        sandbox.requests().clear();
        assertThat(Sql.rows(db, "select * from blend_days" + RANGE + " where api = 'callops'"))
                .hasSize(14);
        assertThat(sandbox.requests().all())
                .hasSize(2)
                .allMatch(each -> each.path().contains("/analytics/c"));
    }

    @Test
    void views_ofOneApiAlone_haveItsPart() throws Exception {
        List<ApiCatalog> one = ApiCatalog.all().stream()
                .filter(each -> each.name().equals("voisnap"))
                .toList();
        try (Analytics narrow = Analytics.builder()
                        .apis(one)
                        .settings(ClientSettings.environment(sandbox.environment()))
                        .open();
                Connection connection = narrow.connection()) {
            assertThat(narrow.views()).hasSize(5);
            for (SqlView view : narrow.views()) {
                assertThat(Sql.rows(connection, "select distinct api from " + view.name() + RANGE))
                        .containsExactly(List.of("voisnap"));
            }
        }
    }
}
