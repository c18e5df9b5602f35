package io.github.analytics4j.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.Settings;
import io.github.analytics4j.testkit.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        db = Analytics.connect(Settings.environment(sandbox.environment()));
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
}
