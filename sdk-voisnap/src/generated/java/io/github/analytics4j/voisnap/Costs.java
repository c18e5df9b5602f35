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
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Cost of a period, split in several ways.
 *
 * @param period The period that was counted.
 * @param totalUsd Cost of all conversations together. Unit: USD.
 * @param breakdown Cost by kind of service, such as llm, tts, stt, telephony. Unit: USD.
 * @param byAgent Cost of each agent.
 * @param series The period in steps, oldest first.
 * @param unexpected what arrived that the vendor does not document
 */
public record Costs(
        ReportingPeriod period,
        BigDecimal totalUsd,
        Map<String, BigDecimal> breakdown,
        List<AgentCost> byAgent,
        List<CostPoint> series,
        Unexpected unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public Costs {
        breakdown = Json.copyOf(breakdown);
        byAgent = List.copyOf(byAgent);
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
     * Cost of all conversations together. Unit: USD.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public BigDecimal totalUsd() {
        unexpected.require(1);
        return totalUsd;
    }

    /**
     * Cost by kind of service, such as llm, tts, stt, telephony. Unit: USD.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public Map<String, BigDecimal> breakdown() {
        unexpected.require(2);
        return breakdown;
    }

    /**
     * Cost of each agent.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public List<AgentCost> byAgent() {
        unexpected.require(3);
        return byAgent;
    }

    /**
     * The period in steps, oldest first.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public List<CostPoint> series() {
        unexpected.require(4);
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
    public static Costs fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Costs> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("Costs")
                .always("period", ReportingPeriod.Codec.INSTANCE)
                .always("totalUsd", JsonCodecs.DECIMAL)
                .always("breakdown", JsonCodecs.map(JsonCodecs.DECIMAL))
                .always("byAgent", JsonCodecs.list(AgentCost.Codec.INSTANCE))
                .always("series", JsonCodecs.list(CostPoint.Codec.INSTANCE))
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public Costs read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new Costs(v.get(0), v.get(1), v.getMap(2), v.getList(3), v.getList(4), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Costs v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.period, v.totalUsd, v.breakdown, v.byAgent, v.series);
        }
    }
}
