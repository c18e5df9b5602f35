package io.github.analytics4j.page;

import static io.github.analytics4j.page.PageFeed.unwrap;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the rows of a walk of its own to each subscriber.
 *
 * @param open throws if no page can be asked for any more
 */
record RowPublisher<T>(Supplier<PageFeed<T>> feeds, Runnable open) implements Flow.Publisher<T> {

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        PageFeed<T> feed;
        try {
            open.run();
            feed = feeds.get();
        } catch (RuntimeException refusal) {
            subscriber.onSubscribe(new Refused());
            subscriber.onError(refusal);
            return;
        }
        RowSubscription<T> subscription = new RowSubscription<>(feed, subscriber);
        subscriber.onSubscribe(subscription);
        subscription.begin();
    }

    /** The subscription that a refused subscriber has to get before its error. */
    private static final class Refused implements Flow.Subscription {
        @Override
        public void request(long count) {
            // its end is told next
        }

        @Override
        public void cancel() {
            // nothing is under way
        }
    }

    /**
     * Hands rows over as far as they were requested. Signals come from one thread at a time: the thread that finds work queues it by
     * counting up, and the first to do so works for all.
     */
    private static final class RowSubscription<T> implements Flow.Subscription {

        private final Flow.Subscriber<? super T> subscriber;
        private final PageFeed<T> feed;
        private final AtomicLong demand = new AtomicLong();
        private final AtomicInteger work = new AtomicInteger();
        private volatile boolean canceled;
        private volatile boolean illegalRequest;
        /** The result of the last request, for the thread that works next. */
        private volatile @Nullable Arrival<T> arrived;

        // what follows belongs to the one who works
        private List<T> rows = List.of();
        private int read;
        private boolean asking;
        private boolean ended;

        /** A page or a failure; the end has neither. */
        private record Arrival<T>(
                @Nullable Page<T> page, @Nullable Throwable failure) {}

        RowSubscription(PageFeed<T> feed, Flow.Subscriber<? super T> subscriber) {
            this.subscriber = subscriber;
            this.feed = feed;
            this.work.set(1); // nothing is signaled before onSubscribe returned
        }

        void begin() {
            loop();
        }

        @Override
        public void request(long count) {
            if (count <= 0) {
                illegalRequest = true;
            } else {
                demand.accumulateAndGet(count, (have, more) -> have + more < 0 ? Long.MAX_VALUE : have + more);
            }
            work();
        }

        @Override
        public void cancel() {
            canceled = true;
            feed.close();
        }

        private void work() {
            if (work.getAndIncrement() == 0) {
                loop();
            }
        }

        private void loop() {
            int seen = work.get();
            do {
                try {
                    turn();
                } catch (Throwable e) { // an Error too: what it leaves unsaid nobody would ever hear
                    broken(e);
                }
                seen = work.addAndGet(-seen);
            } while (seen != 0);
        }

        /** A subscriber must not throw; one that does gets its end and nothing more, and the thread's handler hears why. */
        private void broken(Throwable e) {
            boolean first = !ended;
            cancel();
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            if (first) {
                ended = true;
                try {
                    subscriber.onError(e);
                } catch (Throwable again) { // it was told
                    thread.getUncaughtExceptionHandler().uncaughtException(thread, again);
                }
            }
        }

        private void turn() {
            while (!canceled) {
                if (illegalRequest) {
                    fail(new IllegalArgumentException("a subscriber must request at least one row"));
                } else if (arrived != null) {
                    receive(Objects.requireNonNull(arrived));
                } else if (read < rows.size() && demand.get() > 0) {
                    hand();
                } else if (asking || read < rows.size()) {
                    return;
                } else if (feed.atEnd()) {
                    complete();
                } else if (demand.get() > 0) {
                    ask();
                } else {
                    return;
                }
            }
        }

        private void receive(Arrival<T> arrival) {
            arrived = null;
            asking = false;
            if (arrival.failure != null) {
                fail(unwrap(arrival.failure));
            } else if (arrival.page != null) {
                rows = arrival.page.items();
                read = 0;
            }
        }

        private void hand() {
            T row = rows.get(read++);
            if (demand.get() != Long.MAX_VALUE) {
                demand.decrementAndGet();
            }
            subscriber.onNext(row);
        }

        private void ask() {
            asking = true;
            CompletableFuture<@Nullable Page<T>> page = feed.nextAsync();
            var unused = page.whenComplete((next, problem) -> {
                arrived = new Arrival<>(next, problem);
                work();
            });
        }

        private void complete() {
            canceled = true;
            feed.close();
            try {
                feed.finish(read);
            } catch (RuntimeException | Error e) { // a listener's own
                fail(e);
                return;
            }
            ended = true;
            subscriber.onComplete();
        }

        private void fail(Throwable problem) {
            canceled = true;
            feed.close();
            ended = true;
            subscriber.onError(problem);
        }
    }
}
