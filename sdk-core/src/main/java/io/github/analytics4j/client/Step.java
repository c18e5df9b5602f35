package io.github.analytics4j.client;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What a call does next; a driver does it, on the caller's thread or on another. */
sealed interface Step<R> {

    /** Send an attempt. */
    record Send<R>() implements Step<R> {}

    /** Wait, then go on with {@link CallRun#resume()}. */
    record Pause<R>(Duration length) implements Step<R> {}

    /**
     * Wait for what others bring, the deadline at most; {@code then} tells what came of it.
     *
     * @param whenThere calls the argument when it is there; what it returns ends the wait
     */
    record Await<R>(UnaryOperator<Runnable> whenThere, Supplier<Step<R>> then) implements Step<R> {}

    /** Over, with an answer. */
    record Done<R>(ApiResponse<R> response) implements Step<R> {}

    /** Over already: another thread has ended the call, and tells. */
    record Settled<R>() implements Step<R> {}

    /** Over, without: a failure of ours, or whatever a user's own code threw. */
    record Failed<R>(Throwable failure) implements Step<R> {

        /** For who has to throw it. */
        RuntimeException unchecked() {
            if (failure instanceof Error error) {
                throw error;
            }
            return (RuntimeException) failure;
        }
    }
}
