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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conversations in a period: totals and their course.
 *
 * @param period The period that was counted.
 * @param groupBy Length of the steps of the series, as asked for.
 * @param totals Totals and averages over the whole period.
 * @param series The period in steps, oldest first.
 * @param unexpected what arrived that the vendor does not document
 */
public record Overview(
        ReportingPeriod period,
        @Nullable GroupBy groupBy,
        OverviewTotals totals,
        List<OverviewPoint> series,
        Unexpected unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public Overview {
        series = List.copyOf(series);
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
    public OverviewTotals totals() {
        unexpected.require(2);
        return totals;
    }

    /**
     * The period in steps, oldest first.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public List<OverviewPoint> series() {
        unexpected.require(3);
        return series;
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

        private static final JsonFields FIELDS = JsonFields.of("Overview", "period", "groupBy", "totals", "series")
                .required(0, 2, 3);

        @Override
        @SuppressWarnings("NullAway")
        public Overview read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            ReportingPeriod period = null;
            GroupBy groupBy = null;
            OverviewTotals totals = null;
            List<OverviewPoint> series = List.of();
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> period = in.readObject(ReportingPeriod.Codec.INSTANCE);
                    case 1 -> groupBy = in.readText(GroupBy.TYPE);
                    case 2 -> totals = in.readObject(OverviewTotals.Codec.INSTANCE);
                    case 3 -> series = in.readList(OverviewPoint.Codec.INSTANCE);
                    default -> throw new AssertionError(f);
                }
            }
            return new Overview(period, groupBy, totals, series, in.endObject());
        }

        @Override
        public void write(JsonWriter out, Overview v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.object(ReportingPeriod.Codec.INSTANCE, v.period);
            }
            if (out.field(1)) {
                out.value(v.groupBy);
            }
            if (out.field(2)) {
                out.object(OverviewTotals.Codec.INSTANCE, v.totals);
            }
            if (out.field(3)) {
                out.list(OverviewPoint.Codec.INSTANCE, v.series);
            }
            out.end();
        }
    }
}
