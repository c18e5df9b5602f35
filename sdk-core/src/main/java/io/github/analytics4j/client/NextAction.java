package io.github.analytics4j.client;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The next step that the driver of a call has to take. */
sealed interface NextAction<R> {

    /** Make the exchange that {@link ApiCall#begin} gives, and tell its outcome to {@link ApiCall#ended}. */
    record Send<R>() implements NextAction<R> {}

    /** Wait, then go on with {@link ApiCall#resume}. */
    record Pause<R>(Duration length) implements NextAction<R> {}

    /**
     * Wait for what others bring, the deadline at most; {@code then} tells what came of it.
     *
     * @param whenThere calls the argument when it is there; what it returns ends the wait
     */
    record Await<R>(UnaryOperator<Runnable> whenThere, Supplier<NextAction<R>> then) implements NextAction<R> {}

    /** End with a response. */
    record Done<R>(ApiResponse<R> response) implements NextAction<R> {}

    /** Do nothing: another thread has ended the call, and tells. */
    record Settled<R>() implements NextAction<R> {}

    /** End with a failure of ours, or with whatever a user's own code threw. */
    record Failed<R>(Throwable failure) implements NextAction<R> {

        /** For who has to throw it. */
        RuntimeException unchecked() {
            if (failure instanceof Error error) {
                throw error;
            }
            return (RuntimeException) failure;
        }
    }
}
