package io.github.analytics4j.duckdb;

import com.sun.management.OperatingSystemMXBean;
import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.catalog.Table;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Reads one large call log in a process of its own, in turn as a bare walk, in SQL, and with the database's own {@code read_json}
 * from a file of JSON Lines; prints a line for each. Arguments: base URL, key, the file, rounds.
 */
final class LargeLog {
    private static final String GROUPS = "select call_status, count(*), sum(duration) from %s group by 1 order by 1";

    private LargeLog() {}

    public static void main(String[] args) throws Exception {
        ClientSettings settings =
                ClientSettings.of(Map.of("synthflow.base-url", args[0], "synthflow.api-key", args[1]));
        ApiCatalog api = ApiCatalog.all().stream()
                .filter(each -> each.name().equals("synthflow"))
                .findFirst()
                .orElseThrow();
        Table table = api.table("synthflow_calls").orElseThrow();
        String live = String.format(GROUPS, "synthflow_calls(model_id := 'm-1')");
        String file = String.format(
                GROUPS,
                "read_json('" + args[2] + "', format = 'newline_delimited',"
                        + " columns = {call_status: 'VARCHAR', duration: 'BIGINT'})");
        try (ApiSession session = api.open(settings);
                Connection db = Analytics.builder().session(session).connect()) {
            for (int round = 1; round <= Integer.parseInt(args[3]); round++) {
                measure(round, "walk", () -> walk(session, table));
                measure(round, "sql", () -> Sql.rows(db, live));
                measure(round, "sql all columns", () -> Sql.rows(db, everyColumn(table)));
                measure(round, "read_json", () -> Sql.rows(db, file));
            }
        }
        Runtime heap = Runtime.getRuntime();
        System.out.printf("heap of %d MB%n", heap.maxMemory() >> 20);
    }

    private static String everyColumn(Table table) {
        List<String> columns = table.columns().stream()
                .map(each -> "count(\"" + each.name() + "\"::varchar)")
                .toList();
        return "select " + String.join(", ", columns) + " from synthflow_calls(model_id := 'm-1')";
    }

    private static List<List<Object>> walk(ApiSession session, Table table) {
        var pages = session.rows(table, Arguments.NONE.with("model_id", "m-1"))
                .pages()
                .iterator();
        long rows = 0;
        while (pages.hasNext()) {
            rows += pages.next().items().size();
        }
        return List.of(List.of(rows, pages.report().proven()));
    }

    private static void measure(int round, String what, Callable<List<List<Object>>> work) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long start = System.nanoTime();
        long cpu = system.getProcessCpuTime();
        List<List<Object>> result = work.call();
        System.out.printf(
                "%d|%s|%d ms|%d ms of CPU|%s%n",
                round,
                what,
                (System.nanoTime() - start) / 1_000_000,
                (system.getProcessCpuTime() - cpu) / 1_000_000,
                result);
    }
}
