package io.github.analytics4j.examples;

import io.github.analytics4j.page.Walk;
import io.github.analytics4j.page.WalkProgress;
import io.github.analytics4j.page.WalkReport;
import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.SynthflowClient;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * How do I read a whole call log and know that no call is missing? The rows come page by page as they are needed, four pages ahead of
 * the loop; the report at the end says whether every call that was there all along was delivered exactly once.
 */
public final class WalkACallLog {
    private WalkACallLog() {}

    public static void main(String[] args) {
        try (Accounts accounts = Accounts.open()) {
            run(accounts, System.out);
        }
    }

    static void run(Accounts accounts, PrintStream out) {
        try (SynthflowClient synthflow = accounts.synthflow().build()) {
            String agent = accounts.agent(synthflow);
            Map<String, Long> byStatus = new TreeMap<>();
            long seconds = 0;
            try (Walk<Call> calls = synthflow
                    .calls()
                    .list(r -> r.modelId(agent))
                    .prefetch(4)
                    .onProgress(progress -> show(progress, out))
                    .iterator()) {
                while (calls.hasNext()) {
                    Call call = calls.next();
                    byStatus.merge(String.valueOf(call.callStatus()), 1L, Long::sum);
                    seconds += call.duration() == null ? 0 : call.duration();
                }
                byStatus.forEach((status, count) -> out.printf("%-22s %6d calls%n", status, count));
                summarise(calls.report(), seconds, out);
            }
        }
    }

    private static void show(WalkProgress progress, PrintStream out) {
        if (progress.finished()) {
            out.printf("read %d of %d calls%n", progress.rows(), progress.total());
        }
    }

    private static void summarise(WalkReport report, long seconds, PrintStream out) {
        out.printf("%d calls, %d minutes of talk%n", report.rows(), seconds / 60);
        out.println(report.proven() ? "complete: proven" : "not proven complete: " + report.reasons());
    }
}
