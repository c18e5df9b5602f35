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
 * All calls in a period. Calls can have other statuses than the two that are counted.
 *
 * @param totalCalls Number of calls. Unit: count.
 * @param totalDuration Length of all calls together. Unit: seconds.
 * @param avgDuration Mean length of a call. Unit: seconds.
 * @param completedCalls Calls with the status completed. Unit: count.
 * @param failedCalls Calls with the status failed. Unit: count.
 * @param unexpected what arrived that the vendor does not document
 */
public record Overview(
        long totalCalls,
        double totalDuration,
        double avgDuration,
        long completedCalls,
        long failedCalls,
        Unexpected unexpected)
        implements JsonRecord {
    /**
     * Number of calls. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long totalCalls() {
        unexpected.require(0);
        return totalCalls;
    }

    /**
     * Length of all calls together. Unit: seconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double totalDuration() {
        unexpected.require(1);
        return totalDuration;
    }

    /**
     * Mean length of a call. Unit: seconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double avgDuration() {
        unexpected.require(2);
        return avgDuration;
    }

    /**
     * Calls with the status completed. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long completedCalls() {
        unexpected.require(3);
        return completedCalls;
    }

    /**
     * Calls with the status failed. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long failedCalls() {
        unexpected.require(4);
        return failedCalls;
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
    public static Overview fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Overview> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("Overview")
                .always("total_calls", JsonCodecs.LONG)
                .always("total_duration", JsonCodecs.DOUBLE)
                .always("avg_duration", JsonCodecs.DOUBLE)
                .always("completed_calls", JsonCodecs.LONG)
                .always("failed_calls", JsonCodecs.LONG)
                .build();

        @Override
        public Overview read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new Overview(
                    v.getLong(0), v.getDouble(1), v.getDouble(2), v.getLong(3), v.getLong(4), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Overview v) throws IOException {
            out.writeFields(
                    FIELDS,
                    v.unexpected,
                    v.totalCalls,
                    v.totalDuration,
                    v.avgDuration,
                    v.completedCalls,
                    v.failedCalls);
        }
    }
}
