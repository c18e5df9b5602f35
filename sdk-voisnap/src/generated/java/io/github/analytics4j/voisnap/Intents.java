// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

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
 * What the conversations of a period were about.
 *
 * @param period The period that was counted.
 * @param intents The intents; what is not listed is presumably gathered under other.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record Intents(ReportingPeriod period, List<IntentCount> intents, UnexpectedContent unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public Intents {
        intents = List.copyOf(intents);
    }

    /** {@return the period that was counted} */
    public ReportingPeriod period() {
        return FieldValues.required(period, unexpected, Codec.PERIOD);
    }

    /** {@return the intents; what is not listed is presumably gathered under other} */
    public List<IntentCount> intents() {
        return FieldValues.required(intents, unexpected, Codec.INTENTS);
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
    public static Intents fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Intents> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("Intents");
        static final int PERIOD = BUILDER.required("period", ReportingPeriod.Codec.INSTANCE);
        static final int INTENTS = BUILDER.required("intents", JsonCodecs.list(IntentCount.Codec.INSTANCE));
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public Intents read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new Intents(v.getRequired(PERIOD), v.getList(INTENTS), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Intents v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.period, v.intents);
        }
    }
}
