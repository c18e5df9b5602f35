package io.github.analytics4j.page;

import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

/** Publishes the rows of a walk of its own to each subscriber. */
record RowPublisher<T>(Supplier<PageFeed<T>> feeds) implements Flow.Publisher<T> {

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        RowSubscription<T> subscription = new RowSubscription<>(feeds, subscriber);
        subscriber.onSubscribe(subscription);
        subscription.begin();
    }
}
