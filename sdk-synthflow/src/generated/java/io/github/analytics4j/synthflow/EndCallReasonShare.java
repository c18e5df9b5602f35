// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.json.JsonFields;
import io.github.analytics4j.json.JsonReader;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonWriter;
import io.github.analytics4j.json.Unexpected;
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
        Unexpected unexpected) implements JsonRecord {
    @Override
    public String toJson() {
        return Json.encode(Codec.INSTANCE, this);
    }

    /**
     * Decodes what {@link #toJson} made, or the vendor sent.
     *
     * @param json an object
     */
    public static EndCallReasonShare fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<EndCallReasonShare> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("EndCallReasonShare", "reason", "value", "percentage");

        @Override
        public EndCallReasonShare read(JsonReader in) throws IOException {
            EndCallReason reason = null;
            Long value = null;
            Double percentage = null;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> reason = in.readText(EndCallReason.TYPE);
                    case 1 -> value = in.readLongOrNull();
                    case 2 -> percentage = in.readDoubleOrNull();
                    default -> throw new AssertionError(f);
                }
            }
            return new EndCallReasonShare(reason, value, percentage, in.endObject());
        }

        @Override
        public void write(JsonWriter out, EndCallReasonShare v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.reason);
            }
            if (out.field(1)) {
                out.value(v.value);
            }
            if (out.field(2)) {
                out.value(v.percentage);
            }
            out.end();
        }
    }
}
