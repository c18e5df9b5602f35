// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.json.JsonFields;
import io.github.analytics4j.json.JsonReader;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonWriter;
import io.github.analytics4j.json.Unexpected;
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
 * @param unexpected what arrived that the vendor does not document
 */
public record Overview(
        ReportingPeriod period,
        Summary summary,
        @Nullable Comparison comparison,
        List<TimeSeriesPoint> timeSeries,
        Unexpected unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public Overview {
        timeSeries = List.copyOf(timeSeries);
    }

    /**
     * The period that was counted.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public ReportingPeriod period() {
        unexpected.require(0);
        return period;
    }

    /**
     * Totals and averages over the whole period.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public Summary summary() {
        unexpected.require(1);
        return summary;
    }

    /**
     * The period in steps, oldest first.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public List<TimeSeriesPoint> timeSeries() {
        unexpected.require(3);
        return timeSeries;
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
    public static Overview fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Overview> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of(
                        "Overview", "period", "summary", "comparison", "timeSeries")
                .required(0, 1, 3);

        @Override
        @SuppressWarnings("NullAway")
        public Overview read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            ReportingPeriod period = null;
            Summary summary = null;
            Comparison comparison = null;
            List<TimeSeriesPoint> timeSeries = List.of();
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> period = in.readObject(ReportingPeriod.Codec.INSTANCE);
                    case 1 -> summary = in.readObject(Summary.Codec.INSTANCE);
                    case 2 -> comparison = in.readObject(Comparison.Codec.INSTANCE);
                    case 3 -> timeSeries = in.readList(TimeSeriesPoint.Codec.INSTANCE);
                    default -> throw new AssertionError(f);
                }
            }
            return new Overview(period, summary, comparison, timeSeries, in.endObject());
        }

        @Override
        public void write(JsonWriter out, Overview v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.object(ReportingPeriod.Codec.INSTANCE, v.period);
            }
            if (out.field(1)) {
                out.object(Summary.Codec.INSTANCE, v.summary);
            }
            if (out.field(2)) {
                out.object(Comparison.Codec.INSTANCE, v.comparison);
            }
            if (out.field(3)) {
                out.list(TimeSeriesPoint.Codec.INSTANCE, v.timeSeries);
            }
            out.end();
        }
    }
}
