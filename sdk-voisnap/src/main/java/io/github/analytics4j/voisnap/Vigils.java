package io.github.analytics4j.voisnap;

import io.github.analytics4j.error.CanceledException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps a vigil: on the caller's thread, or on none between two looks. */
final class Vigils {
    private Vigils() {}

    static ReadyReport keep(Vigil vigil, Waiting waiting) {
        Duration pause = vigil.first();
        while (true) {
            sleep(waiting, pause);
            ReadyReport ready = vigil.look();
            if (ready != null) {
                return ready;
            }
            pause = vigil.next();
        }
    }

    private static void sleep(Waiting waiting, Duration pause) {
        try {
            waiting.sleeper().sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CanceledException("waiting for the report was interrupted", true, List.of(), null);
        }
    }

    static CompletableFuture<ReadyReport> keepAsync(Vigil vigil, Waiting waiting) {
        CompletableFuture<ReadyReport> future = new CompletableFuture<>();
        AtomicReference<Thread> looking = new AtomicReference<>();
        future.whenComplete((ready, failure) -> {
            Thread thread = looking.get();
            if (thread != null && thread != Thread.currentThread()) {
                thread.interrupt(); // its thread is its own and ends with the look
            }
        });
        try {
            later(vigil, waiting, vigil.first(), future, looking);
        } catch (RuntimeException e) {
            future.completeExceptionally(e);
        }
        return future;
    }

    private static void later(
            Vigil vigil,
            Waiting waiting,
            Duration pause,
            CompletableFuture<ReadyReport> future,
            AtomicReference<Thread> looking) {
        waiting.later().after(pause).execute(() -> {
            looking.set(Thread.currentThread());
            try {
                ReadyReport ready = future.isDone() ? null : vigil.look();
                if (ready != null) {
                    future.complete(ready);
                } else if (!future.isDone()) {
                    later(vigil, waiting, vigil.next(), future, looking);
                }
            } catch (Throwable failure) { // an Error belongs to whoever waits for the future
                future.completeExceptionally(failure);
            }
        });
    }
}
