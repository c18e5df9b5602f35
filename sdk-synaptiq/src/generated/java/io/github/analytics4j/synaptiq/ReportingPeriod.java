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
import io.github.analytics4j.json.UnexpectedContent;
import java.io.IOException;
import java.time.LocalDate;

/**
 * A span of days, first and last included.
 *
 * @param startDate First day; its time zone is not documented.
 * @param endDate Last day; its time zone is not documented.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record ReportingPeriod(LocalDate startDate, LocalDate endDate, UnexpectedContent unexpected)
        implements JsonRecord {
    /** {@return first day; its time zone is not documented} */
    public LocalDate startDate() {
        return FieldValues.required(startDate, unexpected, Codec.START_DATE);
    }

    /** {@return last day; its time zone is not documented} */
    public LocalDate endDate() {
        return FieldValues.required(endDate, unexpected, Codec.END_DATE);
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
        static final int START_DATE = BUILDER.required("startDate", JsonCodecs.DATE);
        static final int END_DATE = BUILDER.required("endDate", JsonCodecs.DATE);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public ReportingPeriod read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new ReportingPeriod(v.getRequired(START_DATE), v.getRequired(END_DATE), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, ReportingPeriod v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.startDate, v.endDate);
        }
    }
}
