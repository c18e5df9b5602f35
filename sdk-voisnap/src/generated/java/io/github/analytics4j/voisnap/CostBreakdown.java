// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

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
 * Cost of a period by kind of service. A kind that the vendor does not document is kept among what is unexpected.
 *
 * @param llm Cost of the language model. Unit: USD.
 * @param tts Cost of text to speech. Unit: USD.
 * @param stt Cost of speech to text. Unit: USD.
 * @param telephony Cost of telephony. Unit: USD.
 * @param unexpected what arrived that the vendor does not document
 */
public record CostBreakdown(
        @Nullable BigDecimal llm,
        @Nullable BigDecimal tts,
        @Nullable BigDecimal stt,
        @Nullable BigDecimal telephony,
        UnexpectedContent unexpected)
        implements JsonRecord {
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
    public static CostBreakdown fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<CostBreakdown> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("CostBreakdown");
        static final int LLM = BUILDER.optional("llm", JsonCodecs.DECIMAL);
        static final int TTS = BUILDER.optional("tts", JsonCodecs.DECIMAL);
        static final int STT = BUILDER.optional("stt", JsonCodecs.DECIMAL);
        static final int TELEPHONY = BUILDER.optional("telephony", JsonCodecs.DECIMAL);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public CostBreakdown read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new CostBreakdown(v.get(LLM), v.get(TTS), v.get(STT), v.get(TELEPHONY), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, CostBreakdown v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.llm, v.tts, v.stt, v.telephony);
        }
    }
}
