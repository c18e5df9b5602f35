package io.github.analytics4j.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.testkit.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A live call log in SQL: what a user does first. */
class ConnectTest {
    @TempDir
    Path folder;

    private Sandbox sandbox;
    private Connection db;
    private String calls;

    @BeforeEach
    void open() throws Exception {
        sandbox = Sandbox.builder().seed(7).calls(1_234).start();
        db = Analytics.connect(ClientSettings.environment(sandbox.environment()));
        calls = "synthflow_calls(model_id := '" + sandbox.synthflow().modelId() + "')";
    }

    @AfterEach
    void close() throws Exception {
        db.close();
        sandbox.close();
    }

    @Test
    void groupBy_callLog_countsEveryCall() throws Exception {
        List<List<Object>> groups =
                Sql.rows(db, "select call_status, count(*) as calls from " + calls + " group by 1 order by 2 desc");
        assertThat(groups).hasSizeGreaterThan(3);
        assertThat(groups.stream().mapToLong(each -> (Long) each.get(1)).sum()).isEqualTo(1_234);
    }

    @Test
    void limit_five_sendsOneRequest() throws Exception {
        assertThat(Sql.rows(db, "select call_id from " + calls + " limit 5")).hasSize(5);
        assertThat(sandbox.requests().count()).isEqualTo(1);
    }

    @Test
    void whatDoesNotFitIntoTheMemory_isReadByItsOwnerAlone_andGoneWhenTheDatabaseIsClosed() throws Exception {
        Path spills;
        try (Connection small =
                Analytics.builder().option("memory_limit", "40MB").connect()) {
            spills = Path.of((String) Sql.value(small, "select current_setting('temp_directory')"));
            Sql.run(small, "create table t as select i, md5(i::varchar) as m from range(900000) as r(i)");
            assertThat((Long) Sql.value(small, "select count(*) from duckdb_temporary_files()"))
                    .isPositive();
            assertThat(spills).isNotEmptyDirectory();
            if (Files.getFileStore(spills).supportsFileAttributeView("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(spills)))
                        .isEqualTo("rwx------");
            }
        }
        assertThat(spills).doesNotExist();
    }

    @Test
    void limit_severalPages_sendsAsManyRequestsAsItNeeds() throws Exception {
        assertThat(Sql.rows(db, "select call_id from " + calls + " limit 150")).hasSize(150);
        assertThat(sandbox.requests().count()).isEqualTo(2);
    }

    @Test
    void copy_toParquet_isReadAgain() throws Exception {
        Path file = folder.resolve("calls.parquet");
        Sql.run(db, "copy (select * from " + calls + ") to '" + file + "' (format parquet)");
        assertThat(Files.size(file)).isPositive();
        assertThat(Sql.value(db, "select count(distinct call_id) from '" + file + "'"))
                .isEqualTo(1_234L);
    }

    @Test
    void prepared_parameter_isBoundForEachExecution() throws Exception {
        try (PreparedStatement statement =
                db.prepareStatement("select count(*) from synthflow_calls(model_id := ?, call_status := ?)")) {
            statement.setString(1, sandbox.synthflow().modelId());
            statement.setString(2, "completed");
            long completed = count(statement);
            statement.setString(2, "busy");
            long busy = count(statement);
            assertThat(completed).isGreaterThan(busy).isLessThan(1_234);
            assertThat(busy).isPositive();
        }
    }

    private static long count(PreparedStatement statement) throws Exception {
        try (ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    @Test
    void describe_sendsNothing() throws Exception {
        assertThat(Sql.rows(db, "describe select * from " + calls)).hasSizeGreaterThan(30);
        assertThat(sandbox.requests().count()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select * from %s limit 0                                       | 0",
                "select * from %s where false                                   | 0",
                "explain select * from %s                                       | 0",
                "select call_id from %s limit 5 offset 90                       | 1",
                "select call_id from %s limit 5 offset 98                       | 2",
                "select count(*) from (select * from %s limit 5)                | 1",
                "from %s select call_id limit 1                                 | 1",
                "select exists (from %s)                                        | 1",
                "select call_id from %s where call_id is not null limit 3       | 1",
                "create or replace temp table few as from %s limit 7           | 1",
                "with few as (from %s limit 3) select * from few union all select * from few | 1"
            })
    void query_thatNeedsFewRows_sendsFewRequests(String query, int requests) throws Exception {
        Sql.run(db, String.format(query, calls));
        assertThat(sandbox.requests().count()).isEqualTo(requests);
    }

    @Test
    void view_overALiveTable_isReadAnewEachTime() throws Exception {
        Sql.run(db, "create temp view log as select call_id, duration from " + calls);
        assertThat(sandbox.requests().count()).isZero();
        assertThat(Sql.value(db, "select count(*) from log")).isEqualTo(1_234L);
        assertThat(sandbox.requests().count()).isPositive();
    }

    @Test
    void script_setsAVariableAndUsesIt() throws Exception {
        Sql.run(db, "set variable agent = '" + sandbox.synthflow().modelId() + "'");
        assertThat(Sql.value(db, "select count(*) from synthflow_calls(model_id := getvariable('agent'))"))
                .isEqualTo(1_234L);
    }

    @Test
    void streaming_resultClosedEarly_asksForNoMorePages() throws Exception {
        try (Connection streaming = Analytics.builder()
                        .settings(ClientSettings.environment(sandbox.environment()))
                        .option("jdbc_stream_results", "true")
                        .connect();
                Statement statement = streaming.createStatement()) {
            statement.execute("set streaming_buffer_size = '1KB'");
            try (ResultSet rows = statement.executeQuery("select call_id from " + calls)) {
                assertThat(rows.next()).isTrue();
            }
        }
        assertThat(sandbox.requests().count()).isLessThan(13);
    }

    @Test
    void streaming_wholeLog_isWhole() throws Exception {
        try (Connection streaming = Analytics.builder()
                .settings(ClientSettings.environment(sandbox.environment()))
                .option("jdbc_stream_results", "true")
                .connect()) {
            assertThat(Sql.rows(streaming, "select call_id from " + calls)).hasSize(1_234);
        }
    }
}
