package io.github.analytics4j.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.catalog.Table;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import org.junit.jupiter.api.Test;

/** Only the columns that a query needs are decoded into vectors: shown by what the scan's thread allocates. */
class ProjectionTest {
    private static final int CALLS = 2_000;

    private static long allocated(Work work) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            work.run();
            least = Math.min(
                    least,
                    threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
        }
        return least / CALLS;
    }

    private interface Work {
        void run() throws Exception;
    }

    @Test
    void query_ofOneColumn_allocatesLittleMoreThanTheWalk() throws Exception {
        String transcript = "bot: hello ä. ".repeat(200);
        try (CallLogServer server = new CallLogServer(
                        CALLS,
                        index -> "{\"call_id\":\"c-" + index + "\",\"duration\":" + index + ",\"transcript\":\""
                                + transcript + "\",\"labels\":[\"a\",\"b\"],\"judge_results\":{\"x\":\"true\"}}");
                ApiSession session = synthflow().open(ClientSettings.of(server.settings()));
                Connection db = Analytics.builder().session(session).connect()) { // the query's own thread does it all
            Table table = synthflow().table("synthflow_calls").orElseThrow();
            long walk = allocated(() -> session.rows(table, Arguments.NONE.with("model_id", "m-1"))
                    .pages()
                    .iterator()
                    .forEachRemaining(page -> {}));
            String from = " from synthflow_calls(model_id := 'm-1')";
            long number = allocated(() -> Sql.value(db, "select sum(duration)" + from));
            long text = allocated(() -> Sql.value(db, "select max(transcript)" + from));
            long all = allocated(() -> Sql.rows(db, "select * " + from + " where duration < 0"));
            System.out.printf("bytes a row: walk %d, a number %d, a long text %d, all %d%n", walk, number, text, all);
            assertThat(number - walk).isLessThan(200);
            assertThat(text - number).isGreaterThan(transcript.length());
            assertThat(all - number).isGreaterThan(transcript.length());
        }
    }

    private static ApiCatalog synthflow() {
        return ApiCatalog.all().stream()
                .filter(each -> each.name().equals("synthflow"))
                .findFirst()
                .orElseThrow();
    }
}
