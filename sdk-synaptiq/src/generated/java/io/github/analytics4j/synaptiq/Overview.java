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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account in a period: totals, optionally compared with an earlier period, and their course.
 *
 * @param period The period that was counted.
 * @param summary Totals and averages over the whole period.
 * @param comparison The earlier period and the change since; null unless asked for.
 * @param timeSeries The period in steps, oldest first.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record Overview(
        ReportingPeriod period,
        Summary summary,
        @Nullable Comparison comparison,
        List<TimeSeriesPoint> timeSeries,
        UnexpectedContent unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public Overview {
        timeSeries = List.copyOf(timeSeries);
    }

    /** {@return the period that was counted} */
    public ReportingPeriod period() {
        return FieldValues.required(period, unexpected, Codec.PERIOD);
    }

    /** {@return totals and averages over the whole period} */
    public Summary summary() {
        return FieldValues.required(summary, unexpected, Codec.SUMMARY);
    }

    /** {@return the period in steps, oldest first} */
    public List<TimeSeriesPoint> timeSeries() {
        return FieldValues.required(timeSeries, unexpected, Codec.TIME_SERIES);
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
    public static Overview fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Overview> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("Overview");
        static final int PERIOD = BUILDER.required("period", ReportingPeriod.Codec.INSTANCE);
        static final int SUMMARY = BUILDER.required("summary", Summary.Codec.INSTANCE);
        static final int COMPARISON = BUILDER.optional("comparison", Comparison.Codec.INSTANCE);
        static final int TIME_SERIES = BUILDER.required("timeSeries", JsonCodecs.list(TimeSeriesPoint.Codec.INSTANCE));
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public Overview read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new Overview(
                    v.getRequired(PERIOD),
                    v.getRequired(SUMMARY),
                    v.get(COMPARISON),
                    v.getList(TIME_SERIES),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Overview v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.period, v.summary, v.comparison, v.timeSeries);
        }
    }
}
