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

        private static final JsonFields FIELDS = JsonFields.of(
                        "Overview", "total_calls", "total_duration", "avg_duration", "completed_calls", "failed_calls")
                .required(0, 1, 2, 3, 4);

        @Override
        public Overview read(JsonReader in) throws IOException {
            long totalCalls = 0;
            double totalDuration = 0;
            double avgDuration = 0;
            long completedCalls = 0;
            long failedCalls = 0;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> totalCalls = in.readLong();
                    case 1 -> totalDuration = in.readDouble();
                    case 2 -> avgDuration = in.readDouble();
                    case 3 -> completedCalls = in.readLong();
                    case 4 -> failedCalls = in.readLong();
                    default -> throw new AssertionError(f);
                }
            }
            return new Overview(totalCalls, totalDuration, avgDuration, completedCalls, failedCalls, in.endObject());
        }

        @Override
        public void write(JsonWriter out, Overview v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.totalCalls);
            }
            if (out.field(1)) {
                out.value(v.totalDuration);
            }
            if (out.field(2)) {
                out.value(v.avgDuration);
            }
            if (out.field(3)) {
                out.value(v.completedCalls);
            }
            if (out.field(4)) {
                out.value(v.failedCalls);
            }
            out.end();
        }
    }
}
