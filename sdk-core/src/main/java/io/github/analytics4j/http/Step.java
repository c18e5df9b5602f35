package io.github.analytics4j.http;

import io.github.analytics4j.error.SdkException;
import java.time.Duration;

/** What a call does next; a driver does it, on the caller's thread or on another. */
sealed interface Step<R> {

    /** Send an attempt. */
    record Send<R>() implements Step<R> {}

    /** Wait, then go on with {@link CallRun#resume()}. */
    record Pause<R>(Duration length) implements Step<R> {}

    /** Over, with an answer. */
    record Done<R>(ApiResponse<R> response) implements Step<R> {}

    /** Over, without. */
    record Failed<R>(SdkException failure) implements Step<R> {}
}
