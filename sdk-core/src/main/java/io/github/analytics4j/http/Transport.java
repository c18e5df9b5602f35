package io.github.analytics4j.http;

import io.github.analytics4j.download.Download;

/**
 * Sends requests to one API with one set of options; made by the clients' builders.
 *
 * <p>Safe for use by several threads.
 */
public interface Transport {

    /** Makes the HTTP request without sending it. */
    <Q, R> Invocation<R> prepare(Operation<Q, R> operation, Q request);

    /** A download of the file this operation answers with; nothing is sent yet. */
    <Q> Download download(Operation<Q, Download> operation, Q request);
}
