package io.github.analytics4j.client;

/** Something under way that ends when its client is closed. */
interface InFlight {

    /** Ends it, from any thread; the first reason counts. */
    void cancel(String why);
}
