// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

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
import org.jspecify.annotations.Nullable;

/**
 * One stage of the sales funnel.
 *
 * @param name Name of the stage, for people.
 * @param count Visitors or leads that reached the stage. Unit: count.
 * @param conversionToNext Share that went on to the next stage; null at the last one. Unit: share. Scale: 0–1.
 * @param unexpected what arrived that the vendor does not document
 */
public record FunnelStage(String name, long count, @Nullable Double conversionToNext, Unexpected unexpected)
        implements JsonRecord {
    /**
     * Name of the stage, for people.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public String name() {
        unexpected.require(0);
        return name;
    }

    /**
     * Visitors or leads that reached the stage. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long count() {
        unexpected.require(1);
        return count;
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
    public static FunnelStage fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<FunnelStage> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("FunnelStage")
                .always("name", JsonCodecs.INTERNED)
                .always("count", JsonCodecs.LONG)
                .field("conversionToNext", JsonCodecs.DOUBLE)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public FunnelStage read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new FunnelStage(v.get(0), v.getLong(1), v.getDoubleOrNull(2), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, FunnelStage v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.name, v.count, v.conversionToNext);
        }
    }
}
