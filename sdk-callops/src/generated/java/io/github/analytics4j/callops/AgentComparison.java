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
import org.jspecify.annotations.Nullable;

/**
 * The main figures of one agent.
 *
 * @param agentId The id of the agent.
 * @param agentName Name of the agent, for people; may be null, such as where the agent is gone.
 * @param totalCalls Calls the agent took. Unit: count.
 * @param avgDuration Mean length of a call. Unit: seconds.
 * @param completionRate Completed calls over all calls. Unit: share. Scale: 0–1.
 * @param avgSttLatencyMs Mean latency of speech to text. Unit: milliseconds.
 * @param avgLlmLatencyMs Mean latency of the language model. Unit: milliseconds.
 * @param avgTtsLatencyMs Mean latency of text to speech. Unit: milliseconds.
 * @param avgTotalLatencyMs Mean latency from end to end. Unit: milliseconds.
 * @param avgCost Mean cost of a call; the vendor names no currency. Unit: currency units.
 * @param bargeInRate Share of calls with at least one interruption. Unit: share. Scale: 0–1.
 * @param avgTurns Mean number of turns in a call. Unit: turns per call.
 * @param errorCount Calls with errors. Unit: count.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
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
        UnexpectedContent unexpected)
        implements JsonRecord {
    /** {@return the id of the agent} */
    public String agentId() {
        return FieldValues.required(agentId, unexpected, Codec.AGENT_ID);
    }

    /** {@return calls the agent took} Unit: count. */
    public long totalCalls() {
        return FieldValues.required(totalCalls, unexpected, Codec.TOTAL_CALLS);
    }

    /** {@return mean length of a call} Unit: seconds. */
    public double avgDuration() {
        return FieldValues.required(avgDuration, unexpected, Codec.AVG_DURATION);
    }

    /** {@return completed calls over all calls} Unit: share. Scale: 0–1. */
    public double completionRate() {
        return FieldValues.required(completionRate, unexpected, Codec.COMPLETION_RATE);
    }

    /** {@return mean latency of speech to text} Unit: milliseconds. */
    public double avgSttLatencyMs() {
        return FieldValues.required(avgSttLatencyMs, unexpected, Codec.AVG_STT_LATENCY_MS);
    }

    /** {@return mean latency of the language model} Unit: milliseconds. */
    public double avgLlmLatencyMs() {
        return FieldValues.required(avgLlmLatencyMs, unexpected, Codec.AVG_LLM_LATENCY_MS);
    }

    /** {@return mean latency of text to speech} Unit: milliseconds. */
    public double avgTtsLatencyMs() {
        return FieldValues.required(avgTtsLatencyMs, unexpected, Codec.AVG_TTS_LATENCY_MS);
    }

    /** {@return mean latency from end to end} Unit: milliseconds. */
    public double avgTotalLatencyMs() {
        return FieldValues.required(avgTotalLatencyMs, unexpected, Codec.AVG_TOTAL_LATENCY_MS);
    }

    /** {@return mean cost of a call; the vendor names no currency} Unit: currency units. */
    public BigDecimal avgCost() {
        return FieldValues.required(avgCost, unexpected, Codec.AVG_COST);
    }

    /** {@return share of calls with at least one interruption} Unit: share. Scale: 0–1. */
    public double bargeInRate() {
        return FieldValues.required(bargeInRate, unexpected, Codec.BARGE_IN_RATE);
    }

    /** {@return mean number of turns in a call} Unit: turns per call. */
    public double avgTurns() {
        return FieldValues.required(avgTurns, unexpected, Codec.AVG_TURNS);
    }

    /** {@return calls with errors} Unit: count. */
    public long errorCount() {
        return FieldValues.required(errorCount, unexpected, Codec.ERROR_COUNT);
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
    public static AgentComparison fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<AgentComparison> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("AgentComparison");
        static final int AGENT_ID = BUILDER.required("agent_id", JsonCodecs.STRING);
        static final int AGENT_NAME = BUILDER.optional("agent_name", JsonCodecs.INTERNED);
        static final int TOTAL_CALLS = BUILDER.required("total_calls", JsonCodecs.LONG);
        static final int AVG_DURATION = BUILDER.required("avg_duration", JsonCodecs.DOUBLE);
        static final int COMPLETION_RATE = BUILDER.required("completion_rate", JsonCodecs.DOUBLE);
        static final int AVG_STT_LATENCY_MS = BUILDER.required("avg_stt_latency_ms", JsonCodecs.DOUBLE);
        static final int AVG_LLM_LATENCY_MS = BUILDER.required("avg_llm_latency_ms", JsonCodecs.DOUBLE);
        static final int AVG_TTS_LATENCY_MS = BUILDER.required("avg_tts_latency_ms", JsonCodecs.DOUBLE);
        static final int AVG_TOTAL_LATENCY_MS = BUILDER.required("avg_total_latency_ms", JsonCodecs.DOUBLE);
        static final int AVG_COST = BUILDER.required("avg_cost", JsonCodecs.DECIMAL);
        static final int BARGE_IN_RATE = BUILDER.required("barge_in_rate", JsonCodecs.DOUBLE);
        static final int AVG_TURNS = BUILDER.required("avg_turns", JsonCodecs.DOUBLE);
        static final int ERROR_COUNT = BUILDER.required("error_count", JsonCodecs.LONG);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public AgentComparison read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new AgentComparison(
                    v.getRequired(AGENT_ID),
                    v.get(AGENT_NAME),
                    v.getLong(TOTAL_CALLS),
                    v.getDouble(AVG_DURATION),
                    v.getDouble(COMPLETION_RATE),
                    v.getDouble(AVG_STT_LATENCY_MS),
                    v.getDouble(AVG_LLM_LATENCY_MS),
                    v.getDouble(AVG_TTS_LATENCY_MS),
                    v.getDouble(AVG_TOTAL_LATENCY_MS),
                    v.getRequired(AVG_COST),
                    v.getDouble(BARGE_IN_RATE),
                    v.getDouble(AVG_TURNS),
                    v.getLong(ERROR_COUNT),
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
