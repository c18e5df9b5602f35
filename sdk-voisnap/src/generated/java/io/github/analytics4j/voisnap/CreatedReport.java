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
import org.jspecify.annotations.Nullable;

/**
 * A report that the server has begun to make.
 *
 * @param reportId The id of the report, rpt_….
 * @param status How far the report is.
 * @param estimatedSeconds When the file is likely to be ready, counted from the response. Unit: seconds.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record CreatedReport(
        String reportId, ReportStatus status, @Nullable Double estimatedSeconds, UnexpectedContent unexpected)
        implements JsonRecord {
    /** {@return the id of the report, rpt_…} */
    public String reportId() {
        return FieldValues.required(reportId, unexpected, Codec.REPORT_ID);
    }

    /** {@return how far the report is} */
    public ReportStatus status() {
        return FieldValues.required(status, unexpected, Codec.STATUS);
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
    public static CreatedReport fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<CreatedReport> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("CreatedReport");
        static final int REPORT_ID = BUILDER.required("reportId", JsonCodecs.STRING);
        static final int STATUS = BUILDER.required("status", JsonCodecs.text(ReportStatus.TYPE));
        static final int ESTIMATED_SECONDS = BUILDER.optional("estimatedSeconds", JsonCodecs.DOUBLE);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public CreatedReport read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new CreatedReport(
                    v.getRequired(REPORT_ID),
                    v.getRequired(STATUS),
                    v.getDoubleOrNull(ESTIMATED_SECONDS),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, CreatedReport v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.reportId, v.status, v.estimatedSeconds);
        }
    }
}
