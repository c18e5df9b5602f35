package io.github.analytics4j.page;

/** The ids of the last rows delivered, in order. */
final class RecentIds {

    private RecentIds() {}

    static final int DEFAULT_MEMORY = 1 << 14;
}
