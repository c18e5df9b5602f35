package io.github.analytics4j.testkit.vendor.callops;

import io.github.analytics4j.testkit.data.RowSelection;
import io.github.analytics4j.testkit.data.RowView;
import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.server.Params;
import io.github.analytics4j.testkit.server.Reply;
import org.jspecify.annotations.Nullable;

/** The speech-to-text events of CallOps: a window of them, or their summary. */
public final class SttEvents {
    // A prime larger than any limit: steps of it visit a window in an order that means nothing.
    private static final long STEP = 1_000_003;

    /** In which order a window is answered. */
    public enum Order {
        NEWEST_FIRST,
        OLDEST_FIRST,
        SHUFFLED
    }

    private record Filter(
            OpsLog log, @Nullable String callSid, @Nullable String type) implements RowSelection.Filter {
        @Override
        public boolean passes(long key, long time, @Nullable Object edit) {
            SttRow row = log.row().read(key, time);
            return (type == null || type.equals(SttRow.TYPES[row.type]))
                    && (callSid == null || callSid.equals(row.callSid()));
        }
    }

    private final OpsLog log;
    public volatile Order order = Order.NEWEST_FIRST;

    public SttEvents(OpsLog log) {
        this.log = log;
    }

    /** As no vendor's word says otherwise. */
    public void reset() {
        log.endInclusive(true);
        order = Order.NEWEST_FIRST;
    }

    public Reply list(Params params) {
        long limit = params.number("limit", 100, 1, 500);
        String callSid = params.text("call_sid");
        String type = params.text("event_type");
        Filter filter = callSid == null && type == null ? null : new Filter(log, callSid, type);
        RowView view = log.events.view();
        RowSelection rows = log.select(params, view, filter);
        SttRow row = log.row();
        JsonOut out = JsonOut.local().beginArray();
        write(rows, limit, (key, time, edit) -> row.read(key, time).write(out));
        Reply reply = Reply.json(200, out.endArray());
        log.events.pageAnswered();
        return reply;
    }

    private void write(RowSelection rows, long limit, RowView.Visitor writer) {
        long total = rows.total();
        long count = Math.min(limit, total);
        switch (order) {
            case NEWEST_FIRST -> rows.page(0, limit, writer);
            case OLDEST_FIRST -> {
                for (long i = 0; i < count; i++) {
                    rows.page(total - 1 - i, 1, writer);
                }
            }
            case SHUFFLED -> {
                long step = total % STEP == 0 ? STEP - 2 : STEP;
                for (long i = 0; i < count; i++) {
                    rows.page((i * step + total / 3) % total, 1, writer);
                }
            }
        }
    }

    public Reply summary(Params params) {
        RowView view = log.events.view();
        RowSelection rows = log.select(params, view, null);
        long[] counts = new long[SttRow.TYPES.length];
        long[] tenths = new long[1];
        SttRow row = log.row();
        rows.page(0, rows.total(), (key, time, edit) -> {
            row.read(key, time);
            counts[row.type]++;
            tenths[0] += row.type == SttDay.CLOSED ? row.tenths() : 0;
        });
        JsonOut out = JsonOut.local().beginObject().field("total_events", rows.total());
        out.field("connections_opened", counts[SttDay.OPENED]).field("connections_closed", counts[SttDay.CLOSED]);
        out.field("connections_rejected", counts[SttDay.REJECTED]).field("timeouts", counts[SttDay.TIMEOUT]);
        out.field("errors", counts[SttDay.ERROR]).field("utterance_end_fallbacks", counts[SttDay.FALLBACK]);
        if (counts[SttDay.CLOSED] == 0) {
            out.name("avg_connection_duration_s").value((@Nullable String) null);
        } else {
            out.field("avg_connection_duration_s", tenths[0] / 10.0 / counts[SttDay.CLOSED], 1);
        }
        out.field("rejection_rate", ratio(counts[SttDay.REJECTED], counts[SttDay.OPENED] + counts[SttDay.REJECTED]), 4);
        out.field("timeout_rate", ratio(counts[SttDay.TIMEOUT], counts[SttDay.OPENED]), 4);
        return Reply.json(200, out.endObject());
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
