package io.github.analytics4j.testkit.vendor.callops;

import io.github.analytics4j.testkit.data.DayPlans;
import io.github.analytics4j.testkit.data.DayPlans.Day;
import io.github.analytics4j.testkit.data.RowSelection;
import io.github.analytics4j.testkit.data.RowView;
import io.github.analytics4j.testkit.data.Rows;
import io.github.analytics4j.testkit.data.Timeline;
import io.github.analytics4j.testkit.server.Params;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The log of an account of CallOps: the one list of speech-to-text events. Each opened connection is a call, so
 * that calls and events are never at odds.
 */
public final class OpsLog {
    /** Receives calls, newest first. */
    interface EachCall {
        void accept(long millis, OpsCall call);
    }

    private static final double PER_DAY = 320;
    private static final Instant EARLIEST = Instant.ofEpochMilli(Long.MIN_VALUE);

    final long seed;
    final Rows events;

    private final DayPlans days;
    private final RowSelection.Cache selections = new RowSelection.Cache();
    private volatile boolean endInclusive = true;

    public OpsLog(Timeline timeline, long seed, long events) {
        this.seed = seed;
        this.days = SttDay.plans(seed, Math.max(PER_DAY, events / (5 * 365.0))).newest(events, timeline.start());
        this.events = new Rows(timeline, days, events, key -> SttRow.id(seed, key));
    }

    public Rows events() {
        return events;
    }

    /** Whether what happened at {@code end_date} itself is part of a response. */
    public void endInclusive(boolean inclusive) {
        endInclusive = inclusive;
    }

    SttRow row() {
        return new SttRow(this);
    }

    /** The events that the list still shows, of the range that was asked for. */
    RowSelection select(Params params, RowView view, RowSelection.@Nullable Filter filter) {
        return selections.select(view, from(params), to(params), filter);
    }

    /** The calls of the range and the agents that were asked for, of those whose events are shown. */
    void calls(Params params, Iterable<String> agents, EachCall each) {
        RowView view = events.view();
        SttRow row = row();
        OpsCall call = new OpsCall();
        view.between(from(params), to(params), (key, time, edit) -> {
            row.read(key, time);
            if (row.type == SttDay.OPENED) {
                call.read(row.call(), row.tenths(), row.inProgress(view), row.sttFailed(view));
                if (call.isOf(agents)) {
                    each.accept(time, call);
                }
            }
        });
    }

    /** Refuses a range of times that cannot be read. */
    void checkRange(Params params) {
        from(params);
        to(params);
    }

    private static long from(Params params) {
        return params.time("start_date", EARLIEST).toEpochMilli();
    }

    /** A date alone is the first moment of its day, at both ends of a range and of every operation. */
    private long to(Params params) {
        return params.text("end_date") == null
                ? Long.MAX_VALUE
                : params.time("end_date", EARLIEST)
                        .plusMillis(endInclusive ? 1 : 0)
                        .toEpochMilli();
    }

    @Nullable
    Day day(long key) {
        return key < Rows.INSERTED ? days.dayOf(key) : null;
    }
}
