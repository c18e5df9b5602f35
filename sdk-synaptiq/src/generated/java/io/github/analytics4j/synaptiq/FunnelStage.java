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
import io.github.analytics4j.json.UnexpectedContent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One stage of the sales funnel.
 *
 * @param name Name of the stage, for people.
 * @param count Visitors or leads that reached the stage. Unit: count.
 * @param conversionToNext Share that went on to the next stage; null at the last one. Unit: share. Scale: 0–1.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record FunnelStage(String name, long count, @Nullable Double conversionToNext, UnexpectedContent unexpected)
        implements JsonRecord {
    /** {@return name of the stage, for people} */
    public String name() {
        return FieldValues.required(name, unexpected, Codec.NAME);
    }

    /** {@return visitors or leads that reached the stage} Unit: count. */
    public long count() {
        return FieldValues.required(count, unexpected, Codec.COUNT);
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
    public static FunnelStage fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<FunnelStage> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("FunnelStage");
        static final int NAME = BUILDER.required("name", JsonCodecs.INTERNED);
        static final int COUNT = BUILDER.required("count", JsonCodecs.LONG);
        static final int CONVERSION_TO_NEXT = BUILDER.optional("conversionToNext", JsonCodecs.DOUBLE);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public FunnelStage read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new FunnelStage(
                    v.getRequired(NAME), v.getLong(COUNT), v.getDoubleOrNull(CONVERSION_TO_NEXT), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, FunnelStage v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.name, v.count, v.conversionToNext);
        }
    }
}
