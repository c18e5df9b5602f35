package io.github.analytics4j.testkit.vendor.synthflow;

import java.util.Map;
import java.util.TreeMap;

/** Calls counted in every way the analytics export shows. */
public final class CallTally {
    /** The counts of a day, an agent, or everything. */
    static final class Counts {
        long calls;
        long seconds;
        long positive;
        long completed;
        final long[] statuses = new long[CallRow.STATUSES.length];
        final long[] reasons = new long[CallRow.REASONS.length];
        final long[] actions = new long[CallRow.ACTIONS.length];

        public void add(CallRow row) {
            calls++;
            seconds += row.duration;
            statuses[row.status]++;
            completed = statuses[0];
            reasons[row.reason]++;
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

    CallTally(int agents) {
        this.agents = new Counts[agents];
        for (int i = 0; i < agents; i++) {
            this.agents[i] = new Counts();
        }
    }

    public void add(int agent, CallRow row) {
        all.add(row);
        agents[agent].add(row);
        days.computeIfAbsent(Math.floorDiv(row.time, DAY), day -> new Counts()).add(row);
    }
}
