package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.NoResponseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of Reactive Streams, as far as a publisher has to keep them. */
class RowPublisherTest {

    private final List<Row> rows = IntStream.range(0, 250).mapToObj(Row::of).toList();
    private final FakeServer server = new FakeServer(
            new Random(1),
            at -> Page.of(at, rows.subList((int) Math.min(250, at.offset()), (int) Math.min(250, at.end())), "answer")
                    .withTotal(250L));

    private static class Recorder implements Flow.Subscriber<Row> {
        final List<Row> read = new ArrayList<>();
        Flow.@Nullable Subscription subscription;

        @Nullable
        Throwable failure;

        boolean complete;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(Row row) {
            assertThat(complete || failure != null).isFalse();
            read.add(row);
        }

        @Override
        public void onError(Throwable thrown) {
            assertThat(complete || failure != null).isFalse();
            failure = thrown;
        }

        @Override
        public void onComplete() {
            assertThat(complete || failure != null).isFalse();
            complete = true;
        }
    }

    private Paged<Row> paged() {
        return Paged.of(WalkSpec.<Row>offset("test.rows", server).id(Row::id).build());
    }

    private void pumpAll() {
        while (!server.pending.isEmpty()) {
            server.pump();
        }
    }

    @Test
    void subscribe_withoutDemand_asksNothing() {
        Recorder recorder = new Recorder();
        paged().publisher().subscribe(recorder);
        assertThat(recorder.subscription).isNotNull();
        assertThat(server.asked).isEmpty();
    }

    @Test
    void request_bringsThatManyRowsAndNoMore() {
        Recorder recorder = new Recorder();
        paged().publisher().subscribe(recorder);
        recorder.subscription.request(30);
        pumpAll();
        assertThat(recorder.read).isEqualTo(rows.subList(0, 30));
        recorder.subscription.request(70);
        pumpAll();
        assertThat(recorder.read).isEqualTo(rows.subList(0, 100));
        assertThat(server.asked).as("the first page has all that was requested").hasSize(1);
        recorder.subscription.request(1);
        pumpAll();
        assertThat(server.asked).hasSize(2);
    }

    @Test
    void request_everything_completesOnce() {
        Recorder recorder = new Recorder();
        paged().publisher().subscribe(recorder);
        recorder.subscription.request(Long.MAX_VALUE);
        recorder.subscription.request(Long.MAX_VALUE);
        pumpAll();
        assertThat(recorder.read).isEqualTo(rows);
        assertThat(recorder.complete).isTrue();
        recorder.subscription.request(5);
        recorder.subscription.request(-1);
        assertThat(recorder.failure).isNull();
    }

    @Test
    void request_exactlyAllRows_completesWithoutFurtherDemand() {
        Recorder recorder = new Recorder();
        paged().publisher().subscribe(recorder);
        recorder.subscription.request(250);
        pumpAll();
        assertThat(recorder.complete).isTrue();
    }

    @Test
    void request_fromWithinOnNext_takesNoStack() {
        List<Integer> depths = new ArrayList<>();
        Recorder recorder = new Recorder() {
            @Override
            public void onSubscribe(Flow.Subscription given) {
                super.onSubscribe(given);
                given.request(1);
            }

            @Override
            public void onNext(Row row) {
                super.onNext(row);
                depths.add(Thread.currentThread().getStackTrace().length);
                subscription.request(1);
            }
        };
        paged().publisher().subscribe(recorder);
        pumpAll();
        assertThat(recorder.read).isEqualTo(rows);
        assertThat(recorder.complete).isTrue();
        assertThat(depths).allMatch(depth -> depth <= depths.get(0) + 5);
    }

    @Test
    void request_zeroOrLess_isAnError() {
        Recorder recorder = new Recorder();
        paged().prefetch(4).publisher().subscribe(recorder);
        recorder.subscription.request(1);
        assertThat(server.pending).isNotEmpty();
        recorder.subscription.request(0);
        assertThat(recorder.failure)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a subscriber must request at least one row");
        assertThat(server.pending).isEmpty();
        assertThat(recorder.read).isEmpty();
    }

    @Test
    void cancel_leavesNothingUnderWay() {
        Recorder recorder = new Recorder();
        paged().prefetch(4).publisher().subscribe(recorder);
        recorder.subscription.request(10);
        server.pump();
        recorder.subscription.cancel();
        recorder.subscription.cancel();
        recorder.subscription.request(10);
        assertThat(server.pending).isEmpty();
        int read = recorder.read.size();
        recorder.subscription.request(10);
        assertThat(recorder.read).hasSize(read);
        assertThat(recorder.complete).isFalse();
        assertThat(recorder.failure).isNull();
    }

    @Test
    void cancel_fromWithinOnNext_isTheLastRow() {
        Recorder recorder = new Recorder() {
            @Override
            public void onNext(Row row) {
                super.onNext(row);
                if (read.size() == 3) {
                    subscription.cancel();
                }
            }
        };
        paged().publisher().subscribe(recorder);
        recorder.subscription.request(100);
        pumpAll();
        assertThat(recorder.read).isEqualTo(rows.subList(0, 3));
    }

    @Test
    void failure_comesAfterTheRowsBeforeIt() {
        Recorder recorder = new Recorder();
        paged().publisher().subscribe(recorder);
        recorder.subscription.request(150);
        server.pump();
        server.before = () -> {
            throw Failures.reset();
        };
        pumpAll();
        assertThat(recorder.read).isEqualTo(rows.subList(0, 100));
        assertThat(recorder.failure).isInstanceOf(NoResponseException.class).hasMessage("connection reset");
    }

    @Test
    void subscribers_haveWalksOfTheirOwn() {
        Flow.Publisher<Row> publisher = paged().publisher();
        Recorder one = new Recorder();
        Recorder two = new Recorder();
        publisher.subscribe(one);
        publisher.subscribe(two);
        one.subscription.request(Long.MAX_VALUE);
        pumpAll();
        two.subscription.request(5);
        pumpAll();
        assertThat(one.read).isEqualTo(rows);
        assertThat(two.read).isEqualTo(rows.subList(0, 5));
        assertThatThrownBy(() -> publisher.subscribe(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("subscriber");
    }

    @Test
    void listeners_thatThrowAtTheEnd_areTheEndOfTheStream() {
        IllegalStateException no = new IllegalStateException("no");
        List<Paged<Row>> walks = List.of(
                paged().onReport(report -> {
                    throw no;
                }),
                paged().onProgress(Duration.ZERO, progress -> {
                    if (progress.finished()) {
                        throw no;
                    }
                }),
                paged().onProgress(Duration.ZERO, progress -> {
                    throw no;
                }));
        for (Paged<Row> walk : walks) {
            Recorder recorder = new Recorder();
            walk.publisher().subscribe(recorder);
            Objects.requireNonNull(recorder.subscription).request(Long.MAX_VALUE);
            pumpAll();

            assertThat(recorder.failure).isSameAs(no);
            CompletableFuture<?> future = walk.forEachAsync(row -> {});
            pumpAll();
            assertThat(future).isCompletedExceptionally();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void subscriber_thatThrows_getsItsEndAndIsHeardOf(boolean error) {
        RuntimeException exception = new IllegalStateException("no");
        Error thrown = new NoClassDefFoundError("no");
        AtomicReference<Throwable> heard = new AtomicReference<>();
        Thread thread = Thread.currentThread();
        Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
        Recorder recorder = new Recorder() {
            @Override
            public void onNext(Row row) {
                super.onNext(row);
                if (error) {
                    throw thrown;
                }
                throw exception;
            }
        };
        try {
            thread.setUncaughtExceptionHandler((on, what) -> heard.set(what));
            paged().prefetch(4).publisher().subscribe(recorder);
            Objects.requireNonNull(recorder.subscription).request(10);
            pumpAll();
        } finally {
            thread.setUncaughtExceptionHandler(before);
        }

        Throwable expected = error ? thrown : exception;
        assertThat(recorder.failure).isSameAs(expected);
        assertThat(heard).hasValue(expected);
        assertThat(recorder.read).hasSize(1);
        assertThat(server.pending).isEmpty();
    }

    @Test
    void subscribe_sourceIsClosed_failsAtOnce() {
        IllegalStateException closed = new IllegalStateException("closed");
        Recorder recorder = new Recorder();
        Paged.of(WalkSpec.<Row>offset("test.rows", server)
                        .open(() -> {
                            throw closed;
                        })
                        .build())
                .publisher()
                .subscribe(recorder);

        assertThat(recorder.subscription).isNotNull();
        assertThat(recorder.failure).isSameAs(closed);
        assertThat(server.asked).isEmpty();
    }
}
