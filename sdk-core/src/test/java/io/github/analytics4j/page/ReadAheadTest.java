package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.ApiException.RateLimitException;
import io.github.analytics4j.error.CanceledException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private final List<Row> rows = IntStream.range(0, 2_000).mapToObj(Row::of).toList();
    private final FakeServer server = new FakeServer(new Random(1), this::page);
    private final ManualClock clock = new ManualClock();

    private static final class ManualClock implements LongSupplier {
        long millis;

        @Override
        public long getAsLong() {
            return TimeUnit.MILLISECONDS.toNanos(millis);
        }
    }

    private Page<Row> page(PageRequest at) {
        int from = (int) Math.min(at.offset(), rows.size());
        int to = (int) Math.min(at.end(), rows.size());
        return Page.of(at, rows.subList(from, to), "answer").withTotal(2_000L);
    }

    private Paged<Row> paged() {
        return Paged.of(WalkSpec.<Row>offset("test.rows", server)
                .id(Row::id)
                .maxPageSize(50)
                .nanoTime(clock)
                .build());
    }

    @Test
    void prefetch_keepsThatManyUnderWay_andTheOrder() {
        Walk<Row> walk = paged().prefetch(8).iterator();
        assertThat(server.asked).isEmpty();
        List<Row> read = new ArrayList<>();
        while (read.size() < 50) {
            read.add(walk.next());
        }
        assertThat(server.asked).as("the first page may be all that is wanted").hasSize(1);
        read.add(walk.next());
        assertThat(server.asked).hasSize(10);
        assertThat(server.mostPending).isEqualTo(8);

        walk.forEachRemaining(read::add);
        assertThat(read).isEqualTo(rows);
        assertThat(server.mostPending).isEqualTo(8);
        assertThat(server.pending).isEmpty();
        assertThat(walk.report().proven()).isTrue();
        assertThat(server.asked).as("nothing is asked twice or behind the end").hasSize(41);
    }

    @Test
    void failure_comesAfterTheGoodPagesBeforeIt_andNarrows() {
        Runnable slowNetwork = () -> clock.millis += 50;
        server.before = slowNetwork;
        Walk<Row> walk = paged().prefetch(8).iterator();
        List<Row> read = new ArrayList<>();
        while (read.size() <= 50) {
            read.add(walk.next());
        }
        List<FakeServer.Pending> underWay = List.copyOf(server.pending);
        server.before = slowNetwork;
        while (!underWay.get(1).isDone()) {
            server.pump();
        }
        server.before = () -> {
            throw Failures.rateLimited();
        };
        while (!server.pending.isEmpty()) {
            server.pump();
        }
        RateLimitException failure = null;
        try {
            walk.forEachRemaining(read::add);
        } catch (RateLimitException e) {
            failure = e;
        }
        assertThat(failure).hasMessage("slow down");
        assertThat(read).isEqualTo(rows.subList(0, read.size()));

        server.before = slowNetwork;
        int before = server.asked.size();
        read.add(walk.next());
        assertThat(server.asked.size() - before)
                .as("half of it after a failure")
                .isBetween(1, 5);
        server.mostPending = 0;
        walk.forEachRemaining(read::add);
        assertThat(read).isEqualTo(rows);
        assertThat(server.mostPending).as("and all again later").isEqualTo(8);
        assertThat(walk.report().proven()).isTrue();
    }

    /** Gives pages ahead of need their own failures, and counts who was asked how. */
    private final class TwoWays implements PageSource<Row> {
        final List<Long> wanted = new ArrayList<>();
        final List<Long> ahead = new ArrayList<>();
        final Supplier<RuntimeException> failure;

        TwoWays(Supplier<RuntimeException> failure) {
            this.failure = failure;
        }

        @Override
        public Page<Row> fetch(PageRequest at) {
            return page(at);
        }

        @Override
        public CompletableFuture<Page<Row>> fetchAsync(PageRequest at) {
            wanted.add(at.offset());
            return CompletableFuture.completedFuture(page(at));
        }

        @Override
        public CompletableFuture<Page<Row>> fetchAhead(PageRequest at) {
            ahead.add(at.offset());
            return CompletableFuture.failedFuture(failure.get());
        }

        Paged<Row> paged() {
            return Paged.of(WalkSpec.<Row>offset("test.rows", this)
                    .id(Row::id)
                    .maxPageSize(50)
                    .nanoTime(clock)
                    .build());
        }
    }

    @Test
    void pageAhead_failureThatMayPass_isAskedForAgainWhenItIsWanted() {
        for (boolean async : new boolean[] {false, true}) {
            TwoWays source = new TwoWays(Failures::reset);
            Paged<Row> walk = source.paged().prefetch(4);
            assertThat(async ? walk.toListAsync().join() : walk.toList()).isEqualTo(rows);
            assertThat(source.ahead).isNotEmpty().doesNotHaveDuplicates();
            assertThat(source.wanted).doesNotHaveDuplicates();
        }
    }

    @Test
    void pageAhead_failureThatWillNotPass_isTheUsersToSee() {
        TwoWays source = new TwoWays(() -> new IllegalStateException("unreadable"));
        Walk<Row> walk = source.paged().prefetch(4).iterator();
        for (int i = 0; i < 99; i++) {
            walk.next();
        }
        assertThatThrownBy(walk::next).isInstanceOf(IllegalStateException.class).hasMessage("unreadable");
        assertThat(source.wanted).containsExactly(0L, 49L);
    }

    @Test
    void slowAnswers_narrow() {
        Walk<Row> walk = paged().prefetch(8).iterator();
        server.before = () -> clock.millis += 10;
        for (int i = 0; i < 500; i++) {
            walk.next();
        }
        assertThat(server.pending).hasSizeBetween(6, 8);
        server.before = () -> clock.millis += 5_000;
        for (int i = 0; i < 300; i++) {
            walk.next();
        }
        assertThat(server.pending).hasSizeLessThan(6);
    }

    @Test
    void close_cancelsWhatIsUnderWay() {
        Walk<Row> walk = paged().prefetch(8).iterator();
        for (int i = 0; i <= 50; i++) {
            walk.next();
        }
        List<FakeServer.Pending> underWay = List.copyOf(server.pending);
        walk.close();
        assertThat(underWay).isNotEmpty().allMatch(CompletableFuture::isCancelled);
        assertThat(server.pending).isEmpty();
        assertThat(walk.hasNext()).isTrue();
        for (int i = 51; i < 99; i++) {
            walk.next();
        }
        assertThat(walk.hasNext()).as("what was read already may be read on").isFalse();
    }

    @Test
    void stream_closedHalfWay_leavesNothing() {
        try (var stream = paged().prefetch(4).stream()) {
            assertThat(stream.limit(120).toList()).isEqualTo(rows.subList(0, 120));
        }
        assertThat(server.pending).isEmpty();
    }

    @Test
    void limit_asksForNothingBehindIt() {
        assertThat(paged().prefetch(8).limit(120).toList()).isEqualTo(rows.subList(0, 120));
        assertThat(server.asked).hasSizeLessThanOrEqualTo(3);
        assertThat(server.pending).isEmpty();
    }

    @Test
    void forEachAsync_canceled_leavesNothing() {
        List<Row> read = new ArrayList<>();
        CompletableFuture<WalkReport> walk = paged().prefetch(8).forEachAsync(read::add);
        server.pending.get(0).complete(page(server.asked.get(0)));
        server.pending.remove(0);
        assertThat(read).hasSize(50);
        List<FakeServer.Pending> underWay = List.copyOf(server.pending);
        walk.cancel(true);
        assertThat(underWay).hasSize(8).allMatch(CompletableFuture::isCancelled);
        assertThat(server.pending).isEmpty();
        assertThat(read).hasSize(50);
    }

    @Test
    void toListAsync_canceled_leavesNothing() {
        CompletableFuture<List<Row>> list = paged().toListAsync();
        assertThat(server.pending).hasSize(1);
        list.cancel(true);
        assertThat(server.pending).isEmpty();
    }

    @Test
    void toListAsync_failure_isTheServersOwn() {
        CompletableFuture<List<Row>> list = paged().prefetch(3).toListAsync();
        server.before = () -> {
            throw Failures.rateLimited();
        };
        while (!list.isDone()) {
            server.pump();
        }
        assertThatThrownBy(list::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(RateLimitException.class);
        assertThat(server.pending).isEmpty();
    }

    @Test
    void forEachAsync_consumerThrows_endsTheWalk() {
        CompletableFuture<WalkReport> walk = paged().prefetch(3).forEachAsync(row -> {
            throw new IllegalStateException("the consumer's own");
        });
        while (!walk.isDone()) {
            server.pump();
        }
        assertThatThrownBy(walk::join).hasRootCauseMessage("the consumer's own");
        assertThat(server.pending).isEmpty();
    }

    @Test
    void toListAsync_answersThatAreThereAtOnce_takeNoStack() {
        PageSource<Row> eager = new PageSource<>() {
            @Override
            public Page<Row> fetch(PageRequest at) {
                return page(at);
            }

            @Override
            public CompletableFuture<Page<Row>> fetchAsync(PageRequest at) {
                return CompletableFuture.completedFuture(page(at));
            }
        };
        Paged<Row> paged = Paged.of(WalkSpec.<Row>offset("test.rows", eager)
                .id(Row::id)
                .maxPageSize(2)
                .build());
        assertThat(paged.toListAsync().join()).isEqualTo(rows);
        assertThat(paged.prefetch(8).toListAsync().join()).isEqualTo(rows);
    }

    /** Answers its first pages at once, and then stays silent until {@link #silent} is false. */
    private final class Mute implements PageSource<Row> {
        final List<CompletableFuture<Page<Row>>> underWay = new CopyOnWriteArrayList<>();
        final CountDownLatch asked = new CountDownLatch(4);
        volatile boolean silent = true;

        @Override
        public Page<Row> fetch(PageRequest at) {
            assertThat(silent).isFalse();
            return page(at);
        }

        @Override
        public CompletableFuture<Page<Row>> fetchAsync(PageRequest at) {
            if (at.offset() == 0 || !silent) {
                return CompletableFuture.completedFuture(page(at));
            }
            CompletableFuture<Page<Row>> never = new CompletableFuture<>();
            underWay.add(never);
            asked.countDown();
            return never;
        }

        Walk<Row> walk() {
            return Paged.of(WalkSpec.<Row>offset("test.rows", this)
                            .id(Row::id)
                            .maxPageSize(50)
                            .build())
                    .prefetch(4)
                    .iterator();
        }
    }

    @Test
    void interrupt_whileWaiting_cancelsAndKeepsTheFlag_andTheWalkCanBeAskedAgain() throws InterruptedException {
        Mute source = new Mute();
        Walk<Row> walk = source.walk();
        List<Row> read = new ArrayList<>();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            try {
                walk.forEachRemaining(read::add);
            } catch (CanceledException e) {
                thrown.set(e);
            }
            flag.set(Thread.currentThread().isInterrupted());
        });
        reader.start();
        source.asked.await();
        reader.interrupt();
        reader.join();
        assertThat(thrown.get()).hasMessage("interrupted while waiting for the page at offset 49");
        assertThat(flag.get()).isTrue();
        assertThat(source.underWay).hasSize(4).allMatch(CompletableFuture::isCancelled);

        source.silent = false;
        walk.forEachRemaining(read::add);
        assertThat(read).isEqualTo(rows);
        assertThat(walk.report().proven()).isTrue();
    }

    @Test
    void close_fromAnotherThread_endsTheWaitAtOnce() throws InterruptedException {
        Mute source = new Mute();
        Walk<Row> walk = source.walk();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            try {
                walk.forEachRemaining(row -> {});
            } catch (CanceledException e) {
                thrown.set(e);
            }
        });
        reader.start();
        source.asked.await();
        walk.close();
        reader.join();
        assertThat(thrown.get()).hasMessage("the walk was closed while it waited for the page at offset 49");
    }

    @Test
    void close_fromAnotherThread_withoutReadAhead_endsTheExchangeAtOnce() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        PageSource<Row> source = PageSource.of(
                (at, canceler) -> {
                    canceler.accept(ended::countDown);
                    asked.countDown();
                    try {
                        ended.await();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    throw new CanceledException("ended", true, List.of(), null);
                },
                at -> new CompletableFuture<>(),
                at -> new CompletableFuture<>(),
                (at, answer) -> Page.of(at, rows, answer));
        Walk<Row> walk = Paged.of(
                        WalkSpec.<Row>offset("test.rows", source).id(Row::id).build())
                .iterator();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            try {
                var unused = walk.hasNext();
            } catch (CanceledException e) {
                thrown.set(e);
            }
        });
        reader.start();
        asked.await();
        walk.close();
        reader.join();
        assertThat(thrown.get()).hasMessage("the walk was closed while it waited for the page at offset 0");
        assertThat(walk.hasNext()).isFalse();
    }

    @Test
    void prefetch_emptyList_sendsOneRequest() {
        FakeServer empty = new FakeServer(
                new Random(1), at -> Page.<Row>of(at, List.of(), "answer").withTotal(0L));
        Paged<Row> none =
                Paged.of(WalkSpec.<Row>offset("test.rows", empty).id(Row::id).build());
        assertThat(none.prefetch(8).toList()).isEmpty();
        assertThat(none.prefetch(8).toListAsync()).isNotDone();
        empty.pump();
        assertThat(empty.asked).hasSize(2);
    }

    @Test
    void stream_limitedToTheFirstPage_sendsOneRequest() {
        try (var stream = paged().prefetch(64).stream()) {
            assertThat(stream.limit(20).toList()).isEqualTo(rows.subList(0, 20));
        }
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void prefetch_asksForNoMorePagesThanTheListHas() {
        assertThat(paged().prefetch(64).toList()).isEqualTo(rows);
        assertThat(server.asked).hasSize(41);
    }

    @Test
    void prefetch_pageThatCameAheadAndIsGivenUpHasRowsThatAreNoRecords_isNoProof() {
        int cases = 0;
        for (int seed = 0; seed < 20; seed++) {
            List<PageRequest> unreadable = new ArrayList<>();
            FakeServer source = new FakeServer(new Random(seed), at -> {
                int to = (int) Math.min(at.end(), 400);
                boolean behind = at.offset() >= to;
                if (behind) {
                    unreadable.add(at);
                }
                return Page.of(at, behind ? List.of() : rows.subList((int) at.offset(), to), "answer")
                        .withTotal(at.offset() == 0 ? 2_000L : 400L)
                        .withUnreadable(behind ? 1 : 0);
            });
            List<WalkReport> reports = new ArrayList<>();
            List<Row> read = Paged.of(WalkSpec.<Row>offset("test.rows", source)
                            .id(Row::id)
                            .maxPageSize(50)
                            .nanoTime(clock)
                            .build())
                    .prefetch(16)
                    .onReport(reports::add)
                    .toList();
            assertThat(read).isEqualTo(rows.subList(0, 400));
            if (!unreadable.isEmpty()) {
                cases++;
                assertThat(reports.get(0).reasons())
                        .as("seed " + seed)
                        .anyMatch(why -> why.contains("were no records"));
            }
        }
        assertThat(cases).isPositive();
    }

    @Test
    void maxPages_readsNothingAheadBehindThem() {
        assertThat(paged().prefetch(64).maxPages(3).toList()).hasSize(148);
        assertThat(server.asked).hasSize(3);
    }

    @Test
    void callPageSource_cancelReachesTheCall() {
        CompletableFuture<String> call = new CompletableFuture<>();
        PageSource<Row> source = PageSource.of(
                (at, canceler) -> "answer", at -> call, at -> call, (at, answer) -> Page.of(at, rows, answer));
        PageRequest at = new PageRequest(0, 10, null, null);
        assertThat(source.fetch(at).response(String.class)).isEqualTo("answer");
        source.fetchAsync(at).cancel(true);
        assertThat(call).isCancelled();

        CompletableFuture<String> failing = new CompletableFuture<>();
        PageSource<Row> broken =
                PageSource.of((at2, canceler) -> "answer", at2 -> failing, at2 -> failing, (at2, answer) -> {
                    throw new IllegalStateException("unreadable");
                });
        CompletableFuture<Page<Row>> page = broken.fetchAsync(at);
        failing.complete("answer");
        assertThatThrownBy(page::join).hasRootCauseMessage("unreadable");
    }

    @Test
    void progress_isToldAtABoundedRate() {
        List<WalkProgress> told = new ArrayList<>();
        List<WalkReport> reports = new ArrayList<>();
        server.before = () -> clock.millis += 400;
        paged().onProgress(told::add).onReport(reports::add).forEach(row -> {});

        assertThat(told.get(0))
                .isEqualTo(new WalkProgress(0, null, 0, Duration.ZERO, 0, "the page at offset 0", false));
        assertThat(told.get(1))
                .isEqualTo(new WalkProgress(
                        148,
                        2_000L,
                        3,
                        Duration.ofMillis(1_200),
                        148 * 1_000.0 / 1_200,
                        "the page at offset 147",
                        false));
        assertThat(told).hasSize(15);
        assertThat(told.get(14))
                .isEqualTo(new WalkProgress(
                        2_000, 2_000L, 41, Duration.ofMillis(16_400), 2_000 * 1_000.0 / 16_400, null, true));
        assertThat(reports).containsExactly(new WalkReport(41, 2_000, 0, 0, 0, true, List.of()));
    }
}
