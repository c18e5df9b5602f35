/**
 * The narrow waist: an {@link io.github.analytics4j.http.Operation} and a request go in, a typed answer comes out.
 *
 * <p>The generated interfaces call {@link io.github.analytics4j.http.Transport#prepare}; what comes back is an
 * {@link io.github.analytics4j.http.Invocation} that can be looked at, printed as a {@code curl} line, or sent. Retries
 * and deadlines are around OkHttp and not inside it, so they are the same whoever supplied the HTTP client. Only this
 * package and {@code client} know OkHttp, and none of its types shows in a signature here.
 */
@NullMarked
package io.github.analytics4j.http;

import org.jspecify.annotations.NullMarked;
