// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

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
 * A histogram of the length of calls.
 *
 * @param buckets The buckets, shortest first.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record DurationDistribution(List<DurationBucket> buckets, UnexpectedContent unexpected) implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public DurationDistribution {
        buckets = List.copyOf(buckets);
    }

    /** {@return the buckets, shortest first} */
    public List<DurationBucket> buckets() {
        return FieldValues.required(buckets, unexpected, Codec.BUCKETS);
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
    public static DurationDistribution fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<DurationDistribution> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("DurationDistribution");
        static final int BUCKETS = BUILDER.required("buckets", JsonCodecs.list(DurationBucket.Codec.INSTANCE));
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public DurationDistribution read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new DurationDistribution(v.getList(BUCKETS), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, DurationDistribution v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.buckets);
        }
    }
}
