package io.github.analytics4j.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.github.analytics4j.catalog.ClientSettings;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A query that waits for a page which never comes is ended by everything that should end it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CancelTest {
    private static final String CALLS = "select count(*) from synthflow_calls(model_id := 'm-1')";

    private CallLogServer server;
    private Analytics database;
    private Connection db;
    private ExecutorService threads;

    @BeforeEach
    void open() throws Exception {
        server = new CallLogServer(1_000, index -> "{\"call_id\":\"c-" + index + "\"}");
        threads = Executors.newCachedThreadPool();
        open(0);
    }

    private void open(int prefetch) throws Exception {
        database = Analytics.builder()
                .settings(ClientSettings.of(server.settings()))
                .prefetch(prefetch)
                .open();
        db = database.connection();
    }

    @AfterEach
    void close() throws Exception {
        database.close();
        threads.shutdownNow();
        server.close();
    }

    private CompletableFuture<String> running(Statement statement) {
        return CompletableFuture.supplyAsync(() -> outcome(statement), threads);
    }

    private static String outcome(Statement statement) {
        try (ResultSet rows = statement.executeQuery(CALLS)) {
            rows.next();
            return "rows " + rows.getLong(1);
        } catch (SQLException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    private void worksAgain() throws Exception {
        server.goOn();
        assertThat(Sql.value(db, CALLS)).isEqualTo(1_000L);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "4, 1", "0, 4", "4, 4"})
    void cancel_whileAPageIsAwaited_endsTheQueryAndItsRequest(int prefetch, String threads) throws Exception {
        database.close();
        open(prefetch);
        Sql.run(db, "set threads = " + threads);
        server.holdAt(500);
        Statement statement = db.createStatement();
        CompletableFuture<String> query = running(statement);
        server.awaitHeld();
        statement.cancel();
        assertThat(query.get()).isEqualTo("SQLTimeoutException: the statement was canceled");
        server.awaitGivenUp();
        statement.close();
        worksAgain();
    }

    @Test
    void cancel_preparedStatement_endsItAndItRunsAgain() throws Exception {
        server.holdAt(500);
        PreparedStatement statement = db.prepareStatement(CALLS);
        CompletableFuture<String> query = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return "rows " + statement.executeQuery();
                    } catch (SQLException e) {
                        return e.getClass().getSimpleName();
                    }
                },
                threads);
        server.awaitHeld();
        statement.cancel();
        assertThat(query.get()).isEqualTo(SQLTimeoutException.class.getSimpleName());
        worksAgain();
    }

    @Test
    void cancel_ofAnotherStatement_endsNothing() throws Exception {
        server.holdAt(500);
        Statement idle = db.createStatement();
        Statement statement = db.createStatement();
        CompletableFuture<String> query = running(statement);
        server.awaitHeld();
        idle.cancel();
        assertThat(query.isDone()).isFalse();
        statement.cancel();
        assertThat(query.get()).startsWith("SQLTimeoutException");
        idle.close();
        worksAgain();
    }

    /** It has not begun when it is ended: without this it would run when its turn comes, and for good where the server is silent. */
    @Test
    void cancelOrTimeout_whileAnotherStatementRuns_endsTheOneThatWaitsForIt() throws Exception {
        server.holdAt(500);
        Statement first = db.createStatement();
        CompletableFuture<String> running = running(first);
        server.awaitHeld();
        int requests = server.requests().size();
        Statement late = db.createStatement();
        late.setQueryTimeout(1);
        assertThat(running(late).get(20, TimeUnit.SECONDS))
                .isEqualTo("SQLTimeoutException: the statement did not end within 1 s");

        Statement waiting = db.createStatement();
        CompletableFuture<String> outcome = new CompletableFuture<>();
        Thread thread = new Thread(() -> outcome.complete(outcome(waiting)));
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        waiting.cancel();
        assertThat(outcome.get(20, TimeUnit.SECONDS)).isEqualTo("SQLTimeoutException: the statement was canceled");

        assertThat(server.requests()).hasSize(requests);
        assertThat(running.isDone()).isFalse();
        first.cancel();
        assertThat(running.get()).startsWith("SQLTimeoutException");
        server.goOn();
        assertThat(waiting.execute(CALLS)).isTrue();
    }

    @Test
    void cancel_whenNothingRuns_leavesTheNextQueryAlone() throws Exception {
        try (Statement statement = db.createStatement()) {
            statement.cancel();
            ResultSet rows = statement.executeQuery(CALLS);
            rows.next();
            assertThat(rows.getLong(1)).isEqualTo(1_000);
            statement.cancel();
        }
        worksAgain();
    }

    @Test
    void closeConnection_whileAPageIsAwaited_endsTheQuery() throws Exception {
        server.holdAt(500);
        Connection other = database.connection();
        CompletableFuture<String> query = running(other.createStatement());
        server.awaitHeld();
        other.close();
        assertThat(query.get()).isEqualTo("SQLTimeoutException: the connection was closed while the statement ran");
        assertThat(other.isClosed()).isTrue();
        worksAgain();
    }

    @Test
    void closeStatement_whileAPageIsAwaited_endsTheQuery() throws Exception {
        server.holdAt(500);
        Statement statement = db.createStatement();
        CompletableFuture<String> query = running(statement);
        server.awaitHeld();
        statement.close();
        assertThat(query.get()).isEqualTo("SQLTimeoutException: the statement was closed while it ran");
        worksAgain();
    }

    @Test
    void closeDatabase_whileAPageIsAwaited_endsEveryQuery() throws Exception {
        server.holdAt(500);
        CompletableFuture<String> one = running(db.createStatement());
        CompletableFuture<String> other = running(database.connection().createStatement());
        server.awaitBegun(2);
        server.awaitHeld();
        database.close();
        String closed = "SQLTimeoutException: the connection was closed while the statement ran";
        assertThat(one.get()).isEqualTo(closed);
        assertThat(other.get()).isEqualTo(closed);
    }

    @Test
    void queryTimeout_whileAPageIsAwaited_endsTheQuery() throws Exception {
        server.holdAt(500);
        Statement statement = db.createStatement();
        statement.setQueryTimeout(1);
        assertThat(running(statement).get()).isEqualTo("SQLTimeoutException: the statement did not end within 1 s");
        worksAgain();
    }

    @Test
    void interrupt_ofTheQuerysThread_endsTheQuery() throws Exception {
        server.holdAt(500);
        Statement statement = db.createStatement();
        CompletableFuture<String> failure = new CompletableFuture<>();
        Thread inPlace = new Thread(() -> {
            try {
                statement.executeQuery(CALLS);
            } catch (SQLException e) {
                failure.complete(e.getMessage());
            }
        });
        inPlace.start();
        server.awaitHeld();
        inPlace.interrupt();
        assertThat(failure.get()).isEqualTo("Invalid Input Error: synthflow_calls: the statement was canceled");
        worksAgain();
    }

    @Test
    void wait_forAPage_costsNoProcessorTime() throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        server.holdAt(500);
        Statement statement = db.createStatement();
        statement.setQueryTimeout(3);
        CompletableFuture<String> query = running(statement);
        server.awaitHeld();
        long before = system.getProcessCpuTime();
        query.get();
        assertThat(Duration.ofNanos(system.getProcessCpuTime() - before)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void limit_withPagesAhead_endsWhatIsUnderWay() throws Exception {
        database.close();
        open(4);
        server.holdAt(300);
        assertThat(Sql.rows(db, "select call_id from synthflow_calls(model_id := 'm-1') limit 150"))
                .hasSize(150);
        assertThat(server.requests()).hasSizeLessThanOrEqualTo(6);
        worksAgain();
    }

    @Test
    void cancel_leavesNoThreadBehind() throws Exception {
        server.holdAt(500);
        Statement statement = db.createStatement();
        CompletableFuture<String> query = running(statement);
        server.awaitHeld();
        statement.cancel();
        query.get();
        database.close();
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(each -> each.isAlive() && !each.isDaemon())
                        .map(Thread::getName)
                        .filter(name -> name.startsWith("OkHttp") || name.contains("analytics4j"))
                        .collect(Collectors.toList()))
                .isEmpty();
    }
}
