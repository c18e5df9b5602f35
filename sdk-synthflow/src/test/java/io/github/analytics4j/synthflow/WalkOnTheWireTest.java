package io.github.analytics4j.synthflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.Walk;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SandboxRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a walk of the call log sends, and when it stops waiting, over a real socket. */
class WalkOnTheWireTest {

    private static SynthflowClient client(Sandbox sandbox) {
        return SynthflowClient.builder()
                .baseUrl(sandbox.synthflow().baseUrl())
                .apiKey(sandbox.synthflow().apiKey())
                .build();
    }

    private static Paged<Call> log(SynthflowClient client, Sandbox sandbox) {
        return client.calls().list(r -> r.modelId(sandbox.synthflow().modelId()));
    }

    /** A server ahead of this machine by days is a machine whose clock is behind by as many. */
    @ParameterizedTest
    @ValueSource(ints = {-40, -1, 0, 1, 40, 4_000})
    void list_clocksApart_deliversEveryRow_andSendsNoEnd(int days) {
        Clock serverClock = Clock.fixed(Instant.now().plus(Duration.ofDays(days)), ZoneOffset.UTC);
        try (Sandbox sandbox =
                        Sandbox.builder().calls(450).clock(serverClock).strict().start();
                SynthflowClient client = client(sandbox)) {
            assertThat(log(client, sandbox).toList()).hasSize(450);
            assertThat(sandbox.requests().all())
                    .hasSize(5)
                    .allSatisfy(request -> assertThat(request.query("to_date")).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-40, -1, 0, 1, 40, 4_000})
    void endNow_clocksApart_deliversEveryRow_andEndsTheWindowByTheServersClock(int days) {
        Instant serverTime = Instant.now().plus(Duration.ofDays(days));
        Clock serverClock = Clock.fixed(serverTime, ZoneOffset.UTC);
        try (Sandbox sandbox =
                        Sandbox.builder().calls(450).clock(serverClock).strict().start();
                SynthflowClient client = client(sandbox);
                Walk<Call> walk = log(client, sandbox).endNow().iterator()) {
            int rows = 0;
            for (; walk.hasNext(); rows++) {
                walk.next();
            }
            assertThat(rows).isEqualTo(450);
            assertThat(walk.report().reasons()).isEmpty();
            assertThat(walk.report().proven()).isTrue();
            List<Optional<String>> ends = sandbox.requests().all().stream()
                    .map(request -> request.query("to_date"))
                    .toList();
            assertThat(ends.get(0)).isEmpty();
            assertThat(ends.subList(1, ends.size()))
                    .isNotEmpty()
                    .allSatisfy(end -> assertThat(end.map(millis -> Instant.ofEpochMilli(Long.parseLong(millis))))
                            .hasValueSatisfying(at -> assertThat(at)
                                    .isBetween(
                                            serverTime,
                                            serverTime.plusSeconds(1).plusMillis(1))));
        }
    }

    @Test
    void list_emptyLog_readAhead_sendsOneRequest() {
        try (Sandbox sandbox = Sandbox.builder().calls(0).start();
                SynthflowClient client = client(sandbox)) {
            assertThat(log(client, sandbox).prefetch(8).toList()).isEmpty();
            assertThat(sandbox.requests().count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 64})
    void stream_limitedToTheFirstPage_sendsOneRequest(int prefetch) {
        try (Sandbox sandbox = Sandbox.builder().calls(20_000).start();
                SynthflowClient client = client(sandbox);
                var rows = log(client, sandbox).prefetch(prefetch).stream()) {
            assertThat(rows.limit(20)).hasSize(20);
            assertThat(sandbox.requests().count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 64})
    void list_limited_asksForNoMorePagesThanItsRowsNeed(int prefetch) {
        try (Sandbox sandbox = Sandbox.builder().calls(20_000).start();
                SynthflowClient client = client(sandbox)) {
            assertThat(log(client, sandbox).prefetch(prefetch).limit(250).toList())
                    .hasSize(250);
            assertThat(sandbox.requests().count()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8})
    @Timeout(20)
    void close_fromAnotherThread_endsTheWaitForAPageThatNeverComes(int prefetch) throws InterruptedException {
        try (Sandbox sandbox = Sandbox.builder().calls(1_000).start();
                SynthflowClient client = client(sandbox).with(o -> o.attemptTimeout(Duration.ofMinutes(5)));
                Walk<Call> walk = log(client, sandbox).prefetch(prefetch).iterator()) {
            for (int i = 0; i < 100; i++) {
                walk.next();
            }
            sandbox.faults().on("/v2/calls").show(Fault.stall());
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread reader = new Thread(() -> {
                try {
                    walk.forEachRemaining(call -> {});
                } catch (CanceledException e) {
                    thrown.set(e);
                }
            });
            reader.start();
            while (sandbox.requests().count() < 2) {
                Thread.onSpinWait();
            }
            walk.close();
            reader.join();
            assertThat(thrown.get()).hasMessage("the walk was closed while it waited for the page at offset 99");
            assertThat(walk.hasNext()).isFalse();
            assertThat(sandbox.requests().all())
                    .extracting(SandboxRequest::path)
                    .containsOnly("/v2/calls");
        }
    }
}
