// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.json.FieldValues;
import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.json.JsonCodecs;
import io.github.analytics4j.json.JsonFields;
import io.github.analytics4j.json.JsonReader;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonWriter;
import io.github.analytics4j.json.UnexpectedContent;
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
        UnexpectedContent unexpected)
        implements JsonRecord {
    @Override
    public String toString() {
        return Json.shown(Codec.INSTANCE, this);
    }

    @Override
    public String toJson() {
        return Json.encode(Codec.INSTANCE, this);
    }

    /**
     * {@return the record of an object that {@link #toJson} made, or the vendor sent}
     *
     * @param json one JSON object; what the vendor does not document is kept
     */
    public static DurationPoint fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<DurationPoint> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("DurationPoint");
        static final int DATE = BUILDER.optional("date", JsonCodecs.STRING);
        static final int TOTAL_MINUTES = BUILDER.optional("total_minutes", JsonCodecs.DOUBLE);
        static final int AVERAGE_DURATION = BUILDER.optional("average_duration", JsonCodecs.DOUBLE);
        static final int TOTAL_CALLS = BUILDER.optional("total_calls", JsonCodecs.LONG);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public DurationPoint read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new DurationPoint(
                    v.get(DATE),
                    v.getDoubleOrNull(TOTAL_MINUTES),
                    v.getDoubleOrNull(AVERAGE_DURATION),
                    v.getLongOrNull(TOTAL_CALLS),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, DurationPoint v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.date, v.totalMinutes, v.averageDuration, v.totalCalls);
        }
    }
}
