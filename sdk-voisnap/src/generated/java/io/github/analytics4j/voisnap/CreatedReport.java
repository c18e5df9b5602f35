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
import io.github.analytics4j.json.Unexpected;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A report that the server has begun to make.
 *
 * @param reportId Identifies the report, rpt_….
 * @param status How far the report is.
 * @param estimatedSeconds When the file is likely to be ready, counted from the answer. Unit: seconds.
 * @param unexpected what arrived that the vendor does not document
 */
public record CreatedReport(
        String reportId, ReportStatus status, @Nullable Double estimatedSeconds, Unexpected unexpected)
        implements JsonRecord {
    /**
     * Identifies the report, rpt_….
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public String reportId() {
        unexpected.require(0);
        return reportId;
    }

    /**
     * How far the report is.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public ReportStatus status() {
        unexpected.require(1);
        return status;
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
    public static CreatedReport fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<CreatedReport> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("CreatedReport")
                .always("reportId", JsonCodecs.STRING)
                .always("status", JsonCodecs.text(ReportStatus.TYPE))
                .field("estimatedSeconds", JsonCodecs.DOUBLE)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public CreatedReport read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new CreatedReport(v.get(0), v.get(1), v.getDoubleOrNull(2), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, CreatedReport v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.reportId, v.status, v.estimatedSeconds);
        }
    }
}
