// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.error.UnexpectedValueException;
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

        private static final JsonFields FIELDS = JsonFields.of(
                        "CreatedReport", "reportId", "status", "estimatedSeconds")
                .required(0, 1);

        @Override
        @SuppressWarnings("NullAway")
        public CreatedReport read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            String reportId = null;
            ReportStatus status = null;
            Double estimatedSeconds = null;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> reportId = in.readString();
                    case 1 -> status = in.readText(ReportStatus.TYPE);
                    case 2 -> estimatedSeconds = in.readDoubleOrNull();
                    default -> throw new AssertionError(f);
                }
            }
            return new CreatedReport(reportId, status, estimatedSeconds, in.endObject());
        }

        @Override
        public void write(JsonWriter out, CreatedReport v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.reportId);
            }
            if (out.field(1)) {
                out.value(v.status);
            }
            if (out.field(2)) {
                out.value(v.estimatedSeconds);
            }
            out.end();
        }
    }
}
