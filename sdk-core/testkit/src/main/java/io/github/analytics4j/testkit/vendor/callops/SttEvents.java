package io.github.analytics4j.testkit.vendor.callops;

import io.github.analytics4j.testkit.data.RowSelection;
import io.github.analytics4j.testkit.data.RowView;
import io.github.analytics4j.testkit.data.Rows;
import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.server.Params;
import io.github.analytics4j.testkit.server.Reply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The speech-to-text events of CallOps: a window of them, or their summary. */
public final class SttEvents {
    private static final Instant EARLIEST = Instant.ofEpochMilli(Long.MIN_VALUE);
    // A prime larger than any limit: steps of it visit a window in an order that means nothing.
    private static final long STEP = 1_000_003;

    /** In which order a window is answered. */
    public enum Order {
        NEWEST_FIRST,
        OLDEST_FIRST,
        SHUFFLED
    }

    private record Filter(
            long seed, @Nullable String callSid, @Nullable String type) implements RowSelection.Filter {
        @Override
        public boolean passes(long key, long time, @Nullable Object edit) {
            SttRow row = new SttRow(seed).read(key, time);
            return (type == null || type.equals(SttRow.TYPES[row.type]))
                    && (callSid == null || callSid.equals(row.callSid()));
        }
    }

    private final Rows log;
    private final long seed;
    private final RowSelection.Cache selections = new RowSelection.Cache();
    public volatile boolean endInclusive = true;
    public volatile Order order = Order.NEWEST_FIRST;

    public SttEvents(Rows log, long seed) {
        this.log = log;
        this.seed = seed;
    }

    /** As no vendor's word says otherwise. */
    public void reset() {
        endInclusive = true;
        order = Order.NEWEST_FIRST;
    }

    private RowSelection select(Params params, RowView view, RowSelection.@Nullable Filter filter) {
        long from = params.time("start_date", EARLIEST).toEpochMilli();
        String end = params.text("end_date");
        long to = end == null
                ? Long.MAX_VALUE
                : params.time("end_date", EARLIEST)
                        .plusMillis(endInclusive ? 1 : 0)
                        .toEpochMilli();
        return selections.select(view, from, to, filter);
    }

    public Reply list(Params params) {
        long limit = params.number("limit", 100, 1, 500);
        String callSid = params.text("call_sid");
        String type = params.text("event_type");
        Filter filter = callSid == null && type == null ? null : new Filter(seed, callSid, type);
        RowView view = log.view();
        RowSelection rows = select(params, view, filter);
        SttRow row = new SttRow(seed);
        JsonOut out = JsonOut.local().beginArray();
        write(rows, limit, (key, time, edit) -> row.read(key, time).write(out));
        Reply reply = Reply.json(200, out.endArray());
        log.pageAnswered();
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
        RowView view = log.view();
        RowSelection rows = select(params, view, null);
        long[] counts = new long[SttRow.TYPES.length];
        long[] tenths = new long[1];
        SttRow row = new SttRow(seed);
        rows.page(0, rows.total(), (key, time, edit) -> {
            row.read(key, time);
            counts[row.type]++;
            tenths[0] += row.type == 1 ? row.connectionTenths() : 0;
        });
        JsonOut out = JsonOut.local().beginObject().field("total_events", rows.total());
        out.field("connections_opened", counts[0]).field("connections_closed", counts[1]);
        out.field("connections_rejected", counts[3]).field("timeouts", counts[4]);
        out.field("errors", counts[5]).field("utterance_end_fallbacks", counts[2]);
        if (counts[1] == 0) {
            out.name("avg_connection_duration_s").value((@Nullable String) null);
        } else {
            out.field("avg_connection_duration_s", tenths[0] / 10.0 / counts[1], 1);
        }
        out.field("rejection_rate", ratio(counts[3], counts[0] + counts[3]), 4);
        out.field("timeout_rate", ratio(counts[4], counts[0]), 4);
        return Reply.json(200, out.endObject());
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
