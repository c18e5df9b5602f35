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
 * All calls in a period. Calls can have other statuses than the two that are counted.
 *
 * @param totalCalls Number of calls. Unit: count.
 * @param totalDuration Length of all calls together. Unit: seconds.
 * @param avgDuration Mean length of a call. Unit: seconds.
 * @param completedCalls Calls with the status completed. Unit: count.
 * @param failedCalls Calls with the status failed. Unit: count.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record Overview(
        long totalCalls,
        double totalDuration,
        double avgDuration,
        long completedCalls,
        long failedCalls,
        UnexpectedContent unexpected)
        implements JsonRecord {
    /** {@return number of calls} Unit: count. */
    public long totalCalls() {
        return FieldValues.required(totalCalls, unexpected, Codec.TOTAL_CALLS);
    }

    /** {@return length of all calls together} Unit: seconds. */
    public double totalDuration() {
        return FieldValues.required(totalDuration, unexpected, Codec.TOTAL_DURATION);
    }

    /** {@return mean length of a call} Unit: seconds. */
    public double avgDuration() {
        return FieldValues.required(avgDuration, unexpected, Codec.AVG_DURATION);
    }

    /** {@return calls with the status completed} Unit: count. */
    public long completedCalls() {
        return FieldValues.required(completedCalls, unexpected, Codec.COMPLETED_CALLS);
    }

    /** {@return calls with the status failed} Unit: count. */
    public long failedCalls() {
        return FieldValues.required(failedCalls, unexpected, Codec.FAILED_CALLS);
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
    public static Overview fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Overview> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("Overview");
        static final int TOTAL_CALLS = BUILDER.required("total_calls", JsonCodecs.LONG);
        static final int TOTAL_DURATION = BUILDER.required("total_duration", JsonCodecs.DOUBLE);
        static final int AVG_DURATION = BUILDER.required("avg_duration", JsonCodecs.DOUBLE);
        static final int COMPLETED_CALLS = BUILDER.required("completed_calls", JsonCodecs.LONG);
        static final int FAILED_CALLS = BUILDER.required("failed_calls", JsonCodecs.LONG);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public Overview read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new Overview(
                    v.getLong(TOTAL_CALLS),
                    v.getDouble(TOTAL_DURATION),
                    v.getDouble(AVG_DURATION),
                    v.getLong(COMPLETED_CALLS),
                    v.getLong(FAILED_CALLS),
                    v.unexpected());
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
