// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

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
 * A span of days, first and last included.
 *
 * @param startDate First day.
 * @param endDate Last day.
 * @param unexpected what arrived that the vendor does not document
 */
public record ReportingPeriod(LocalDate startDate, LocalDate endDate, Unexpected unexpected) implements JsonRecord {
    /**
     * First day.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public LocalDate startDate() {
        unexpected.require(0);
        return startDate;
    }

    /**
     * Last day.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public LocalDate endDate() {
        unexpected.require(1);
        return endDate;
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
    public static ReportingPeriod fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<ReportingPeriod> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("ReportingPeriod")
                .always("startDate", JsonCodecs.DATE)
                .always("endDate", JsonCodecs.DATE)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public ReportingPeriod read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new ReportingPeriod(v.get(0), v.get(1), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, ReportingPeriod v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.startDate, v.endDate);
        }
    }
}
