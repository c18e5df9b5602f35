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
 * The calls that ended up in one status.
 *
 * @param status The status.
 * @param value How many calls ended up in it. Unit: calls.
 * @param percentage Their share of all calls. Unit: percent. Scale: 0-100.
 * @param percentageChange The change against the range of the same length before. Unit: percent. Scale: 100 means a
 *     hundred percent more.
 * @param unexpected what arrived that the vendor does not document
 */
public record CallStatusShare(
        @Nullable CallStatus status,
        @Nullable Long value,
        @Nullable Double percentage,
        @Nullable Double percentageChange,
        Unexpected unexpected)
        implements JsonRecord {
    @Override
    public String toJson() {
        return Json.encode(Codec.INSTANCE, this);
    }

    /**
     * Decodes what {@link #toJson} made, or the vendor sent.
     *
     * @param json an object
     */
    public static CallStatusShare fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<CallStatusShare> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of(
                        "CallStatusShare", "status", "value", "percentage", "percentage_change")
                .alias("percent_change", "percentage_change");

        @Override
        public CallStatusShare read(JsonReader in) throws IOException {
            CallStatus status = null;
            Long value = null;
            Double percentage = null;
            Double percentageChange = null;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> status = in.readText(CallStatus.TYPE);
                    case 1 -> value = in.readLongOrNull();
                    case 2 -> percentage = in.readDoubleOrNull();
                    case 3 -> percentageChange = in.readDoubleOrNull();
                    default -> throw new AssertionError(f);
                }
            }
            return new CallStatusShare(status, value, percentage, percentageChange, in.endObject());
        }

        @Override
        public void write(JsonWriter out, CallStatusShare v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.status);
            }
            if (out.field(1)) {
                out.value(v.value);
            }
            if (out.field(2)) {
                out.value(v.percentage);
            }
            if (out.field(3)) {
                out.value(v.percentageChange);
            }
            out.end();
        }
    }
}
