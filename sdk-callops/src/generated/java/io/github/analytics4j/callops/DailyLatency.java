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
import java.time.LocalDate;

/**
 * Mean latencies of one day.
 *
 * @param date The day, in a time zone that the vendor does not state.
 * @param sttLatencyMs Mean latency of speech to text. Unit: milliseconds.
 * @param llmLatencyMs Mean latency of the language model. Unit: milliseconds.
 * @param ttsLatencyMs Mean latency of text to speech. Unit: milliseconds.
 * @param totalLatencyMs Mean latency from end to end. Unit: milliseconds.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record DailyLatency(
        LocalDate date,
        double sttLatencyMs,
        double llmLatencyMs,
        double ttsLatencyMs,
        double totalLatencyMs,
        UnexpectedContent unexpected)
        implements JsonRecord {
    /** {@return the day, in a time zone that the vendor does not state} */
    public LocalDate date() {
        return FieldValues.required(date, unexpected, Codec.DATE);
    }

    /** {@return mean latency of speech to text} Unit: milliseconds. */
    public double sttLatencyMs() {
        return FieldValues.required(sttLatencyMs, unexpected, Codec.STT_LATENCY_MS);
    }

    /** {@return mean latency of the language model} Unit: milliseconds. */
    public double llmLatencyMs() {
        return FieldValues.required(llmLatencyMs, unexpected, Codec.LLM_LATENCY_MS);
    }

    /** {@return mean latency of text to speech} Unit: milliseconds. */
    public double ttsLatencyMs() {
        return FieldValues.required(ttsLatencyMs, unexpected, Codec.TTS_LATENCY_MS);
    }

    /** {@return mean latency from end to end} Unit: milliseconds. */
    public double totalLatencyMs() {
        return FieldValues.required(totalLatencyMs, unexpected, Codec.TOTAL_LATENCY_MS);
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
    public static DailyLatency fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<DailyLatency> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("DailyLatency");
        static final int DATE = BUILDER.required("date", JsonCodecs.DATE);
        static final int STT_LATENCY_MS = BUILDER.required("stt_latency_ms", JsonCodecs.DOUBLE);
        static final int LLM_LATENCY_MS = BUILDER.required("llm_latency_ms", JsonCodecs.DOUBLE);
        static final int TTS_LATENCY_MS = BUILDER.required("tts_latency_ms", JsonCodecs.DOUBLE);
        static final int TOTAL_LATENCY_MS = BUILDER.required("total_latency_ms", JsonCodecs.DOUBLE);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public DailyLatency read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new DailyLatency(
                    v.getRequired(DATE),
                    v.getDouble(STT_LATENCY_MS),
                    v.getDouble(LLM_LATENCY_MS),
                    v.getDouble(TTS_LATENCY_MS),
                    v.getDouble(TOTAL_LATENCY_MS),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, DailyLatency v) throws IOException {
            out.writeFields(
                    FIELDS, v.unexpected, v.date, v.sttLatencyMs, v.llmLatencyMs, v.ttsLatencyMs, v.totalLatencyMs);
        }
    }
}
