package io.github.analytics4j.testkit.vendor.callops;

import io.github.analytics4j.testkit.data.DayPlans.Day;
import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.data.RowView;
import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.json.LocalTimes;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One speech-to-text event of CallOps, computed from its number; reused from row to row. */
public final class SttRow {
    static final String[] TYPES = {
        "connection_opened", "connection_closed", "utterance_end_fallback", "connection_rejected", "timeout", "error"
    };

    private final OpsLog log;
    private long key;
    private long time;
    /** The event that opened the call's connection. */
    private long opened;

    private @Nullable Day day;
    int type;

    SttRow(OpsLog log) {
        this.log = log;
    }

    /** Events that were inserted are calls of two: the older of a pair opens what the newer closes. */
    SttRow read(long rowKey, long rowTime) {
        key = rowKey;
        time = rowTime;
        day = log.day(rowKey);
        opened = day == null ? rowKey & -2 : day.parent(rowKey);
        type = day == null ? (int) (rowKey & 1) : day.type(rowKey);
        return this;
    }

    public static String id(long seed, long key) {
        return new UUID(Noise.mix(seed, key), key).toString();
    }

    String callSid() {
        return String.format(Locale.ROOT, "CA%032x", call() >>> 1);
    }

    /** The chance of the call that the event belongs to. */
    long call() {
        return Noise.mix(log.seed, opened, 1);
    }

    /** Tenths of a second from opened to closed. */
    int tenths() {
        long closed = day == null ? -1 : day.timeOf(opened, SttDay.CLOSED, SttDay.CLOSED);
        return closed < 0 || day == null ? SttDay.tenths(call()) : (int) ((closed - day.time(opened)) / 100);
    }

    /** Whether the call is not over in a state of the log. */
    boolean inProgress(RowView view) {
        return day != null && !happened(day.timeOf(opened, SttDay.CLOSED, SttDay.CLOSED), view);
    }

    /** Whether the provider has told of an error during the call. */
    boolean sttFailed(RowView view) {
        return day != null && happened(day.timeOf(opened, SttDay.ERROR, SttDay.CLOSED), view);
    }

    private boolean happened(long time, RowView view) {
        return time >= 0 && time <= Math.min(view.now(), log.events.timeline().dataNow());
    }

    void write(JsonOut out) {
        out.beginObject().field("id", id(log.seed, key)).field("call_sid", callSid());
        out.field("event_type", TYPES[type]).field("provider_name", "deepgram").field("model", "nova-2");
        out.name("detail");
        if (type == SttDay.CLOSED) {
            out.beginObject().field("duration_s", tenths() / 10.0, 1).endObject();
        } else if (type == SttDay.OPENED) {
            out.beginObject().field("language", "en").endObject();
        } else {
            out.value((@Nullable String) null);
        }
        out.name("created_at").separate().raw("\"");
        createdAt(out);
        out.raw("\"").done().endObject();
    }

    /** Most in UTC with Z; some as Python prints them, with microseconds and an offset. */
    private void createdAt(JsonOut out) {
        if (key % 5 == 0) {
            LocalTimes.write(out, time);
            out.raw(".").padded(Math.floorMod(time, 1000L), 3).raw("000+00:00");
        } else {
            LocalTimes.writeMillis(out, time);
        }
    }
}
