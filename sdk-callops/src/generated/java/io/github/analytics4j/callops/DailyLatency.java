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
import java.time.LocalDate;

/**
 * Mean latencies of one day.
 *
 * @param date The day.
 * @param sttLatencyMs Mean latency of speech to text. Unit: milliseconds.
 * @param llmLatencyMs Mean latency of the language model. Unit: milliseconds.
 * @param ttsLatencyMs Mean latency of text to speech. Unit: milliseconds.
 * @param totalLatencyMs Mean latency from end to end. Unit: milliseconds.
 * @param unexpected what arrived that the vendor does not document
 */
public record DailyLatency(
        LocalDate date,
        double sttLatencyMs,
        double llmLatencyMs,
        double ttsLatencyMs,
        double totalLatencyMs,
        Unexpected unexpected)
        implements JsonRecord {
    /**
     * The day.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public LocalDate date() {
        unexpected.require(0);
        return date;
    }

    /**
     * Mean latency of speech to text. Unit: milliseconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double sttLatencyMs() {
        unexpected.require(1);
        return sttLatencyMs;
    }

    /**
     * Mean latency of the language model. Unit: milliseconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double llmLatencyMs() {
        unexpected.require(2);
        return llmLatencyMs;
    }

    /**
     * Mean latency of text to speech. Unit: milliseconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double ttsLatencyMs() {
        unexpected.require(3);
        return ttsLatencyMs;
    }

    /**
     * Mean latency from end to end. Unit: milliseconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double totalLatencyMs() {
        unexpected.require(4);
        return totalLatencyMs;
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
    public static DailyLatency fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<DailyLatency> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("DailyLatency")
                .always("date", JsonCodecs.DATE)
                .always("stt_latency_ms", JsonCodecs.DOUBLE)
                .always("llm_latency_ms", JsonCodecs.DOUBLE)
                .always("tts_latency_ms", JsonCodecs.DOUBLE)
                .always("total_latency_ms", JsonCodecs.DOUBLE)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public DailyLatency read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new DailyLatency(
                    v.get(0), v.getDouble(1), v.getDouble(2), v.getDouble(3), v.getDouble(4), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, DailyLatency v) throws IOException {
            out.writeFields(
                    FIELDS, v.unexpected, v.date, v.sttLatencyMs, v.llmLatencyMs, v.ttsLatencyMs, v.totalLatencyMs);
        }
    }
}
