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
import io.github.analytics4j.json.Unexpected;
import java.io.IOException;

/**
 * Errors of one provider.
 *
 * @param providerName Name of the provider, such as deepgram.
 * @param errorCount Number of errors. Unit: count.
 * @param totalCalls Calls in which the provider took part. Unit: count.
 * @param errorRate Errors over calls. Unit: share. Scale: 0–1.
 * @param unexpected what arrived that the vendor does not document
 */
public record ProviderErrors(
        String providerName, long errorCount, long totalCalls, double errorRate, Unexpected unexpected)
        implements JsonRecord {
    /**
     * Name of the provider, such as deepgram.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public String providerName() {
        unexpected.require(0);
        return providerName;
    }

    /**
     * Number of errors. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long errorCount() {
        unexpected.require(1);
        return errorCount;
    }

    /**
     * Calls in which the provider took part. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long totalCalls() {
        unexpected.require(2);
        return totalCalls;
    }

    /**
     * Errors over calls. Unit: share. Scale: 0–1.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double errorRate() {
        unexpected.require(3);
        return errorRate;
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
    public static ProviderErrors fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<ProviderErrors> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("ProviderErrors")
                .always("provider_name", JsonCodecs.INTERNED)
                .always("error_count", JsonCodecs.LONG)
                .always("total_calls", JsonCodecs.LONG)
                .always("error_rate", JsonCodecs.DOUBLE)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public ProviderErrors read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new ProviderErrors(v.get(0), v.getLong(1), v.getLong(2), v.getDouble(3), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, ProviderErrors v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.providerName, v.errorCount, v.totalCalls, v.errorRate);
        }
    }
}
