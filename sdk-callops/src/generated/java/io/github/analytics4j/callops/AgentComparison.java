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
import org.jspecify.annotations.Nullable;

/**
 * The main figures of one agent.
 *
 * @param agentId Identifies the agent.
 * @param agentName Name of the agent, for people; null where the agent is gone.
 * @param totalCalls Calls the agent took. Unit: count.
 * @param avgDuration Mean length of a call. Unit: seconds.
 * @param completionRate Completed calls over all calls. Unit: share. Scale: 0–1.
 * @param avgSttLatencyMs Mean latency of speech to text. Unit: milliseconds.
 * @param avgLlmLatencyMs Mean latency of the language model. Unit: milliseconds.
 * @param avgTtsLatencyMs Mean latency of text to speech. Unit: milliseconds.
 * @param avgTotalLatencyMs Mean latency from end to end. Unit: milliseconds.
 * @param avgCost Mean cost of a call. Unit: currency units. Scale: most likely USD.
 * @param bargeInRate Share of calls with at least one interruption. Unit: share. Scale: 0–1.
 * @param avgTurns Mean number of turns in a call. Unit: turns per call.
 * @param errorCount Calls with errors. Unit: count.
 * @param unexpected what arrived that the vendor does not document
 */
public record AgentComparison(
        String agentId,
        @Nullable String agentName,
        long totalCalls,
        double avgDuration,
        double completionRate,
        double avgSttLatencyMs,
        double avgLlmLatencyMs,
        double avgTtsLatencyMs,
        double avgTotalLatencyMs,
        BigDecimal avgCost,
        double bargeInRate,
        double avgTurns,
        long errorCount,
        Unexpected unexpected)
        implements JsonRecord {
    /**
     * Identifies the agent.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public String agentId() {
        unexpected.require(0);
        return agentId;
    }

    /**
     * Calls the agent took. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long totalCalls() {
        unexpected.require(2);
        return totalCalls;
    }

    /**
     * Mean length of a call. Unit: seconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double avgDuration() {
        unexpected.require(3);
        return avgDuration;
    }

    /**
     * Completed calls over all calls. Unit: share. Scale: 0–1.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double completionRate() {
        unexpected.require(4);
        return completionRate;
    }

    /**
     * Mean latency of speech to text. Unit: milliseconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double avgSttLatencyMs() {
        unexpected.require(5);
        return avgSttLatencyMs;
    }

    /**
     * Mean latency of the language model. Unit: milliseconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double avgLlmLatencyMs() {
        unexpected.require(6);
        return avgLlmLatencyMs;
    }

    /**
     * Mean latency of text to speech. Unit: milliseconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double avgTtsLatencyMs() {
        unexpected.require(7);
        return avgTtsLatencyMs;
    }

    /**
     * Mean latency from end to end. Unit: milliseconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double avgTotalLatencyMs() {
        unexpected.require(8);
        return avgTotalLatencyMs;
    }

    /**
     * Mean cost of a call. Unit: currency units. Scale: most likely USD.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public BigDecimal avgCost() {
        unexpected.require(9);
        return avgCost;
    }

    /**
     * Share of calls with at least one interruption. Unit: share. Scale: 0–1.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double bargeInRate() {
        unexpected.require(10);
        return bargeInRate;
    }

    /**
     * Mean number of turns in a call. Unit: turns per call.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double avgTurns() {
        unexpected.require(11);
        return avgTurns;
    }

    /**
     * Calls with errors. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long errorCount() {
        unexpected.require(12);
        return errorCount;
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
    public static AgentComparison fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<AgentComparison> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("AgentComparison")
                .always("agent_id", JsonCodecs.STRING)
                .field("agent_name", JsonCodecs.INTERNED)
                .always("total_calls", JsonCodecs.LONG)
                .always("avg_duration", JsonCodecs.DOUBLE)
                .always("completion_rate", JsonCodecs.DOUBLE)
                .always("avg_stt_latency_ms", JsonCodecs.DOUBLE)
                .always("avg_llm_latency_ms", JsonCodecs.DOUBLE)
                .always("avg_tts_latency_ms", JsonCodecs.DOUBLE)
                .always("avg_total_latency_ms", JsonCodecs.DOUBLE)
                .always("avg_cost", JsonCodecs.DECIMAL)
                .always("barge_in_rate", JsonCodecs.DOUBLE)
                .always("avg_turns", JsonCodecs.DOUBLE)
                .always("error_count", JsonCodecs.LONG)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public AgentComparison read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new AgentComparison(
                    v.get(0),
                    v.get(1),
                    v.getLong(2),
                    v.getDouble(3),
                    v.getDouble(4),
                    v.getDouble(5),
                    v.getDouble(6),
                    v.getDouble(7),
                    v.getDouble(8),
                    v.get(9),
                    v.getDouble(10),
                    v.getDouble(11),
                    v.getLong(12),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, AgentComparison v) throws IOException {
            out.writeFields(
                    FIELDS,
                    v.unexpected,
                    v.agentId,
                    v.agentName,
                    v.totalCalls,
                    v.avgDuration,
                    v.completionRate,
                    v.avgSttLatencyMs,
                    v.avgLlmLatencyMs,
                    v.avgTtsLatencyMs,
                    v.avgTotalLatencyMs,
                    v.avgCost,
                    v.bargeInRate,
                    v.avgTurns,
                    v.errorCount);
        }
    }
}
