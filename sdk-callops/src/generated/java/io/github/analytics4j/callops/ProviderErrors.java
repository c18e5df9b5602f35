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

/**
 * Errors of one provider.
 *
 * @param providerName Name of the provider, such as deepgram.
 * @param errorCount Number of errors. Unit: count.
 * @param totalCalls Calls in which the provider took part. Unit: count.
 * @param errorRate Errors over calls. Unit: share. Scale: 0–1.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record ProviderErrors(
        String providerName, long errorCount, long totalCalls, double errorRate, UnexpectedContent unexpected)
        implements JsonRecord {
    /** {@return name of the provider, such as deepgram} */
    public String providerName() {
        return FieldValues.required(providerName, unexpected, Codec.PROVIDER_NAME);
    }

    /** {@return number of errors} Unit: count. */
    public long errorCount() {
        return FieldValues.required(errorCount, unexpected, Codec.ERROR_COUNT);
    }

    /** {@return calls in which the provider took part} Unit: count. */
    public long totalCalls() {
        return FieldValues.required(totalCalls, unexpected, Codec.TOTAL_CALLS);
    }

    /** {@return errors over calls} Unit: share. Scale: 0–1. */
    public double errorRate() {
        return FieldValues.required(errorRate, unexpected, Codec.ERROR_RATE);
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
    public static ProviderErrors fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<ProviderErrors> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("ProviderErrors");
        static final int PROVIDER_NAME = BUILDER.required("provider_name", JsonCodecs.INTERNED);
        static final int ERROR_COUNT = BUILDER.required("error_count", JsonCodecs.LONG);
        static final int TOTAL_CALLS = BUILDER.required("total_calls", JsonCodecs.LONG);
        static final int ERROR_RATE = BUILDER.required("error_rate", JsonCodecs.DOUBLE);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public ProviderErrors read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new ProviderErrors(
                    v.getRequired(PROVIDER_NAME),
                    v.getLong(ERROR_COUNT),
                    v.getLong(TOTAL_CALLS),
                    v.getDouble(ERROR_RATE),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, ProviderErrors v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.providerName, v.errorCount, v.totalCalls, v.errorRate);
        }
    }
}
