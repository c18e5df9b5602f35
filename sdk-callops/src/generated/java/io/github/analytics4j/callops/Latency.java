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
import java.util.List;

/**
 * Mean latencies over a period. The total need not be the sum of the parts.
 *
 * @param avgSttLatencyMs Mean latency of speech to text. Unit: milliseconds.
 * @param avgLlmLatencyMs Mean latency of the language model. Unit: milliseconds.
 * @param avgTtsLatencyMs Mean latency of text to speech. Unit: milliseconds.
 * @param avgTotalLatencyMs Mean latency from end to end. Unit: milliseconds.
 * @param dailyTrend The same by day; whether a day without calls is among them is not documented.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record Latency(
        double avgSttLatencyMs,
        double avgLlmLatencyMs,
        double avgTtsLatencyMs,
        double avgTotalLatencyMs,
        List<DailyLatency> dailyTrend,
        UnexpectedContent unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public Latency {
        dailyTrend = List.copyOf(dailyTrend);
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

    /** {@return the same by day; whether a day without calls is among them is not documented} */
    public List<DailyLatency> dailyTrend() {
        return FieldValues.required(dailyTrend, unexpected, Codec.DAILY_TREND);
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
    public static Latency fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Latency> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("Latency");
        static final int AVG_STT_LATENCY_MS = BUILDER.required("avg_stt_latency_ms", JsonCodecs.DOUBLE);
        static final int AVG_LLM_LATENCY_MS = BUILDER.required("avg_llm_latency_ms", JsonCodecs.DOUBLE);
        static final int AVG_TTS_LATENCY_MS = BUILDER.required("avg_tts_latency_ms", JsonCodecs.DOUBLE);
        static final int AVG_TOTAL_LATENCY_MS = BUILDER.required("avg_total_latency_ms", JsonCodecs.DOUBLE);
        static final int DAILY_TREND = BUILDER.required("daily_trend", JsonCodecs.list(DailyLatency.Codec.INSTANCE));
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public Latency read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new Latency(
                    v.getDouble(AVG_STT_LATENCY_MS),
                    v.getDouble(AVG_LLM_LATENCY_MS),
                    v.getDouble(AVG_TTS_LATENCY_MS),
                    v.getDouble(AVG_TOTAL_LATENCY_MS),
                    v.getList(DAILY_TREND),
                    v.unexpected());
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
