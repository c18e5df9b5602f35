/**
 * The failure vocabulary: what can go wrong, said once for synchronous calls, asynchronous calls and page 50 of a walk.
 *
 * <p>Every failure is an unchecked {@link io.github.analytics4j.error.SdkException} and tells what happened to the
 * request. It was never sent ({@link io.github.analytics4j.error.InvalidRequestException}), the server said no
 * ({@link io.github.analytics4j.error.ApiException}), no response came
 * ({@link io.github.analytics4j.error.NoResponseException}), or the response could not be read
 * ({@link io.github.analytics4j.error.UnreadableResponseException}). The rest is about what was done with good responses:
 * reading a field that did not arrive as promised, walking pages, and downloading files.
 */
@NullMarked
package io.github.analytics4j.error;

import org.jspecify.annotations.NullMarked;
