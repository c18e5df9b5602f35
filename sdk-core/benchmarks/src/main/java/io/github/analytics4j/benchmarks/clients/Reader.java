package io.github.analytics4j.benchmarks.clients;

import java.net.URI;

/** Somebody who reads calls. Built once a process; reads as often as asked. */
public interface Reader extends AutoCloseable {
    /** The most rows a page may have. */
    int PAGE = 100;

    /** To the end of the list, whatever it takes a reader to be sure that it is there. */
    long ALL = Long.MAX_VALUE;

    /** Reads the list under this address, no page after the one that holds row {@code atMost}. */
    Totals read(URI list, long atMost) throws Exception;

    @Override
    default void close() {}
}
