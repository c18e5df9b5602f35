// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
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

        private static final JsonFields FIELDS = JsonFields.of(
                        "AgentComparison",
                        "agent_id",
                        "agent_name",
                        "total_calls",
                        "avg_duration",
                        "completion_rate",
                        "avg_stt_latency_ms",
                        "avg_llm_latency_ms",
                        "avg_tts_latency_ms",
                        "avg_total_latency_ms",
                        "avg_cost",
                        "barge_in_rate",
                        "avg_turns",
                        "error_count")
                .required(0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

        @Override
        @SuppressWarnings("NullAway")
        public AgentComparison read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            String agentId = null;
            String agentName = null;
            long totalCalls = 0;
            double avgDuration = 0;
            double completionRate = 0;
            double avgSttLatencyMs = 0;
            double avgLlmLatencyMs = 0;
            double avgTtsLatencyMs = 0;
            double avgTotalLatencyMs = 0;
            BigDecimal avgCost = null;
            double bargeInRate = 0;
            double avgTurns = 0;
            long errorCount = 0;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> agentId = in.readString();
                    case 1 -> agentName = in.readInterned();
                    case 2 -> totalCalls = in.readLong();
                    case 3 -> avgDuration = in.readDouble();
                    case 4 -> completionRate = in.readDouble();
                    case 5 -> avgSttLatencyMs = in.readDouble();
                    case 6 -> avgLlmLatencyMs = in.readDouble();
                    case 7 -> avgTtsLatencyMs = in.readDouble();
                    case 8 -> avgTotalLatencyMs = in.readDouble();
                    case 9 -> avgCost = in.readDecimal();
                    case 10 -> bargeInRate = in.readDouble();
                    case 11 -> avgTurns = in.readDouble();
                    case 12 -> errorCount = in.readLong();
                    default -> throw new AssertionError(f);
                }
            }
            return new AgentComparison(
                    agentId,
                    agentName,
                    totalCalls,
                    avgDuration,
                    completionRate,
                    avgSttLatencyMs,
                    avgLlmLatencyMs,
                    avgTtsLatencyMs,
                    avgTotalLatencyMs,
                    avgCost,
                    bargeInRate,
                    avgTurns,
                    errorCount,
                    in.endObject());
        }

        @Override
        public void write(JsonWriter out, AgentComparison v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.agentId);
            }
            if (out.field(1)) {
                out.value(v.agentName);
            }
            if (out.field(2)) {
                out.value(v.totalCalls);
            }
            if (out.field(3)) {
                out.value(v.avgDuration);
            }
            if (out.field(4)) {
                out.value(v.completionRate);
            }
            if (out.field(5)) {
                out.value(v.avgSttLatencyMs);
            }
            if (out.field(6)) {
                out.value(v.avgLlmLatencyMs);
            }
            if (out.field(7)) {
                out.value(v.avgTtsLatencyMs);
            }
            if (out.field(8)) {
                out.value(v.avgTotalLatencyMs);
            }
            if (out.field(9)) {
                out.value(v.avgCost);
            }
            if (out.field(10)) {
                out.value(v.bargeInRate);
            }
            if (out.field(11)) {
                out.value(v.avgTurns);
            }
            if (out.field(12)) {
                out.value(v.errorCount);
            }
            out.end();
        }
    }
}
