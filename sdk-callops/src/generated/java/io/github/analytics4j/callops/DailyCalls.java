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
import java.time.LocalDate;

/**
 * The calls of one day.
 *
 * @param date The day, in a time zone that the vendor does not state.
 * @param count Number of calls. Unit: count.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record DailyCalls(LocalDate date, long count, UnexpectedContent unexpected) implements JsonRecord {
    /** {@return the day, in a time zone that the vendor does not state} */
    public LocalDate date() {
        return FieldValues.required(date, unexpected, Codec.DATE);
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
    public static DailyCalls fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<DailyCalls> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("DailyCalls");
        static final int DATE = BUILDER.required("date", JsonCodecs.DATE);
        static final int COUNT = BUILDER.required("count", JsonCodecs.LONG);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public DailyCalls read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new DailyCalls(v.getRequired(DATE), v.getLong(COUNT), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, DailyCalls v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.date, v.count);
        }
    }
}
