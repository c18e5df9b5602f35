package io.github.analytics4j.export;

import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.page.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state of a partition: which time is covered, and when something is due. Changed by one run at a time. */
final class PartitionState {
    /** Keyed hash of the API key it was read with; empty where none is known. */
    String account = "";

    /** The start of the day from which rows are wanted. */
    Instant floor = Instant.EPOCH;

    /** The stretches of time whose rows are stored, by a proven walk, in order and not touching one another. */
    List<TimeWindow> covered = new ArrayList<>();

    /** The longest time between a row's time and the end it states, as far as one was seen. */
    Duration longest = Duration.ZERO;

    /** When the last run began that got through. */
    Instant lastStart = Instant.EPOCH;

    Instant nextSweep = Instant.EPOCH;
    Instant nextCount = Instant.EPOCH;

    /** Rows in all as the server told last; -1 where it told none. */
    long total = -1;

    /** Whether the log has rows without a time, which a time window hides. */
    boolean undated;

    /** The end of what is covered from the floor on without a gap: W. */
    Instant watermark() {
        for (TimeWindow each : covered) {
            if (!each.from().isAfter(floor) && each.to().isAfter(floor)) {
                return each.to();
            }
        }
        return floor;
    }

    /** Adds a stretch that is covered now. */
    void cover(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return;
        }
        List<TimeWindow> all = new ArrayList<>(covered);
        all.add(new TimeWindow(from, to));
        all.sort(Comparator.comparing(TimeWindow::from));
        List<TimeWindow> merged = new ArrayList<>();
        for (TimeWindow each : all) {
            TimeWindow last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || last.to().isBefore(each.from())) {
                merged.add(each);
            } else if (each.to().isAfter(last.to())) {
                merged.set(merged.size() - 1, new TimeWindow(last.from(), each.to()));
            }
        }
        covered = merged;
    }

    /** Takes back what is ahead of the clocks: it is a mistake of an earlier clock. */
    void clampTo(Instant now, SyncOptions options) {
        List<TimeWindow> all = covered;
        covered = new ArrayList<>();
        all.forEach(each -> cover(each.from(), earlier(each.to(), now)));
        lastStart = earlier(lastStart, now);
        nextSweep = nextSweep.isAfter(now.plus(options.sweepEvery)) ? now : nextSweep;
        nextCount = nextCount.isAfter(now.plus(options.countEvery)) ? now : nextCount;
    }

    /** The stretches from the floor to a time that are not covered. */
    List<TimeWindow> gaps(Instant to) {
        List<TimeWindow> gaps = new ArrayList<>();
        Instant at = floor;
        for (TimeWindow each : covered) {
            if (each.from().isAfter(at) && at.isBefore(to)) {
                gaps.add(new TimeWindow(at, earlier(each.from(), to)));
            }
            at = each.to().isAfter(at) ? each.to() : at;
        }
        if (at.isBefore(to)) {
            gaps.add(new TimeWindow(at, to));
        }
        return gaps;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    PartitionState copy() {
        PartitionState copy = new PartitionState();
        copy.account = account;
        copy.floor = floor;
        copy.covered = new ArrayList<>(covered);
        copy.longest = longest;
        copy.lastStart = lastStart;
        copy.nextSweep = nextSweep;
        copy.nextCount = nextCount;
        copy.total = total;
        copy.undated = undated;
        return copy;
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("account", account);
        all.put("floor", floor);
        all.put("watermark", watermark()); // for people: it follows from what is covered
        all.put(
                "covered",
                covered.stream()
                        .map(each -> List.of(each.from().toString(), each.to().toString()))
                        .toList());
        all.put("longest_seconds", longest.toSeconds());
        all.put("last_start", lastStart);
        all.put("next_sweep", nextSweep);
        all.put("next_count", nextCount);
        all.put("total", total);
        all.put("undated", undated);
        return all;
    }

    static PartitionState of(Map<String, JsonValue> json) throws StateException {
        PartitionState state = new PartitionState();
        state.account = StateText.text(json, "account");
        state.floor = StateText.time(json, "floor");
        state.longest = Duration.ofSeconds(StateText.number(json, "longest_seconds"));
        state.lastStart = StateText.time(json, "last_start");
        state.nextSweep = StateText.time(json, "next_sweep");
        state.nextCount = StateText.time(json, "next_count");
        state.total = StateText.number(json, "total");
        state.undated = StateText.truth(json, "undated");
        for (JsonValue each : StateText.member(json, "covered").elements()) {
            state.cover(StateText.time(each.get(0)), StateText.time(each.get(1)));
        }
        return state;
    }
}
