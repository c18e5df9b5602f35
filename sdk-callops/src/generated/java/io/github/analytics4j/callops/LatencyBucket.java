// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.Bucket;
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

/**
 * The calls of about one latency.
 *
 * @param bucket The least and the greatest latency in the bucket. Unit: milliseconds.
 * @param count Number of calls. Unit: count.
 * @param unexpected what arrived that the vendor does not document
 */
public record LatencyBucket(Bucket bucket, long count, Unexpected unexpected) implements JsonRecord {
    /**
     * The least and the greatest latency in the bucket. Unit: milliseconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public Bucket bucket() {
        unexpected.require(0);
        return bucket;
    }

    /**
     * Number of calls. Unit: count.
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
    public static LatencyBucket fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<LatencyBucket> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("LatencyBucket")
                .always("bucket", JsonCodecs.text(Bucket.TYPE))
                .always("count", JsonCodecs.LONG)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public LatencyBucket read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new LatencyBucket(v.get(0), v.getLong(1), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, LatencyBucket v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.bucket, v.count);
        }
    }
}
