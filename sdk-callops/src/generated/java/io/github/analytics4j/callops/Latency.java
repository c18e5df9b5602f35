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
import java.util.List;

/**
 * Mean latencies over a period. The total is measured, not added up from the parts.
 *
 * @param avgSttLatencyMs Mean latency of speech to text. Unit: milliseconds.
 * @param avgLlmLatencyMs Mean latency of the language model. Unit: milliseconds.
 * @param avgTtsLatencyMs Mean latency of text to speech. Unit: milliseconds.
 * @param avgTotalLatencyMs Mean latency from end to end. Unit: milliseconds.
 * @param dailyTrend The same by day.
 * @param unexpected what arrived that the vendor does not document
 */
public record Latency(
        double avgSttLatencyMs,
        double avgLlmLatencyMs,
        double avgTtsLatencyMs,
        double avgTotalLatencyMs,
        List<DailyLatency> dailyTrend,
        Unexpected unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public Latency {
        dailyTrend = List.copyOf(dailyTrend);
    }

    /**
     * Mean latency of speech to text. Unit: milliseconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double avgSttLatencyMs() {
        unexpected.require(0);
        return avgSttLatencyMs;
    }

    /**
     * Mean latency of the language model. Unit: milliseconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double avgLlmLatencyMs() {
        unexpected.require(1);
        return avgLlmLatencyMs;
    }

    /**
     * Mean latency of text to speech. Unit: milliseconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double avgTtsLatencyMs() {
        unexpected.require(2);
        return avgTtsLatencyMs;
    }

    /**
     * Mean latency from end to end. Unit: milliseconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double avgTotalLatencyMs() {
        unexpected.require(3);
        return avgTotalLatencyMs;
    }

    /**
     * The same by day.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public List<DailyLatency> dailyTrend() {
        unexpected.require(4);
        return dailyTrend;
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
    public static Latency fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Latency> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("Latency")
                .always("avg_stt_latency_ms", JsonCodecs.DOUBLE)
                .always("avg_llm_latency_ms", JsonCodecs.DOUBLE)
                .always("avg_tts_latency_ms", JsonCodecs.DOUBLE)
                .always("avg_total_latency_ms", JsonCodecs.DOUBLE)
                .always("daily_trend", JsonCodecs.list(DailyLatency.Codec.INSTANCE))
                .build();

        @Override
        public Latency read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new Latency(
                    v.getDouble(0), v.getDouble(1), v.getDouble(2), v.getDouble(3), v.getList(4), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Latency v) throws IOException {
            out.writeFields(
                    FIELDS,
                    v.unexpected,
                    v.avgSttLatencyMs,
                    v.avgLlmLatencyMs,
                    v.avgTtsLatencyMs,
                    v.avgTotalLatencyMs,
                    v.dailyTrend);
        }
    }
}
