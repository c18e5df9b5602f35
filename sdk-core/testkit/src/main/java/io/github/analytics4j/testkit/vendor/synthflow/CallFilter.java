package io.github.analytics4j.testkit.vendor.synthflow;

import io.github.analytics4j.testkit.data.RowSelection;
import io.github.analytics4j.testkit.data.RowView;
import io.github.analytics4j.testkit.server.Params;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a list of calls besides the range of their starts.
 *
 * @param lifeNow the time by which calls go on and end
 * @param now the same for calls about which something was said, or 0 where there is none
 * @param begun whether a call without a start is left out
 * @param endBefore calls that ended at this time or later, or not at all, are left out
 */
record CallFilter(
        CallAgent agent,
        long lifeNow,
        long now,
        @Nullable String status,
        long least,
        long most,
        @Nullable String phone,
        boolean begun,
        long endBefore)
        implements RowSelection.Filter {

    static RowSelection.@Nullable Filter of(
            CallAgent agent, RowView view, Params params, boolean begun, long endBefore) {
        CallFilter filter = new CallFilter(
                agent,
                agent.calls().timeline().lifeNow(),
                agent.calls().edited() ? view.now() : 0,
                params.text("call_status"),
                params.number("duration_min", Long.MIN_VALUE),
                params.number("duration_max", Long.MAX_VALUE),
                params.text("lead_phone_number"),
                begun && agent.calls().edited(),
                endBefore);
        return filter.all() ? null : filter;
    }

    private boolean all() {
        return status == null
                && phone == null
                && least == Long.MIN_VALUE
                && most == Long.MAX_VALUE
                && !begun
                && endBefore == Long.MAX_VALUE;
    }

    @Override
    public boolean passes(long key, long time, @Nullable Object edit) {
        CallRow row = new CallRow(agent, lifeNow, now).read(key, time, edit);
        return (status == null || status.equals(row.status))
                && row.duration >= least
                && row.duration <= most
                && (phone == null || phone.equals(row.phone()))
                && (!begun || row.started)
                && (endBefore == Long.MAX_VALUE || row.endedBefore(endBefore));
    }
}
