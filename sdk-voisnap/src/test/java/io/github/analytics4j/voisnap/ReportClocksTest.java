package io.github.analytics4j.voisnap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.analytics4j.client.TimeSource;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.StorageFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits for reports while somebody sets the clock, from handles that say impossible times, and when their client ends. */
@Timeout(20)
class ReportClocksTest extends ReportSandbox {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    /** The sandbox's time with a clock on the wall that can be set. */
    private final class WallTime extends SandboxTime {
        private Duration set = Duration.ZERO;

        @Override
        public Instant now() {
            return super.now().plus(set);
        }
    }

    private final WallTime time = new WallTime();
    private final Reports onTheWall =
            new DefaultReports(client.reports().api(), new ReportWaiter(time, told -> () -> {}));

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, -24, 24})
    void await_clockIsSetMeanwhile_waitsForTheEstimateAlone(int hours) {
        controls().estimatedSeconds(30);
        controls().readyAfterLooks(2);
        Report report = onTheWall.create(june());
        time.set = Duration.ofHours(hours);

        report.await(FIVE_MINUTES);

        assertThat(sleeps).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    @Test
    void await_clockIsSetBackBetweenTwoProcesses_waitsForTheEstimateAlone() {
        controls().estimatedSeconds(30);
        String handle = onTheWall.create(june()).toText();
        time.set = Duration.ofHours(-1);

        onTheWall.resume(handle).await(FIVE_MINUTES);

        assertThat(sleeps).containsExactly(Duration.ofSeconds(30));
    }

    /** Nobody has the file of a wait that was canceled after its last poll: its connection is not held for somebody. */
    @Test
    void awaitAsync_canceledWhileTheFileIsOpened_closesIt() {
        controls().readyAfter(Duration.ZERO);
        controls().content(StorageFile.generated(1, 100_000_000)); // more than a connection holds
        CompletableFuture<CompletableFuture<ReadyReport>> wait = new CompletableFuture<>();
        TimeSource untilItIsOpened = new SandboxTime() {
            @Override
            public Instant steady() {
                if (sandbox.requestsInFlight() > 0) {
                    wait.join().cancel(true);
                }
                return super.steady();
            }
        };
        Reports canceled =
                new DefaultReports(client.reports().api(), new ReportWaiter(untilItIsOpened, told -> () -> {}));

        wait.complete(canceled.create(june()).awaitAsync(FIVE_MINUTES));

        assertThatThrownBy(() -> wait.join().join()).isInstanceOf(CancellationException.class);
        while (sandbox.requestsInFlight() > 0) {
            Thread.onSpinWait();
        }
        assertThat(sandbox.openConnections()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT2562047788015H", "PT-5S", "PT0S"})
    void await_handleWithAnImpossibleEstimate_endsAtItsDeadline(String estimate) {
        controls().readyAfterLooks(1000);
        controls().estimatedSeconds(1);
        String handle = onTheWall.create(june()).toText().replace("PT1S", estimate);

        Report report = onTheWall.resume(handle);

        assertThat(report.estimate().orElseThrow()).isBetween(Duration.ZERO, Duration.ofDays(7));
        assertThatThrownBy(() -> report.await(FIVE_MINUTES)).isInstanceOf(DeadlineExceededException.class);
        assertThat(sleeps.stream().reduce(Duration.ZERO, Duration::plus)).isLessThanOrEqualTo(FIVE_MINUTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59.999999999Z", "-1000000000-01-01T00:00:00Z"})
    void await_handleOrderedAtAnImpossibleTime_isSane(String ordered) {
        controls().readyAfter(Duration.ZERO);
        controls().estimatedSeconds(30);
        String text = onTheWall.create(june()).toText();
        String handle = text.replaceFirst(
                "ordered=\\S+", "ordered=" + ordered.replace("+", "%2B").replace(":", "%3A"));

        onTheWall.resume(handle).await(FIVE_MINUTES);

        assertThat(sleeps)
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ZERO, Duration.ofSeconds(30)));
    }

    @Test
    void await_timeNobodyCanWait_isRefused() {
        Report report = onTheWall.create(june());
        for (Duration bad : List.of(Duration.ZERO, Duration.ofSeconds(-5), Duration.ofSeconds(Long.MIN_VALUE))) {
            assertThatThrownBy(() -> report.await(bad))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("Report.await: deadline must be more than nothing, was " + bad);
            assertThatThrownBy(() -> report.awaitAsync(bad)).isInstanceOf(InvalidRequestException.class);
        }
        for (Duration bad : List.of(Duration.ofDays(300 * 365), Duration.ofSeconds(Long.MAX_VALUE))) {
            assertThatThrownBy(() -> report.await(bad))
                    .hasMessage("Report.await: deadline must be at most 36500 days, was " + bad);
            assertThatThrownBy(() -> WaitOptions.builder().firstInterval(bad))
                    .hasMessage("firstInterval must be at most 36500 days, was " + bad);
            assertThatThrownBy(() -> WaitOptions.builder().longestInterval(bad))
                    .hasMessage("longestInterval must be at most 36500 days, was " + bad);
        }
        assertThat(looks()).isZero();
    }

    @Test
    void await_longestTimes_areCountedWith() {
        controls().estimatedSeconds(1);
        Duration longest = Duration.ofDays(36_500);
        onTheWall.create(june()).await(longest, o -> o.firstInterval(longest).longestInterval(longest));
    }

    @ParameterizedTest
    @ValueSource(longs = {400, 2_000, 10_000, 60_000})
    void await_notReady_usesTheTimeThatWasGiven(long millis) {
        controls().readyAfterLooks(1000);
        controls().estimatedSeconds(3600);
        Report report = onTheWall.create(june());
        Duration given = Duration.ofMillis(millis);
        long start = System.nanoTime();

        assertThatThrownBy(() -> report.await(given)).isInstanceOf(DeadlineExceededException.class);

        Duration polling = Duration.ofNanos(System.nanoTime() - start); // the pauses take no time here
        assertThat(sleeps.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(given.minusMillis(100).minus(polling), given);
        assertThat(looks()).as("the vendor counts them").isLessThanOrEqualTo(2);
    }

    @Test
    void await_readyJustBeforeTheDeadline_isSeen() {
        controls().readyAfterLooks(1);
        controls().estimatedSeconds(3600);

        assertThat(onTheWall.create(june()).await(Duration.ofSeconds(2))).isNotNull();

        assertThat(sleeps).containsExactly(Duration.ofMillis(1500), Duration.ofMillis(400));
    }

    @Test
    void await_serverAsksToBeLeftAloneToTheEnd_isNotAskedOnceMore() {
        controls().estimatedSeconds(3600);
        Report report = onTheWall.create(june());
        sandbox.voisnap().faults().next(Fault.status(429).header("Retry-After", "1"));

        assertThatThrownBy(() -> report.await(Duration.ofSeconds(4))).isInstanceOf(DeadlineExceededException.class);

        assertThat(sleeps).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void close_afterSomeLooks_tellsThem() throws Exception {
        controls().estimatedSeconds(1);
        controls().readyAfterLooks(1000);
        VoisnapClient closing = VoisnapClient.builder()
                .baseUrl(sandbox.voisnap().baseUrl())
                .apiKey(sandbox.voisnap().apiKey())
                .build();
        Report report = closing.reports().create(june());
        CompletableFuture<ReadyReport> async = report.awaitAsync(Duration.ofHours(2));
        CompletableFuture<Throwable> sync = new CompletableFuture<>();
        new Thread(() -> sync.complete(catchThrowable(() -> report.await(Duration.ofHours(2))))).start();
        while (looks() < 2) {
            Thread.onSpinWait();
        }
        closing.close();

        Throwable one = catchThrowable(() -> async.get(5, TimeUnit.SECONDS)).getCause();
        for (Throwable failure : List.of(one, sync.get(5, TimeUnit.SECONDS))) {
            assertThat(failure).isInstanceOf(CanceledException.class);
            assertThat(((CanceledException) failure).attempts()).hasSize(1);
        }
    }

    @Test
    void close_whileWaiting_endsBothFormsAtOnce() throws Exception {
        controls().estimatedSeconds(3600);
        VoisnapClient closing = VoisnapClient.builder()
                .baseUrl(sandbox.voisnap().baseUrl())
                .apiKey(sandbox.voisnap().apiKey())
                .build();
        Report report = closing.reports().create(june());
        CompletableFuture<ReadyReport> async = report.awaitAsync(Duration.ofHours(2));
        CompletableFuture<Throwable> sync = new CompletableFuture<>();
        Thread thread = new Thread(() -> sync.complete(catchThrowable(() -> report.await(Duration.ofHours(2)))));
        thread.start();

        closing.close();

        assertThatThrownBy(() -> async.get(5, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(CanceledException.class)
                .hasMessage("waiting for the report was canceled: VoisnapClient was closed");
        assertThat(sync.get(5, TimeUnit.SECONDS)).isInstanceOf(CanceledException.class);
        assertThatThrownBy(() -> report.awaitAsync(FIVE_MINUTES).get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(CanceledException.class);
        assertThat(looks()).isZero();
    }
}
