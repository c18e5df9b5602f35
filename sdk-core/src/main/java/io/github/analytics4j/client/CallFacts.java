package io.github.analytics4j.client;

import io.github.analytics4j.error.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link CallStage} may know about the call it works on. */
public interface CallFacts {

    /** Which call it is. */
    CallInfo info();

    /** Whether carrying the request out twice does no harm. */
    boolean repeatable();

    /** Whether a failure that may pass ends the call, since its caller asks again when it needs the answer. */
    boolean triedOnce();

    /** The attempts that are over; without the one that just failed. */
    List<Attempt> attempts();

    /** The supplier's answer with the key of the latest attempt, or null before the first. */
    Credentials.@Nullable Answer keyUsed();

    /** What is left of the deadline, or null when there is none. */
    @Nullable
    Duration remaining();

    /** The time on a line that never jumps, for waits; it says nothing about the time of day. */
    Instant steady();
}
