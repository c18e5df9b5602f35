package io.github.analytics4j.benchmarks.clients;

import io.github.analytics4j.benchmarks.rows.CallRow;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Counts the calls that a reader saw, their seconds, and the characters of their transcripts. */
public final class Totals {
    private long calls;
    private long seconds;
    private long characters;

    /** One more call; fails when the reader did not get these of it. */
    public void add(@Nullable Long callSeconds, @Nullable String transcript) {
        calls++;
        seconds += Objects.requireNonNull(callSeconds, "duration");
        characters += Objects.requireNonNull(transcript, "transcript").length();
    }

    public long calls() {
        return calls;
    }

    /** Returns the totals of a reader that saw the first {@code count} calls. */
    public static Totals expected(long count) {
        Totals totals = new Totals();
        LongStream.range(0, count)
                .mapToObj(CallRow::new)
                .forEach(call -> totals.add(call.seconds(), call.transcript()));
        return totals;
    }

    /** Returns the totals of a file of so many bytes. */
    public static Totals file(long bytes) {
        Totals totals = new Totals();
        totals.add(bytes, "");
        return totals;
    }

    /** Returns the totals of a reader that counts calls and no more. */
    public static Totals counted(long count) {
        Totals totals = new Totals();
        totals.calls = count;
        return totals;
    }

    @Override
    public String toString() {
        return calls + " items, sum " + seconds + ", " + characters + " characters";
    }
}
