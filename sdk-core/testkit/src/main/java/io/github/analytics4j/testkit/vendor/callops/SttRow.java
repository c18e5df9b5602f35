package io.github.analytics4j.testkit.vendor.callops;

import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.json.LocalTimes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One speech-to-text event of CallOps, computed from its number; reused from row to row. */
public final class SttRow {
    static final String[] TYPES = {
        "connection_opened", "connection_closed", "utterance_end_fallback", "connection_rejected", "timeout", "error"
    };
    // Two events in a row belong to one call.
    private static final int EVENTS_PER_CALL = 2;

    private final long seed;
    private long key;
    private long time;
    private long bits;
    int type;

    SttRow(long seed) {
        this.seed = seed;
    }

    SttRow read(long rowKey, long rowTime) {
        key = rowKey;
        time = rowTime;
        bits = Noise.mix(seed, rowKey);
        type = Noise.pick(bits, 480, 472, 20, 10, 8, 10);
        return this;
    }

    public static String id(long seed, long key) {
        return new UUID(Noise.mix(seed, key), key).toString();
    }

    String callSid() {
        return String.format("CA%032x", Noise.mix(seed, -1 - key / EVENTS_PER_CALL) >>> 1);
    }

    /** Tenths of a second that a closed connection was open. */
    long connectionTenths() {
        return 20L + Noise.below(Noise.mix(bits, 1), 600);
    }

    void write(JsonOut out) {
        out.beginObject().field("id", id(seed, key)).field("call_sid", callSid());
        out.field("event_type", TYPES[type]).field("provider_name", "deepgram").field("model", "nova-2");
        out.name("detail");
        if (type == 1) {
            out.beginObject().field("duration_s", connectionTenths() / 10.0, 1).endObject();
        } else if (type == 0) {
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
