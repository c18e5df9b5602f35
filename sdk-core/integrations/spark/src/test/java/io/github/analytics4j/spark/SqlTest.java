package io.github.analytics4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.testkit.Sandbox;
import java.sql.Timestamp;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables that SQL makes and reads. */
class SqlTest {
    private static final SparkSession SPARK = LocalSpark.session();
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = LocalSpark.sandbox().calls(500).start();
        String agents = String.join(",", sandbox.synthflow().modelIds());
        SPARK.sql("create table calls using analytics4j options (table 'synthflow.calls', agents '" + agents
                + "', baseUrl '" + sandbox.synthflow().baseUrl() + "', keyVariable '" + LocalSpark.KEY_VARIABLE + "')");
    }

    @AfterAll
    static void stop() {
        SPARK.sql("drop table if exists calls");
        sandbox.close();
    }

    @BeforeEach
    void forget() {
        sandbox.requests().clear();
    }

    private static List<Row> sql(String text) {
        return SPARK.sql(text).collectAsList();
    }

    @Test
    void table_countsAndGroups_asTheLogsSay() {
        long rows = sandbox.synthflow().agents().stream()
                .mapToLong(agent -> agent.calls().size())
                .sum();
        assertThat(sql("select count(*), count(distinct call_id) from calls")
                        .get(0)
                        .getLong(0))
                .isEqualTo(rows);
        assertThat(sql("select model_id, count(*) from calls group by 1").stream()
                        .collect(Collectors.toMap(each -> each.getString(0), each -> each.getLong(1))))
                .isEqualTo(sandbox.synthflow().agents().stream()
                        .collect(Collectors.toMap(
                                each -> each.modelId(), each -> each.calls().size())));
    }

    @Test
    void table_filters_areParameters() {
        String agent = sandbox.synthflow().modelId();
        List<Row> rows = sql("select call_status, duration from calls where model_id = '" + agent
                + "' and call_status = 'completed' and duration >= 60");

        assertThat(rows).isNotEmpty().allMatch(each -> each.getString(0).equals("completed") && each.getLong(1) >= 60);
        assertThat(sandbox.requests().all())
                .allMatch(each -> each.rawQuery().contains("call_status=completed")
                        && each.rawQuery().contains("duration_min=60")
                        && each.rawQuery().contains(agent));
    }

    @Test
    void describe_showsTypesAndMeanings() {
        List<Row> columns = sql("describe table calls");

        assertThat(columns)
                .anyMatch(each -> each.getString(0).equals("start_time")
                        && each.getString(1).equals("timestamp"));
        assertThat(columns)
                .anyMatch(each -> each.getString(0).equals("duration")
                        && each.getString(1).equals("bigint")
                        && each.getString(2).contains("Unit: seconds."));
        assertThat(sandbox.requests().all()).isEmpty();
    }

    /** Without the source and its options it would make an empty table of Parquet files. */
    @Test
    void showCreateTable_makesTheSameTable() {
        String statement = sql("show create table calls").get(0).getString(0);
        assertThat(statement).containsIgnoringCase("using analytics4j").contains("synthflow.calls");
        String url = sandbox.synthflow().baseUrl().toString(); // Spark blanks each option with url in its name
        SPARK.sql(statement
                .replaceFirst("(?i)(create table )\\S+", "$1again")
                .replaceFirst("\\(\\s+\\)", "") // Spark 3.5 writes an empty list of columns, and cannot read it
                .replace("*********(redacted)", url));
        try {
            assertThat(sql("select count(*) from again")).isEqualTo(sql("select count(*) from calls"));
        } finally {
            SPARK.sql("drop table again");
        }
    }

    @Test
    void propertiesOfATable_areNoOptions() {
        SPARK.sql("create table noted" + options() + " tblproperties ('team' = 'sales')");
        try {
            SPARK.sql("alter table noted set tblproperties ('state' = 'tried')");

            assertThat(sql("show tblproperties noted"))
                    .extracting(each -> each.getString(0) + "=" + each.getString(1))
                    .contains("team=sales", "state=tried");
            assertThat(sql("show create table noted").get(0).getString(0)).contains("'team' = 'sales'");
            assertThat(sql("select count(*) from noted where call_status = 'completed'")
                            .get(0)
                            .getLong(0))
                    .isPositive();
        } finally {
            SPARK.sql("drop table noted");
        }
    }

    @Test
    void temporaryView_isATableToo() {
        SPARK.sql(
                "create or replace temporary view one_agent using analytics4j options (table 'synthflow.calls', agents '"
                        + sandbox.synthflow().modelId() + "', baseUrl '"
                        + sandbox.synthflow().baseUrl() + "', keyVariable '"
                        + LocalSpark.KEY_VARIABLE + "')");

        assertThat(sql("select count(*) from one_agent").get(0).getLong(0))
                .isEqualTo(sandbox.synthflow().calls().size());
    }

    @Test
    void table_withAKey_isRefused() {
        assertThatThrownBy(() -> {
                    SPARK.sql(
                            "create table other using analytics4j options (table 'synthflow.calls', apiKey 'sk_live_1')");
                    SPARK.sql("select * from other").collectAsList();
                })
                .hasStackTraceContaining("is refused: options show in plans")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("sk_live_1"));
        SPARK.sql("drop table if exists other");
    }

    @Test
    void table_withoutAgents_isMade_andFailsWhereItIsRead() {
        SPARK.sql("create table nobody" + options().replaceFirst("agents '[^']*', ", ""));
        try {
            assertThatThrownBy(() -> SPARK.sql("select * from nobody").collectAsList())
                    .hasStackTraceContaining("agents");
        } finally {
            SPARK.sql("drop table nobody");
        }
    }

    private static String options() {
        return " using analytics4j options (table 'synthflow.calls', agents '"
                + sandbox.synthflow().modelId() + "', baseUrl '"
                + sandbox.synthflow().baseUrl() + "', keyVariable '" + LocalSpark.KEY_VARIABLE + "')";
    }

    @Test
    void someColumns_areTheTablesInThatOrder() {
        String columns = " (start_time timestamp, duration bigint, labels array<string>, call_id string) ";
        SPARK.sql("create table few" + columns + options());
        SPARK.sql("create or replace temporary view few_too" + columns + options());
        List<String> ids = sandbox.synthflow().calls().ids().toList();
        try {
            for (String table : List.of("few", "few_too")) {
                Dataset<Row> all = SPARK.table(table);
                assertThat(all.schema().fieldNames()).containsExactly("start_time", "duration", "labels", "call_id");
                assertThat(all.collectAsList())
                        .allMatch(each -> each.get(0) instanceof Timestamp && each.getLong(1) >= 0)
                        .extracting(each -> each.getString(3))
                        .containsExactlyInAnyOrderElementsOf(ids);
                assertThat(LocalSpark.texts(all.where("duration >= 60").select("call_id")))
                        .isNotEmpty()
                        .hasSizeLessThan(ids.size());
            }
        } finally {
            SPARK.sql("drop table few");
        }
    }

    @Test
    void columnsThatTheTableHasNot_areRefusedByName() {
        assertThatThrownBy(() -> {
                    SPARK.sql("create table other (call_id string, duration int, cal_status string, Model_ID string)"
                            + options());
                    SPARK.sql("select * from other").collectAsList();
                })
                .hasStackTraceContaining(
                        "the schema has duration as int, in synthflow_calls it is bigint; leave the schema")
                .hasStackTraceContaining("the schema has columns that synthflow_calls has not: cal_status (did you mean"
                        + " call_status?), Model_ID (did you mean model_id?); leave the schema out");
        SPARK.sql("drop table if exists other");
        assertThat(sandbox.requests().all()).isEmpty();
    }

    @Test
    void insert_isRefused() {
        assertThatThrownBy(() -> SPARK.sql("insert into calls select * from calls"))
                .hasMessageMatching("(?s).*(support|allow|insert).*");
    }
}
