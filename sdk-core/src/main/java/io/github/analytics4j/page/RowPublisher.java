package io.github.analytics4j.page;

import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

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
}
