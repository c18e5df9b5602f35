// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.json.JsonFields;
import io.github.analytics4j.json.JsonReader;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonWriter;
import io.github.analytics4j.json.Unexpected;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The number and length of the calls of one date.
 *
 * @param date The date, in a form that the vendor does not state.
 * @param totalMinutes The length of that date's calls together. Unit: minutes.
 * @param averageDuration The average length of a call on that date. Unit: not stated by the vendor, presumably seconds.
 * @param totalCalls How many calls there were on that date. Unit: calls.
 * @param unexpected what arrived that the vendor does not document
 */
public record DurationPoint(
        @Nullable String date,
        @Nullable Double totalMinutes,
        @Nullable Double averageDuration,
        @Nullable Long totalCalls,
        Unexpected unexpected)
        implements JsonRecord {
    @Override
    public String toJson() {
        return Json.encode(Codec.INSTANCE, this);
    }

    /**
     * Decodes what {@link #toJson} made, or the vendor sent.
     *
     * @param json an object
     */
    public static DurationPoint fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<DurationPoint> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS =
                JsonFields.of("DurationPoint", "date", "total_minutes", "average_duration", "total_calls");

        @Override
        public DurationPoint read(JsonReader in) throws IOException {
            String date = null;
            Double totalMinutes = null;
            Double averageDuration = null;
            Long totalCalls = null;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> date = in.readString();
                    case 1 -> totalMinutes = in.readDoubleOrNull();
                    case 2 -> averageDuration = in.readDoubleOrNull();
                    case 3 -> totalCalls = in.readLongOrNull();
                    default -> throw new AssertionError(f);
                }
            }
            return new DurationPoint(date, totalMinutes, averageDuration, totalCalls, in.endObject());
        }

        @Override
        public void write(JsonWriter out, DurationPoint v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.date);
            }
            if (out.field(1)) {
                out.value(v.totalMinutes);
            }
            if (out.field(2)) {
                out.value(v.averageDuration);
            }
            if (out.field(3)) {
                out.value(v.totalCalls);
            }
            out.end();
        }
    }
}
