/**
 * One call: its configuration, its credentials and its way over the network. Each API module's client is a thin shell
 * around an {@link io.github.analytics4j.client.ApiClient}; its builder is an {@link
 * io.github.analytics4j.client.AbstractClientBuilder}, so that knowing one is knowing four.
 *
 * <p>The generated interfaces call {@link io.github.analytics4j.client.Transport#prepare} with an {@link
 * io.github.analytics4j.client.Operation} and a request; they get an {@link io.github.analytics4j.client.Invocation} that
 * can be shown, printed as a {@code curl} line, or sent.
 *
 * <p>The layers, each of which knows those behind it: {@code OkHttpTransport} makes a call of a request; {@code
 * CallDriver} runs it; {@code ApiCall} decides what comes next; {@code CallExchange} sends it once and has the response
 * read; {@code HttpPool} owns the connections. Retries and deadlines are around OkHttp and not
 * inside it, so that they are the same on a user's own HTTP client. No type of OkHttp shows in a signature, except where a
 * user hands over an {@code OkHttpClient}.
 */
@NullMarked
package io.github.analytics4j.client;

import org.jspecify.annotations.NullMarked;
