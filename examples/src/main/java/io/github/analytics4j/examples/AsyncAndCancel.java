package io.github.analytics4j.examples;

import io.github.analytics4j.callops.AnalyticsApi;
import io.github.analytics4j.callops.BargeIn;
import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.callops.ConversationTurns;
import io.github.analytics4j.callops.CostOverview;
import io.github.analytics4j.callops.Latency;
import io.github.analytics4j.page.WalkReport;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How do I ask several things at once without blocking, and stop what is under way? Each operation has an asynchronous form. Canceling
 * its future ends the exchange on the wire; canceling the future of a walk ends the walk.
 */
public final class AsyncAndCancel {
    private AsyncAndCancel() {}

    public static void main(String[] args) throws InterruptedException {
        try (Accounts accounts = Accounts.open()) {
            run(accounts, System.out);
        }
    }

    static void run(Accounts accounts, PrintStream out) throws InterruptedException {
        try (CallOpsClient callops = accounts.callops().build()) {
            out.println(summary(callops.analytics()).join());
            accounts.sandbox().ifPresent(sandbox -> sandbox.latency(Duration.ofMillis(80))); // as in real life
            cancelAWalk(callops, out);
        }
    }

    /** Four requests at the same time, and one text of their results. */
    private static CompletableFuture<String> summary(AnalyticsApi analytics) {
        CompletableFuture<Latency> latency = analytics.latencyAsync(r -> {});
        CompletableFuture<CostOverview> costs = analytics.costOverviewAsync(r -> {});
        CompletableFuture<BargeIn> bargeIn = analytics.bargeInAsync(r -> {});
        CompletableFuture<ConversationTurns> turns = analytics.conversationTurnsAsync(r -> {});
        return CompletableFuture.allOf(latency, costs, bargeIn, turns)
                .thenApply(all -> String.format(
                        "%.0f ms to an answer, %s a call, interrupted in %.0f %% of the calls, %.1f turns",
                        latency.join().avgTotalLatencyMs(),
                        costs.join().avgCostPerCall(),
                        100 * bargeIn.join().bargeInRate(),
                        turns.join().avgTurns()));
    }

    private static void cancelAWalk(CallOpsClient callops, PrintStream out) throws InterruptedException {
        AtomicLong rows = new AtomicLong();
        CountDownLatch enough = new CountDownLatch(1);
        Instant from = Instant.now().minus(Duration.ofDays(60));
        CompletableFuture<WalkReport> walk = callops.analytics()
                .sttEvents(r -> r.startDate(from))
                .forEachAsync(event -> {
                    if (rows.incrementAndGet() == 100) {
                        enough.countDown();
                    }
                });
        var unused = walk.whenComplete((report, failure) -> enough.countDown());
        enough.await();
        walk.cancel(true);
        try {
            WalkReport report = walk.join();
            out.println("the walk ended before it could be canceled: " + report.rows() + " rows");
        } catch (CancellationException e) {
            out.printf("canceled the walk behind %d speech-to-text events%n", rows.get());
        }
    }
}
