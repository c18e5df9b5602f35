// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
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

        private static final JsonFields FIELDS = JsonFields.of(
                        "ProviderErrors", "provider_name", "error_count", "total_calls", "error_rate")
                .required(0, 1, 2, 3);

        @Override
        @SuppressWarnings("NullAway")
        public ProviderErrors read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            String providerName = null;
            long errorCount = 0;
            long totalCalls = 0;
            double errorRate = 0;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> providerName = in.readInterned();
                    case 1 -> errorCount = in.readLong();
                    case 2 -> totalCalls = in.readLong();
                    case 3 -> errorRate = in.readDouble();
                    default -> throw new AssertionError(f);
                }
            }
            return new ProviderErrors(providerName, errorCount, totalCalls, errorRate, in.endObject());
        }

        @Override
        public void write(JsonWriter out, ProviderErrors v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.providerName);
            }
            if (out.field(1)) {
                out.value(v.errorCount);
            }
            if (out.field(2)) {
                out.value(v.totalCalls);
            }
            if (out.field(3)) {
                out.value(v.errorRate);
            }
            out.end();
        }
    }
}
