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
import io.github.analytics4j.json.Unexpected;
import java.io.IOException;
import java.time.LocalDate;

/**
 * The calls of one day.
 *
 * @param date The day.
 * @param count Number of calls. Unit: count.
 * @param unexpected what arrived that the vendor does not document
 */
public record DailyCalls(LocalDate date, long count, Unexpected unexpected) implements JsonRecord {
    /**
     * The day.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public LocalDate date() {
        unexpected.require(0);
        return date;
    }

    /**
     * Number of calls. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long count() {
        unexpected.require(1);
        return count;
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
     * Decodes what {@link #toJson} made, or the vendor sent.
     *
     * @param json an object
     */
    public static DailyCalls fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<DailyCalls> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("DailyCalls")
                .always("date", JsonCodecs.DATE)
                .always("count", JsonCodecs.LONG)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public DailyCalls read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new DailyCalls(v.get(0), v.getLong(1), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, DailyCalls v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.date, v.count);
        }
    }
}
