package io.github.analytics4j.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.error.ApiException.AuthenticationException;
import io.github.analytics4j.error.ApiException.RateLimitException;
import io.github.analytics4j.error.ApiException.ServerException;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.error.WalkException;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.testkit.Sandbox;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong in a query: the full text of the SQL error, its cause, and that the next query works. */
class FailuresTest {
    private static final String CALLS = "select count(*) from synthflow_calls(model_id := 'm-1')";

    private CallLogServer server;
    private Connection db;

    @BeforeEach
    void open() throws Exception {
        server = new CallLogServer(250, index -> "{\"call_id\":\"c-" + index + "\",\"call_status\":\"completed\"}");
        db = Analytics.builder()
                .settings(ClientSettings.of(server.settings()))
                .clients((api, client) -> client.retry(RetryPolicy.NONE))
                .connect();
    }

    @AfterEach
    void close() throws Exception {
        db.close();
        server.close();
    }

    /** Fails, tells no key, and leaves a connection that works. */
    private Exception failure(String query) throws Exception {
        Exception failure = Sql.failure(db, query);
        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all));
        assertThat(all.toString()).doesNotContain(CallLogServer.KEY);
        assertThat(failure.getMessage()).doesNotContain("\tat ").doesNotContain("Exception");
        server.refuse("");
        server.state(250);
        assertThat(Sql.value(db, CALLS)).isEqualTo(250L);
        return failure;
    }

    private static String refusal(String status, String headers, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n"
                + headers + "\r\n" + body;
    }

    @Test
    void parameter_missing_isNamedAndNothingIsSent() throws Exception {
        Exception failure = Sql.failure(db, "select * from synthflow_calls()");
        assertThat(failure)
                .hasMessage("Binder Error: synthflow_calls: model_id is missing\n\n"
                        + "LINE 1: select * from synthflow_calls()\n"
                        + "                      ^^^^^^^^^^^^^^^^^")
                .hasCauseInstanceOf(InvalidRequestException.class);
        assertThat(server.requests()).isEmpty();
        failure("select * from synthflow_calls()");
    }

    @Test
    void parameter_unknown_isToldWithThoseThereAre() throws Exception {
        String candidates =
                "Binder Error: Macro synthflow_calls() does not support the supplied arguments. You might need"
                        + " to add explicit type casts.\nCandidate macros:\n\tsynthflow_calls(model_id := NULL,"
                        + " from_date := NULL, to_date := NULL, call_status := NULL, duration_min := NULL,"
                        + " duration_max := NULL, lead_phone_number := NULL)";
        assertThat(failure("select * from synthflow_calls(modelid := 'm-1')"))
                .hasMessage("Binder Error: synthflow_calls: modelid is no parameter; did you mean model_id?\n\n"
                        + candidates);
        assertThat(failure("select * from SYNTHFLOW_CALLS(model_id := 'm-1', \"page_size\" => 5, nothing := (1))")
                        .getMessage())
                .startsWith("Binder Error: synthflow_calls: page_size is no parameter; there are ")
                .contains("; nothing is no parameter; there are model_id, ");
        assertThat(failure("select * from synthflow_calls(model_id := 'm-1', \"limit\" := 5)")
                        .getMessage())
                .startsWith("Binder Error: synthflow_calls: limit is no parameter here: the walk sets it\n");
        assertThat(failure("select * from synthflow_calls(1, 2, 3, 4, 5, 6, 7, 8)")
                        .getMessage())
                .startsWith(
                        "Binder Error: synthflow_calls: it takes its parameters by name, each once, and there are model_id,");
        try (PreparedStatement unused = db.prepareStatement("select * from synthflow_calls(modelid := ?)")) {
            assertThat(catchThrowable(unused::executeQuery)).isNotNull();
        } catch (SQLException e) {
            assertThat(e.getMessage()).startsWith("Binder Error: synthflow_calls: modelid is no parameter;");
        }
    }

    @Test
    void parameter_wordOfSqlWithoutQuotes_isToldToHaveThem() throws Exception {
        assertThat(failure("select * from voisnap_intents_intents(limit := 5)").getMessage())
                .startsWith("Parser Error: limit is a word of SQL: as the name of a parameter it is written in quotes,"
                        + " \"limit\" := ...\n\nParser Error: syntax error at or near \"limit\"");
        assertThat(failure("select * from range(5) limit limit").getMessage()).startsWith("Parser Error: syntax error");
    }

    @Test
    void tableWithoutParentheses_isToldToHaveThem() throws Exception {
        assertThat(failure("select * from Synthflow_Calls limit 5").getMessage())
                .startsWith(
                        "Catalog Error: synthflow_calls is called as a function: synthflow_calls(model_id := ...)\n\n"
                                + "Catalog Error: Table with name");
        assertThat(failure("select * from callops_stt_events").getMessage())
                .startsWith("Catalog Error: callops_stt_events is called as a function: callops_stt_events()");
        assertThat(failure("select * from blend_days").getMessage())
                .startsWith("Catalog Error: blend_days is called as a function: blend_days()");
        assertThat(failure("select * from nowhere").getMessage())
                .startsWith("Catalog Error: Table with name nowhere does not exist");
    }

    @Test
    void parameter_ofASubqueryOrOfAnotherTable_isToldToBeAVariable() throws Exception {
        String hint =
                "Binder Error: a parameter of a table is a value, and comes from no subquery and no other table of the"
                        + " query: set variable v = (select ...), and write getvariable('v')\n\nBinder Error: ";
        assertThat(failure("select * from synthflow_calls(model_id := (select 'm-1'))")
                        .getMessage())
                .startsWith(hint);
        assertThat(failure(
                                "select * from (select 'm-1' as m) as one, lateral (from Synthflow_Calls(model_id := one.m))")
                        .getMessage())
                .startsWith(hint);
        assertThat(failure("select * from read_csv((select 'x'))").getMessage()).doesNotContain("variable");
    }

    @Test
    void parameters_severalMistakes_areAllNamed() throws Exception {
        assertThat(failure("select * from synthflow_calls(duration_min := 'long', call_status := 'asleep')")
                        .getMessage())
                .startsWith("Binder Error: synthflow_calls: call_status must be one of the known values: ")
                .contains(
                        "was \"asleep\"; duration_min must be a whole number, such as 0; was \"long\"; model_id is missing\n");
    }

    @Test
    void range_inTheWrongOrder_isRefused() throws Exception {
        assertThat(failure("select * from synthflow_calls(model_id := 'm-1', from_date := '2026-03-01',"
                                + " to_date := '2026-02-01')")
                        .getMessage())
                .startsWith("Binder Error: synthflow_calls: from_date must not be after to_date, was"
                        + " 2026-03-01T00:00:00Z against 2026-02-01T00:00:00Z\n");
    }

    @Test
    void range_overTheVendorsCap_isRefused() throws Exception {
        assertThat(failure("select * from synthflow_export(from_date := '2026-01-01', to_date := '2026-06-01')")
                        .getMessage())
                .startsWith("Binder Error: synthflow_export: ")
                .contains("at most 120 days");
    }

    @Test
    void key_refused_isToldWithoutIt() throws Exception {
        server.refuse(refusal(
                "401 Unauthorized",
                "",
                "{\"detail\":{\"status\":\"error\",\"description\":\"no such key " + CallLogServer.KEY + "\"}}"));
        Exception failure = failure(CALLS);
        assertThat(failure).hasCauseInstanceOf(AuthenticationException.class);
        assertThat(failure.getMessage())
                .startsWith("Invalid Input Error: synthflow_calls: ")
                .contains("401");
    }

    @Test
    void key_missing_failsOnlyItsApi() throws Exception {
        Exception failure = failure("select * from synaptiq_overview()");
        assertThat(failure)
                .hasMessage("Invalid Input Error: synaptiq_overview: settings of synaptiq: api-key is missing: set"
                        + " SYNAPTIQ_API_KEY in the environment, or synaptiq.api-key in a settings file");
    }

    @Test
    void rateLimit_exceeded_isTheError() throws Exception {
        server.refuse(refusal("429 Too Many Requests", "Retry-After: 7\r\n", "{\"detail\":\"slow down\"}"));
        Exception failure = failure(CALLS);
        assertThat(failure).hasCauseInstanceOf(RateLimitException.class);
        assertThat(failure.getMessage())
                .startsWith("Invalid Input Error: synthflow_calls: ")
                .contains("429");
    }

    @Test
    void server_fails_isTheError() throws Exception {
        server.refuse(refusal("500 Internal Server Error", "", "{}"));
        assertThat(failure(CALLS)).hasCauseInstanceOf(ServerException.class);
    }

    @Test
    void response_noJson_isTheError() throws Exception {
        server.refuse(refusal("200 OK", "", "<html>"));
        assertThat(failure(CALLS)).hasCauseInstanceOf(UnreadableResponseException.class);
    }

    @Test
    void walk_notProven_failsTheQuery() throws Exception {
        server.state(300);
        Exception failure = failure(CALLS);
        assertThat(failure).hasCauseInstanceOf(WalkException.class);
        assertThat(failure.getMessage())
                .startsWith("Invalid Input Error: synthflow_calls: the rows are not proven to be all: ")
                .endsWith("; allow unproven walks to have them as they came");
    }

    @Test
    void walk_notProvenAndAllowed_givesItsRowsAndTellsTheListener() throws Exception {
        List<String> heard = new ArrayList<>();
        server.state(300);
        try (Connection lax = Analytics.builder()
                .settings(ClientSettings.of(server.settings()))
                .allowUnproven(true)
                .onReport((table, report) -> heard.add(table.name() + " " + report.rows() + " " + report.proven()))
                .connect()) {
            assertThat(Sql.value(lax, CALLS)).isEqualTo(250L);
            assertThat(Sql.rows(lax, "select call_id from synthflow_calls(model_id := 'm-1') limit 1"))
                    .hasSize(1);
        }
        assertThat(heard).containsExactly("synthflow_calls 250 false"); // a walk cut by a limit has no end
    }

    @Test
    void listener_throws_failsTheQueryWithItsOwnException() throws Exception {
        try (Connection strict = Analytics.builder()
                .settings(ClientSettings.of(server.settings()))
                .onReport((table, report) -> {
                    throw new IllegalStateException("of the listener");
                })
                .connect()) {
            assertThat(Sql.failure(strict, CALLS))
                    .hasMessage(
                            "Invalid Input Error: synthflow_calls: unexpected java.lang.IllegalStateException: of the listener")
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void scanFunction_calledByItself_saysWhatItIsFor() throws Exception {
        String function = (String) Sql.value(
                db, "select min(function_name) from duckdb_functions() where function_name like 'analytics4j_scan_%'");
        assertThat(Sql.failure(db, "select * from " + function + "()").getMessage())
                .startsWith("Binder Error: this function is called by the macros of the tables alone");
    }

    @Test
    void statement_afterAnError_canBeUsedAgain() throws Exception {
        try (Statement statement = db.createStatement()) {
            statement.setQueryTimeout(30);
            for (String wrong :
                    List.of("select * from synthflow_calls()", "selekt", "select no_such_column from " + "range(3)")) {
                Throwable failure = catchThrowable(() -> statement.execute(wrong));
                assertThat(failure).isInstanceOf(SQLException.class);
                assertThat(statement.getQueryTimeout()).isEqualTo(30);
                assertThat(statement.execute(CALLS)).isTrue();
            }
        }
    }

    @Test
    void row_noRecord_isNotProvenAndNamed() throws Exception {
        try (CallLogServer odd = new CallLogServer(
                        3, index -> index == 1 ? "\"nonsense\"" : "{\"call_id\":\"c-" + index + "\"}");
                Connection lost = Analytics.connect(ClientSettings.of(odd.settings()))) {
            assertThat(Sql.failure(lost, CALLS).getMessage())
                    .startsWith("Invalid Input Error: synthflow_calls: the rows are not proven to be all: ");
        }
    }

    @Test
    void transaction_afterAnError_canBeRolledBack() throws Exception {
        db.setAutoCommit(false);
        server.refuse(refusal("500 Internal Server Error", "", "{}"));
        Sql.failure(db, CALLS);
        db.rollback();
        db.setAutoCommit(true);
        server.refuse("");
        assertThat(Sql.value(db, CALLS)).isEqualTo(250L);
    }

    @Test
    void database_closed_refusesFurtherConnections() throws Exception {
        Analytics database = Analytics.builder()
                .settings(ClientSettings.of(server.settings()))
                .open();
        Connection connection = database.connection();
        assertThat(Sql.value(connection, CALLS)).isEqualTo(250L);
        database.close();
        assertThat(connection.isClosed()).isTrue();
        assertThatThrownBy(database::connection)
                .isInstanceOf(SQLException.class)
                .hasMessage("the database is closed");
        database.close();
    }

    @Test
    void range_overAYear_isRefusedWhereOneRequestBringsItAndWalkedInPartsElse() throws Exception {
        try (Sandbox sandbox =
                        Sandbox.builder().seed(3).calls(10).activities(40).start();
                Connection all = Analytics.connect(ClientSettings.environment(sandbox.environment()))) {
            assertThat(Sql.failure(
                                    all,
                                    "select * from synaptiq_overview(start_date := '2024-01-01', end_date := '2026-01-01')")
                            .getMessage())
                    .startsWith("Binder Error: synaptiq_overview: ");
            assertThat(
                            (Long)
                                    Sql.value(
                                            all,
                                            "select count(*) from synaptiq_activity(start_date := '2024-01-01', end_date := current_date)"))
                    .isPositive();
        }
    }
}
