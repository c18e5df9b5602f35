package io.github.analytics4j.page;

import io.github.analytics4j.error.SdkException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * Answers pages out of memory, on the test's own thread. An asynchronous answer is made when the walk waits for one (or
 * {@link #pump()} is called), and then any of those under way may be made first.
 */
final class FakeServer implements PageSource<Row> {

    private final Function<PageRequest, Page<Row>> answers;
    private final Random random;
    final List<PageRequest> asked = new ArrayList<>();
    final List<Pending> pending = new ArrayList<>();
    /** Runs before each response: the log moves, the network fails. */
    Runnable before = () -> {};

    int mostPending;

    FakeServer(Random random, Function<PageRequest, Page<Row>> answers) {
        this.random = random;
        this.answers = answers;
    }

    /** The rows that a request asks for. */
    static Page<Row> cut(List<Row> rows, PageRequest at) {
        return cut(rows, at, Integer.MAX_VALUE);
    }

    /** At most so many of the rows that a request asks for. */
    static Page<Row> cut(List<Row> rows, PageRequest at, int cap) {
        int from = (int) Math.min(at.offset(), rows.size());
        int to = (int) Math.min(at.offset() + Math.min(at.limit(), cap), rows.size());
        return Page.of(at, List.copyOf(rows.subList(from, to)), "answer");
    }

    @Override
    public Page<Row> fetch(PageRequest at) {
        asked.add(at);
        before.run();
        return answers.apply(at);
    }

    @Override
    public CompletableFuture<Page<Row>> fetchAsync(PageRequest at) {
        asked.add(at);
        Pending future = new Pending(at);
        pending.add(future);
        mostPending = Math.max(mostPending, pending.size());
        return future;
    }

    /** Makes one of the responses under way. */
    void pump() {
        Pending next = pending.get(random.nextInt(pending.size()));
        pending.remove(next);
        try {
            before.run();
            next.complete(answers.apply(next.at));
        } catch (SdkException | AssertionError e) {
            next.completeExceptionally(e);
        }
    }

    final class Pending extends CompletableFuture<Page<Row>> {
        private final PageRequest at;

        private Pending(PageRequest at) {
            this.at = at;
        }

        @Override
        public Page<Row> get() throws InterruptedException, ExecutionException {
            while (!isDone()) {
                pump();
            }
            return super.get();
        }

        @Override
        public boolean cancel(boolean interrupt) {
            pending.remove(this);
            return super.cancel(interrupt);
        }
    }
}
