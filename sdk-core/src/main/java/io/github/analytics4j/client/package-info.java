/**
 * One call: its configuration, its credentials and its way over the network. Each API module's client is a thin shell
 * around an {@link io.github.analytics4j.client.ApiClient}; its builder is an {@link
 * io.github.analytics4j.client.AbstractClientBuilder}, so that knowing one is knowing four.
 *
 * <p>The generated interfaces call {@link io.github.analytics4j.client.Transport#prepare} with an {@link
 * io.github.analytics4j.client.Operation} and a request; they get an {@link io.github.analytics4j.client.Invocation} that
 * can be looked at, printed as a {@code curl} line, or sent. Retries and deadlines are around OkHttp and not inside it, so
 * that they are the same whoever supplied the HTTP client. No type of OkHttp shows in a signature, except where a user hands
 * over an {@code OkHttpClient}.
 */
@NullMarked
package io.github.analytics4j.client;

import org.jspecify.annotations.NullMarked;
