package io.github.analytics4j.examples;

import io.github.analytics4j.client.ClientListener;
import io.github.analytics4j.client.ClientListener.CallInfo;
import io.github.analytics4j.error.SdkException.Attempt;
import io.github.analytics4j.retry.RateLimiter;
import io.github.analytics4j.voisnap.IntentCount;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * How do I stay under the vendor's rate limit? Give one limiter to every client of a key: it holds requests back before they are sent,
 * and takes note of what the vendor's headers say. A call waits for its place without holding a thread, within its deadline.
 */
public final class StayUnderARateLimit {
    private StayUnderARateLimit() {}

    public static void main(String[] args) {
        try (Accounts accounts = Accounts.open()) {
            run(accounts, System.out);
        }
    }

    static void run(Accounts accounts, PrintStream out) {
        // of an account with 300 requests a minute: RateLimiter.perMinute(300)
        RateLimiter limiter = RateLimiter.builder()
                .per(Duration.ofMillis(1_500), "analytics", 4)
                .build();
        accounts.sandbox().ifPresent(sandbox -> sandbox.voisnap().rateLimit(8, Duration.ofSeconds(1)));
        Counter counter = new Counter();
        try (VoisnapClient voisnap =
                accounts.voisnap().rateLimit(limiter).listener(counter).build()) {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            List<CompletableFuture<String>> lines = Stream.of(today, today.minusDays(30))
                    .flatMap(end -> month(voisnap, end.minusDays(30), end))
                    .toList();
            lines.forEach(line -> out.println(line.join()));
        }
        out.printf(
                "%d requests, %d of them held back, %d refused%n",
                counter.sent.get(), counter.heldBack.get(), counter.refused.get());
    }

    /** Five figures of thirty days, all asked for at once. */
    private static Stream<CompletableFuture<String>> month(VoisnapClient voisnap, LocalDate from, LocalDate to) {
        var analytics = voisnap.analytics();
        return Stream.of(
                analytics
                        .overviewAsync(r -> r.dateFrom(from).dateTo(to))
                        .thenApply(
                                all -> from + " to " + to + ": " + all.totals().conversations() + " conversations"),
                analytics
                        .conversationsAsync(r -> r.dateFrom(from).dateTo(to))
                        .thenApply(all -> "  by channel: " + all.byChannel()),
                analytics
                        .costsAsync(r -> r.dateFrom(from).dateTo(to))
                        .thenApply(costs -> "  costs: " + costs.totalUsd() + " USD"),
                analytics
                        .sentimentAsync(r -> r.dateFrom(from).dateTo(to))
                        .thenApply(mood -> "  sentiment: " + mood.avgScore()),
                analytics
                        .intentsAsync(r -> r.dateFrom(from).dateTo(to).limit(1))
                        .thenApply(all -> "  most often about: "
                                + all.intents().stream()
                                        .map(IntentCount::intent)
                                        .findFirst()
                                        .orElse("nothing")));
    }

    private static final class Counter implements ClientListener {
        final AtomicInteger sent = new AtomicInteger();
        final AtomicInteger heldBack = new AtomicInteger();
        final AtomicInteger refused = new AtomicInteger();

        @Override
        public void waiting(CallInfo call, Duration pause, String reason) {
            heldBack.incrementAndGet();
        }

        @Override
        public void attemptEnded(CallInfo call, Attempt attempt) {
            sent.incrementAndGet();
            refused.addAndGet(Integer.valueOf(429).equals(attempt.status()) ? 1 : 0);
        }
    }
}
