package io.github.analytics4j.error;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One try of a call: what was waited for before it, how long it took and how it ended.
 *
 * @param number 1 for the first
 * @param status the HTTP status, or null when no response came
 * @param failure what went wrong, or null when the response was good
 * @param decision why the call went on or stopped after a failure, or null when the response was good
 * @param waitedBefore the wait between the attempt before and this one
 * @param took from sending to the last byte read
 */
public record Attempt(
        int number,
        @Nullable Integer status,
        @Nullable String failure,
        @Nullable String decision,
        Duration waitedBefore,
        Duration took)
        implements Serializable {}
