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
 * The calls that ended for one reason.
 *
 * @param reason The reason.
 * @param value How many calls ended for it. Unit: calls.
 * @param percentage Their share of all calls. Unit: percent. Scale: 0-100.
 * @param unexpected what arrived that the vendor does not document
 */
public record EndCallReasonShare(
        @Nullable EndCallReason reason,
        @Nullable Long value,
        @Nullable Double percentage,
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
    public static EndCallReasonShare fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<EndCallReasonShare> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("EndCallReasonShare");
        static final int REASON = BUILDER.optional("reason", JsonCodecs.text(EndCallReason.TYPE));
        static final int VALUE = BUILDER.optional("value", JsonCodecs.LONG);
        static final int PERCENTAGE = BUILDER.optional("percentage", JsonCodecs.DOUBLE);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public EndCallReasonShare read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new EndCallReasonShare(
                    v.get(REASON), v.getLongOrNull(VALUE), v.getDoubleOrNull(PERCENTAGE), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, EndCallReasonShare v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.reason, v.value, v.percentage);
        }
    }
}
