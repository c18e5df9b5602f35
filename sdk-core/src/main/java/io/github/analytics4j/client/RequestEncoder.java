package io.github.analytics4j.client;

import io.github.analytics4j.error.GeneratedCodeApi;

/**
 * Writes a request record into the parts of an HTTP request; generated, without state.
 *
 * @hidden
 */
@GeneratedCodeApi
@FunctionalInterface
public interface RequestEncoder<Q> {

    /** Adds every parameter that was set, and none that was not. */
    void encode(Q request, RequestParts parts);
}
