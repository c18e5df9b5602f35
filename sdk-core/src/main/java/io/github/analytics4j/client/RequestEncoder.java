package io.github.analytics4j.client;

/** Writes a request record into the parts of an HTTP request; generated, without state. */
@FunctionalInterface
public interface RequestEncoder<Q> {

    /** Adds every parameter that was set, and none that was not. */
    void encode(Q request, RequestParts parts);
}
