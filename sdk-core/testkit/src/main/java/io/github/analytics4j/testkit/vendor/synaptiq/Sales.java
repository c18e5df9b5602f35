package io.github.analytics4j.testkit.vendor.synaptiq;

import io.github.analytics4j.testkit.data.DayPlans;
import io.github.analytics4j.testkit.data.Rows;
import io.github.analytics4j.testkit.data.Timeline;

/** The log of an account of Synaptiq, which the feed shows and the overview and the funnel count. */
public final class Sales {
    private static final double PER_DAY = 850;

    final long seed;
    final DayPlans days;
    /** The feed shows all of them, and nothing else is counted. */
    final Rows events;

    public Sales(Timeline timeline, long seed, long events) {
        this.seed = seed;
        this.days =
                SalesDay.plans(seed, Math.max(PER_DAY, events / (5 * 365.0))).newest(events, timeline.start());
        this.events = new Rows(timeline, days, events, key -> ActivityRow.id(seed, key));
    }

    public Rows events() {
        return events;
    }

    ActivityRow row() {
        return new ActivityRow(seed, days);
    }
}
