package io.github.analytics4j.page;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which page to ask for. What is null or not part of the paging style leaves the request as its author wrote it.
 *
 * @param offset how many rows to skip; a multiple of {@code limit} in page style; 0 in window style
 * @param limit how many rows to ask for
 * @param from start of the time window to send instead of the request's own; null leaves that alone
 * @param to end of the time window to send instead of the request's own; null leaves that alone
 * @hidden
 */
@GeneratedCodeApi
public record PageRequest(
        long offset,
        int limit,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Checks that the place exists. */
    public PageRequest {
        if (offset < 0 || limit < 1) {
            throw new IllegalArgumentException("offset " + offset + ", limit " + limit);
        }
    }

    /** The number of this page, counted from 1, where the API counts pages. */
    public long pageNumber() {
        return offset / limit + 1;
    }

    /** The offset right behind this page, if it is full. */
    long end() {
        return offset + limit;
    }
}
