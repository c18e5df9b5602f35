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
import io.github.analytics4j.json.Unexpected;
import java.io.IOException;
import java.util.List;

/**
 * What the conversations of a period were about.
 *
 * @param period The period that was counted.
 * @param intents The intents; what is not listed is gathered under other.
 * @param unexpected what arrived that the vendor does not document
 */
public record Intents(ReportingPeriod period, List<IntentCount> intents, Unexpected unexpected) implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public Intents {
        intents = List.copyOf(intents);
    }

    /**
     * The period that was counted.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public ReportingPeriod period() {
        unexpected.require(0);
        return period;
    }

    /**
     * The intents; what is not listed is gathered under other.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public List<IntentCount> intents() {
        unexpected.require(1);
        return intents;
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
    public static Intents fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Intents> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("Intents")
                .always("period", ReportingPeriod.Codec.INSTANCE)
                .always("intents", JsonCodecs.list(IntentCount.Codec.INSTANCE))
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public Intents read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new Intents(v.get(0), v.getList(1), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Intents v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.period, v.intents);
        }
    }
}
