// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.error.UnexpectedValueException;
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
import java.time.DayOfWeek;

/**
 * The calls in one hour of the week.
 *
 * @param dayOfWeek Day of the week; the vendor counts from 0, though it calls that the ISO way. Unit: day. Scale: 0 is
 *     Monday.
 * @param hour Hour of the day, in a time zone that the vendor does not state. Unit: hour. Scale: 0–23.
 * @param count Number of calls. Unit: count.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record PeakHour(DayOfWeek dayOfWeek, int hour, long count, UnexpectedContent unexpected) implements JsonRecord {
    /** {@return day of the week; the vendor counts from 0, though it calls that the ISO way} */
    public DayOfWeek dayOfWeek() {
        return FieldValues.required(dayOfWeek, unexpected, Codec.DAY_OF_WEEK);
    }

    /** {@return hour of the day, in a time zone that the vendor does not state} Unit: hour. Scale: 0–23. */
    public int hour() {
        return FieldValues.required(hour, unexpected, Codec.HOUR);
    }

    /** {@return number of calls} Unit: count. */
    public long count() {
        return FieldValues.required(count, unexpected, Codec.COUNT);
    }

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
    public static PeakHour fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<PeakHour> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("PeakHour");
        static final int DAY_OF_WEEK = BUILDER.required("day_of_week", JsonCodecs.WEEKDAY);
        static final int HOUR = BUILDER.required("hour", JsonCodecs.INT);
        static final int COUNT = BUILDER.required("count", JsonCodecs.LONG);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public PeakHour read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new PeakHour(v.getRequired(DAY_OF_WEEK), v.getInt(HOUR), v.getLong(COUNT), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, PeakHour v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.dayOfWeek, v.hour, v.count);
        }
    }
}
