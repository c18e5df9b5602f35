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
import io.github.analytics4j.json.UnexpectedContent;
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
        UnexpectedContent unexpected) implements JsonRecord {
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
    public static SentimentPoint fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<SentimentPoint> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("SentimentPoint");
        static final int DATE = BUILDER.optional("date", JsonCodecs.STRING);
        static final int POSITIVE = BUILDER.optional("positive", JsonCodecs.LONG);
        static final int TOTAL = BUILDER.optional("total", JsonCodecs.LONG);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public SentimentPoint read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new SentimentPoint(v.get(DATE), v.getLongOrNull(POSITIVE), v.getLongOrNull(TOTAL), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, SentimentPoint v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.date, v.positive, v.total);
        }
    }
}
