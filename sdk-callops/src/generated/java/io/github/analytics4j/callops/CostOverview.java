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
import io.github.analytics4j.json.Unexpected;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Cost of all calls in a period. The cost of the parts need not add up to the total.
 *
 * @param totalSpend Cost of all calls together. Unit: currency units. Scale: most likely USD.
 * @param avgCostPerCall Mean cost of a call. Unit: currency units. Scale: most likely USD.
 * @param sttCostTotal Cost of speech to text. Unit: currency units. Scale: most likely USD.
 * @param llmCostTotal Cost of the language model. Unit: currency units. Scale: most likely USD.
 * @param ttsCostTotal Cost of text to speech. Unit: currency units. Scale: most likely USD.
 * @param unexpected what arrived that the vendor does not document
 */
public record CostOverview(
        BigDecimal totalSpend,
        BigDecimal avgCostPerCall,
        BigDecimal sttCostTotal,
        BigDecimal llmCostTotal,
        BigDecimal ttsCostTotal,
        Unexpected unexpected)
        implements JsonRecord {
    /**
     * Cost of all calls together. Unit: currency units. Scale: most likely USD.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public BigDecimal totalSpend() {
        unexpected.require(0);
        return totalSpend;
    }

    /**
     * Mean cost of a call. Unit: currency units. Scale: most likely USD.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public BigDecimal avgCostPerCall() {
        unexpected.require(1);
        return avgCostPerCall;
    }

    /**
     * Cost of speech to text. Unit: currency units. Scale: most likely USD.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public BigDecimal sttCostTotal() {
        unexpected.require(2);
        return sttCostTotal;
    }

    /**
     * Cost of the language model. Unit: currency units. Scale: most likely USD.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public BigDecimal llmCostTotal() {
        unexpected.require(3);
        return llmCostTotal;
    }

    /**
     * Cost of text to speech. Unit: currency units. Scale: most likely USD.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public BigDecimal ttsCostTotal() {
        unexpected.require(4);
        return ttsCostTotal;
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
    public static CostOverview fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<CostOverview> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("CostOverview")
                .always("total_spend", JsonCodecs.DECIMAL)
                .always("avg_cost_per_call", JsonCodecs.DECIMAL)
                .always("stt_cost_total", JsonCodecs.DECIMAL)
                .always("llm_cost_total", JsonCodecs.DECIMAL)
                .always("tts_cost_total", JsonCodecs.DECIMAL)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public CostOverview read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new CostOverview(v.get(0), v.get(1), v.get(2), v.get(3), v.get(4), v.unexpected());
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
