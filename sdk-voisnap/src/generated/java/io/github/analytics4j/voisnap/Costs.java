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
import java.math.BigDecimal;
import java.util.List;

/**
 * Cost of a period, split in several ways.
 *
 * @param period The period that was counted.
 * @param totalUsd Cost of all conversations together. Unit: USD.
 * @param breakdown The same by kind of service.
 * @param byAgent Cost of each agent.
 * @param series The period in steps, oldest first.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record Costs(
        ReportingPeriod period,
        BigDecimal totalUsd,
        CostBreakdown breakdown,
        List<AgentCost> byAgent,
        List<CostPoint> series,
        UnexpectedContent unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public Costs {
        byAgent = List.copyOf(byAgent);
        series = List.copyOf(series);
    }

    /** {@return the period that was counted} */
    public ReportingPeriod period() {
        return FieldValues.required(period, unexpected, Codec.PERIOD);
    }

    /** {@return cost of all conversations together} Unit: USD. */
    public BigDecimal totalUsd() {
        return FieldValues.required(totalUsd, unexpected, Codec.TOTAL_USD);
    }

    /** {@return the same by kind of service} */
    public CostBreakdown breakdown() {
        return FieldValues.required(breakdown, unexpected, Codec.BREAKDOWN);
    }

    /** {@return cost of each agent} */
    public List<AgentCost> byAgent() {
        return FieldValues.required(byAgent, unexpected, Codec.BY_AGENT);
    }

    /** {@return the period in steps, oldest first} */
    public List<CostPoint> series() {
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
    public static Costs fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Costs> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("Costs");
        static final int PERIOD = BUILDER.required("period", ReportingPeriod.Codec.INSTANCE);
        static final int TOTAL_USD = BUILDER.required("totalUsd", JsonCodecs.DECIMAL);
        static final int BREAKDOWN = BUILDER.required("breakdown", CostBreakdown.Codec.INSTANCE);
        static final int BY_AGENT = BUILDER.required("byAgent", JsonCodecs.list(AgentCost.Codec.INSTANCE));
        static final int SERIES = BUILDER.required("series", JsonCodecs.list(CostPoint.Codec.INSTANCE));
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public Costs read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new Costs(
                    v.getRequired(PERIOD),
                    v.getRequired(TOTAL_USD),
                    v.getRequired(BREAKDOWN),
                    v.getList(BY_AGENT),
                    v.getList(SERIES),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Costs v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.period, v.totalUsd, v.breakdown, v.byAgent, v.series);
        }
    }
}
