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
    public static Overview fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Overview> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("Overview")
                .always("period", ReportingPeriod.Codec.INSTANCE)
                .field("groupBy", JsonCodecs.text(GroupBy.TYPE))
                .always("totals", OverviewTotals.Codec.INSTANCE)
                .always("series", JsonCodecs.list(OverviewPoint.Codec.INSTANCE))
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public Overview read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new Overview(v.get(0), v.get(1), v.get(2), v.getList(3), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Overview v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.period, v.groupBy, v.totals, v.series);
        }
    }
}
