package io.github.analytics4j.benchmarks.clients;

import io.github.analytics4j.benchmarks.rows.CallRow;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What a reader saw: how many calls, the sum of their seconds, and how many characters their transcripts have. */
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

    /** What a reader of the first {@code count} calls has to see. */
    public static Totals expected(long count) {
        Totals totals = new Totals();
        LongStream.range(0, count)
                .mapToObj(CallRow::new)
                .forEach(call -> totals.add(call.seconds(), call.transcript()));
        return totals;
    }

    /** What has to be seen of a file of so many bytes. */
    public static Totals file(long bytes) {
        Totals totals = new Totals();
        totals.add(bytes, "");
        return totals;
    }

    /** What somebody sees who only counts. */
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
