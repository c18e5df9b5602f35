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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conversations in a period: totals and their course.
 *
 * @param period The period that was counted.
 * @param groupBy Length of the steps of the series, as asked for.
 * @param totals Totals and averages over the whole period.
 * @param series The period in steps, oldest first.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record Overview(
        ReportingPeriod period,
        @Nullable GroupBy groupBy,
        OverviewTotals totals,
        List<OverviewPoint> series,
        UnexpectedContent unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public Overview {
        series = List.copyOf(series);
    }

    /** {@return the period that was counted} */
    public ReportingPeriod period() {
        return FieldValues.required(period, unexpected, Codec.PERIOD);
    }

    /** {@return totals and averages over the whole period} */
    public OverviewTotals totals() {
        return FieldValues.required(totals, unexpected, Codec.TOTALS);
    }

    /** {@return the period in steps, oldest first} */
    public List<OverviewPoint> series() {
        return FieldValues.required(series, unexpected, Codec.SERIES);
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
        static final int GROUP_BY = BUILDER.optional("groupBy", JsonCodecs.text(GroupBy.TYPE));
        static final int TOTALS = BUILDER.required("totals", OverviewTotals.Codec.INSTANCE);
        static final int SERIES = BUILDER.required("series", JsonCodecs.list(OverviewPoint.Codec.INSTANCE));
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public Overview read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new Overview(
                    v.getRequired(PERIOD), v.get(GROUP_BY), v.getRequired(TOTALS), v.getList(SERIES), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Overview v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.period, v.groupBy, v.totals, v.series);
        }
    }
}
