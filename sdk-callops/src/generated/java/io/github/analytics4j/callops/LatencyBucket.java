// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.FieldValues;
import io.github.analytics4j.json.HistogramBucket;
import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.json.JsonCodecs;
import io.github.analytics4j.json.JsonFields;
import io.github.analytics4j.json.JsonReader;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonWriter;
import io.github.analytics4j.json.UnexpectedContent;
import java.io.IOException;

/**
 * The calls of about one latency.
 *
 * @param bucket The least and the greatest latency in the bucket. Unit: milliseconds.
 * @param count Number of calls. Unit: count.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record LatencyBucket(HistogramBucket bucket, long count, UnexpectedContent unexpected) implements JsonRecord {
    /** {@return the least and the greatest latency in the bucket} Unit: milliseconds. */
    public HistogramBucket bucket() {
        return FieldValues.required(bucket, unexpected, Codec.BUCKET);
    }

    /** {@return number of calls} Unit: count. */
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
    public static LatencyBucket fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<LatencyBucket> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("LatencyBucket");
        static final int BUCKET = BUILDER.required("bucket", JsonCodecs.bucket());
        static final int COUNT = BUILDER.required("count", JsonCodecs.LONG);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public LatencyBucket read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new LatencyBucket(v.getRequired(BUCKET), v.getLong(COUNT), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, LatencyBucket v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.bucket, v.count);
        }
    }
}
