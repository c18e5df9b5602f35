// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

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

/**
 * Cost of all calls in a period. The cost of the parts need not add up to the total.
 *
 * @param totalSpend Cost of all calls together; the vendor names no currency. Unit: currency units.
 * @param avgCostPerCall Mean cost of a call; the vendor names no currency. Unit: currency units.
 * @param sttCostTotal Cost of speech to text; the vendor names no currency. Unit: currency units.
 * @param llmCostTotal Cost of the language model; the vendor names no currency. Unit: currency units.
 * @param ttsCostTotal Cost of text to speech; the vendor names no currency. Unit: currency units.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record CostOverview(
        BigDecimal totalSpend,
        BigDecimal avgCostPerCall,
        BigDecimal sttCostTotal,
        BigDecimal llmCostTotal,
        BigDecimal ttsCostTotal,
        UnexpectedContent unexpected)
        implements JsonRecord {
    /** {@return cost of all calls together; the vendor names no currency} Unit: currency units. */
    public BigDecimal totalSpend() {
        return FieldValues.required(totalSpend, unexpected, Codec.TOTAL_SPEND);
    }

    /** {@return mean cost of a call; the vendor names no currency} Unit: currency units. */
    public BigDecimal avgCostPerCall() {
        return FieldValues.required(avgCostPerCall, unexpected, Codec.AVG_COST_PER_CALL);
    }

    /** {@return cost of speech to text; the vendor names no currency} Unit: currency units. */
    public BigDecimal sttCostTotal() {
        return FieldValues.required(sttCostTotal, unexpected, Codec.STT_COST_TOTAL);
    }

    /** {@return cost of the language model; the vendor names no currency} Unit: currency units. */
    public BigDecimal llmCostTotal() {
        return FieldValues.required(llmCostTotal, unexpected, Codec.LLM_COST_TOTAL);
    }

    /** {@return cost of text to speech; the vendor names no currency} Unit: currency units. */
    public BigDecimal ttsCostTotal() {
        return FieldValues.required(ttsCostTotal, unexpected, Codec.TTS_COST_TOTAL);
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
    public static CostOverview fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<CostOverview> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("CostOverview");
        static final int TOTAL_SPEND = BUILDER.required("total_spend", JsonCodecs.DECIMAL);
        static final int AVG_COST_PER_CALL = BUILDER.required("avg_cost_per_call", JsonCodecs.DECIMAL);
        static final int STT_COST_TOTAL = BUILDER.required("stt_cost_total", JsonCodecs.DECIMAL);
        static final int LLM_COST_TOTAL = BUILDER.required("llm_cost_total", JsonCodecs.DECIMAL);
        static final int TTS_COST_TOTAL = BUILDER.required("tts_cost_total", JsonCodecs.DECIMAL);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public CostOverview read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new CostOverview(
                    v.getRequired(TOTAL_SPEND),
                    v.getRequired(AVG_COST_PER_CALL),
                    v.getRequired(STT_COST_TOTAL),
                    v.getRequired(LLM_COST_TOTAL),
                    v.getRequired(TTS_COST_TOTAL),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, CostOverview v) throws IOException {
            out.writeFields(
                    FIELDS,
                    v.unexpected,
                    v.totalSpend,
                    v.avgCostPerCall,
                    v.sttCostTotal,
                    v.llmCostTotal,
                    v.ttsCostTotal);
        }
    }
}
