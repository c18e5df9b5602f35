package io.github.analytics4j.testkit.vendor.synthflow;

import io.github.analytics4j.testkit.data.RowSelection;
import io.github.analytics4j.testkit.server.Params;
import org.jspecify.annotations.Nullable;

/** The filters of a list of calls besides its time range. */
public record CallFilter(
        long seed,
        @Nullable String status,
        long least,
        long most,
        @Nullable String phone) implements RowSelection.Filter {

    static RowSelection.@Nullable Filter of(long seed, Params params) {
        String status = params.text("call_status");
        String phone = params.text("lead_phone_number");
        long least = params.number("duration_min", Long.MIN_VALUE);
        long most = params.number("duration_max", Long.MAX_VALUE);
        boolean all = status == null && phone == null && least == Long.MIN_VALUE && most == Long.MAX_VALUE;
        return all ? null : new CallFilter(seed, status, least, most, phone);
    }

    @Override
    public boolean passes(long key, long time) {
        CallRow row = new CallRow(seed).read(key, time);
        return (status == null || status.equals(CallRow.STATUSES[row.status]))
                && row.duration >= least
                && row.duration <= most
                && (phone == null || phone.equals(row.phone()));
    }
}
