package io.github.analytics4j.testkit.vendor.synthflow;

import java.util.Map;
import java.util.TreeMap;

/** Calls counted in every way the analytics export shows. */
public final class CallTally {
    /** How often each of some names occurred, those nobody expected included. */
    static final class Names {
        private final Map<String, Long> counts = new TreeMap<>();

        void add(String name) {
            counts.merge(name, 1L, Long::sum);
        }

        long of(String name) {
            return counts.getOrDefault(name, 0L);
        }

        Iterable<String> all() {
            return counts.keySet();
        }
    }

    /** The counts of a day, an agent, or everything. */
    static final class Counts {
        long calls;
        long seconds;
        long positive;
        long completed;
        final Names statuses = new Names();
        final Names reasons = new Names();
        final long[] actions = new long[CallRow.ACTIONS.length];

        void add(CallRow row) {
            calls++;
            seconds += row.duration;
            statuses.add(row.status);
            completed += row.status.equals(CallRow.STATUSES[0]) ? 1 : 0;
            reasons.add(row.reason);
            positive += row.positive ? 1 : 0;
            if (row.action >= 0) {
                actions[row.action]++;
            }
        }

        double minutes() {
            return seconds / 60.0;
        }

        double averageSeconds() {
            return calls == 0 ? 0 : (double) seconds / calls;
        }
    }

    private static final long DAY = 86_400_000;

    final Counts all = new Counts();
    final Counts[] agents;
    final Map<Long, Counts> days = new TreeMap<>();
    private long day = Long.MIN_VALUE;
    private Counts ofDay = all;

    CallTally(int agents) {
        this.agents = new Counts[agents];
        for (int i = 0; i < agents; i++) {
            this.agents[i] = new Counts();
        }
    }

    void add(int agent, CallRow row) {
        all.add(row);
        agents[agent].add(row);
        long rowDay = Math.floorDiv(row.time, DAY);
        if (rowDay != day) {
            day = rowDay;
            ofDay = days.computeIfAbsent(day, key -> new Counts());
        }
        ofDay.add(row);
    }
}
