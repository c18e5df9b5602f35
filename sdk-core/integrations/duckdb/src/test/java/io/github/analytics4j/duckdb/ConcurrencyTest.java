package io.github.analytics4j.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.testkit.Sandbox;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.groups.Tuple;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several scans at once: in one query, on one connection, on several. */
class ConcurrencyTest {
    @TempDir
    Path folder;

    private Sandbox sandbox;
    private ClientSettings settings;
    private String calls;
    private ExecutorService threads;

    @BeforeEach
    void open() {
        sandbox = Sandbox.builder().seed(11).calls(640).activities(150).start();
        settings = ClientSettings.environment(sandbox.environment());
        calls = "synthflow_calls(model_id := '" + sandbox.synthflow().modelId() + "')";
        threads = Executors.newFixedThreadPool(10);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        sandbox.close();
    }

    @Test
    void queries_tenConnections_shareOneClient() throws Exception {
        Map<String, AtomicInteger> opened = new ConcurrentHashMap<>();
        try (Analytics database = Analytics.builder()
                .settings(settings)
                .clients((api, client) -> opened.computeIfAbsent(api.name(), name -> new AtomicInteger())
                        .incrementAndGet())
                .open()) {
            List<Future<Object>> results = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                String table = i % 2 == 0 ? calls : "synaptiq_activity()";
                results.add(threads.submit(() -> {
                    try (Connection own = database.connection()) {
                        return Sql.value(own, "select count(*) from " + table);
                    }
                }));
            }
            for (int i = 0; i < 10; i++) {
                assertThat(results.get(i).get()).isEqualTo(i % 2 == 0 ? 640L : 150L);
            }
        }
        assertThat(opened.keySet()).containsExactlyInAnyOrder("synthflow", "synaptiq");
        assertThat(opened.values()).allMatch(count -> count.get() == 1);
    }

    @Test
    void queries_tenThreadsOnOneConnection_areAllAnswered() throws Exception {
        try (Connection db = Analytics.connect(settings)) {
            List<Future<Object>> results = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                results.add(threads.submit(() -> Sql.value(db, "select count(*) from " + calls)));
            }
            for (Future<Object> each : results) {
                assertThat(each.get()).isEqualTo(640L);
            }
        }
    }

    @Test
    void join_twoLiveTables_isThatOfTheirCopies() throws Exception {
        try (Connection db = Analytics.connect(settings)) {
            String join =
                    "select a.call_status, count(*), sum(b.duration) from %s a join %s b using (call_id) group by 1 order by 1";
            List<List<Object>> live = Sql.rows(db, String.format(join, calls, calls));
            Sql.run(db, "create temp table copy as select * from " + calls);
            assertThat(live).isNotEmpty().isEqualTo(Sql.rows(db, String.format(join, "copy", "copy")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "4"})
    void union_ofAllApis_countsEach(String databaseThreads) throws Exception {
        try (Connection db = Analytics.builder()
                .settings(settings)
                .option("threads", databaseThreads)
                .connect()) {
            assertThat(Sql.rows(
                            db,
                            "select 1, count(*) from " + calls
                                    + " union all select 2, count(*) from synaptiq_activity()"
                                    + " union all select 3, count(*) from callops_call_volume()"
                                    + " union all select 4, count(*) from voisnap_costs_by_agent() order by 1"))
                    .extracting(row -> row.get(0), row -> (Long) row.get(1) > 0)
                    .containsExactly(
                            Tuple.tuple(1, true), Tuple.tuple(2, true), Tuple.tuple(3, true), Tuple.tuple(4, true));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads", "Threads", "worker_threads"})
    void threads_asTheOptionSays_byAnyOfItsNames(String option) throws Exception {
        try (Connection db = Analytics.builder().option(option, "3").connect()) {
            assertThat(Sql.value(db, "select current_setting('threads')")).isEqualTo(3L);
        }
    }

    @Test
    void session_ofTheUser_isUsedAndStaysOpen() throws Exception {
        ApiCatalog synthflow = ApiCatalog.all().stream()
                .filter(each -> each.name().equals("synthflow"))
                .findFirst()
                .orElseThrow();
        try (ApiSession own = synthflow.open(settings)) {
            try (Connection db = Analytics.builder().session(own).connect()) {
                assertThat(Sql.value(db, "select count(*) from " + calls)).isEqualTo(640L);
            }
            assertThat(own.rows(
                                    synthflow.table("synthflow_calls").orElseThrow(),
                                    Arguments.NONE.with(
                                            "model_id", sandbox.synthflow().modelId()))
                            .toList())
                    .hasSize(640);
        }
    }

    @Test
    void apis_none_isAPlainDatabase() throws Exception {
        try (Connection db = Analytics.builder().apis(List.of()).connect()) {
            assertThat(Sql.value(db, "select 1")).isEqualTo(1);
            for (String from : List.of("synthflow_calls(model_id := 'm-1')", "synthflow_calls")) {
                assertThatThrownBy(() -> Sql.value(db, "select count(*) from " + from))
                        .hasMessageStartingWith(
                                "Catalog Error: no API has tables here: put the module of each that you want"
                                        + " on the class path, analytics4j- and the API's name\n\nCatalog Error: Table ");
            }
        }
    }

    @Test
    void prefetch_brings_theSameRows() throws Exception {
        try (Connection one = Analytics.connect(settings);
                Connection ahead =
                        Analytics.builder().settings(settings).prefetch(8).connect()) {
            String query = "select call_id, start_time from " + calls;
            assertThat(Sql.rows(ahead, query)).hasSize(640).isEqualTo(Sql.rows(one, query));
        }
    }

    @Test
    void file_keepsTablesAndNoFunctions() throws Exception {
        Path file = folder.resolve("calls.duckdb");
        try (Connection db = Analytics.builder().settings(settings).file(file).connect()) {
            Sql.run(db, "create table calls as select * from " + calls);
            Sql.run(db, "create schema other");
            Sql.run(db, "use other");
            assertThat(Sql.value(db, "select count(*) from " + calls)).isEqualTo(640L);
        }
        try (Connection plain = DriverManager.getConnection("jdbc:duckdb:" + file)) {
            assertThat(Sql.value(plain, "select count(*) from calls")).isEqualTo(640L);
            assertThat(Sql.rows(
                            plain,
                            "select 1 from duckdb_functions() where function_name like 'synthflow%' or function_name like"
                                    + " 'analytics4j%'"))
                    .isEmpty();
        }
    }

    @Test
    void file_openedTwiceInOneProcess_hasBothItsClients() throws Exception {
        Path file = folder.resolve("twice.duckdb");
        try (Connection one = Analytics.builder().settings(settings).file(file).connect();
                Connection other = Analytics.builder().file(file).connect()) {
            assertThat(Sql.value(one, "select count(*) from " + calls)).isEqualTo(640L);
            assertThat(Sql.failure(other, "select count(*) from " + calls).getMessage())
                    .contains("api-key is missing");
            Sql.run(one, "create table shared as select 1 as x");
            assertThat(Sql.value(other, "select x from shared")).isEqualTo(1);
        }
    }

    @Test
    void connection_isTheDriversForAllElse() throws Exception {
        try (Connection db = Analytics.connect(settings);
                var statement = db.createStatement()) {
            assertThat(statement.getConnection()).isSameAs(db);
            assertThat(db.unwrap(DuckDBConnection.class)).isNotNull();
            assertThat(db.unwrap(Connection.class)).isSameAs(db);
            assertThat(db.isWrapperFor(DuckDBConnection.class)).isTrue();
            assertThat(db.getMetaData().getDatabaseProductName()).isEqualTo("DuckDB");
            assertThat(db).hasToString("Connection[jdbc:duckdb:]");
            assertThat(statement.isClosed()).isFalse();
            db.close();
            db.close();
            assertThat(db.isClosed()).isTrue();
        }
    }
}
