// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

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
import org.jspecify.annotations.Nullable;

/**
 * How callers felt on one date.
 *
 * @param date The date, in a form that the vendor does not state.
 * @param positive Calls with a positive feeling. Unit: calls.
 * @param total All calls of that date. Unit: calls.
 * @param unexpected what arrived that the vendor does not document
 */
public record SentimentPoint(
        @Nullable String date,
        @Nullable Long positive,
        @Nullable Long total,
        Unexpected unexpected) implements JsonRecord {
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
    public static SentimentPoint fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<SentimentPoint> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("SentimentPoint")
                .field("date", JsonCodecs.STRING)
                .field("positive", JsonCodecs.LONG)
                .field("total", JsonCodecs.LONG)
                .build();

        @Override
        public SentimentPoint read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new SentimentPoint(v.get(0), v.getLongOrNull(1), v.getLongOrNull(2), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, SentimentPoint v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.date, v.positive, v.total);
        }
    }
}
