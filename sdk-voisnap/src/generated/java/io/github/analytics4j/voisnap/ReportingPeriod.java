// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

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
 * A span of days, first and last included.
 *
 * @param from First day.
 * @param to Last day.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record ReportingPeriod(LocalDate from, LocalDate to, UnexpectedContent unexpected) implements JsonRecord {
    /** {@return first day} */
    public LocalDate from() {
        return FieldValues.required(from, unexpected, Codec.FROM);
    }

    /** {@return last day} */
    public LocalDate to() {
        return FieldValues.required(to, unexpected, Codec.TO);
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
    public static ReportingPeriod fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<ReportingPeriod> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("ReportingPeriod");
        static final int FROM = BUILDER.required("from", JsonCodecs.DATE);
        static final int TO = BUILDER.required("to", JsonCodecs.DATE);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public ReportingPeriod read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new ReportingPeriod(v.getRequired(FROM), v.getRequired(TO), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, ReportingPeriod v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.from, v.to);
        }
    }
}
