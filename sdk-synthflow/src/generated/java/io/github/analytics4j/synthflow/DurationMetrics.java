// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.json.JsonFields;
import io.github.analytics4j.json.JsonReader;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonWriter;
import io.github.analytics4j.json.Unexpected;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many calls there were, and how long they took.
 *
 * @param totalMinutes The length of all calls together. Unit: minutes.
 * @param averageDuration The average length of a call. Unit: not stated by the vendor, presumably seconds.
 * @param totalCalls How many calls there were. Unit: calls.
 * @param series The same figures by date.
 * @param totalMinutesPercentageChange The change of the total minutes against the range before. Unit: percent. Scale:
 *     100 means a hundred percent more.
 * @param totalDurationPercentageChange The change of the vendor's "total duration" against the range before; which of
 *     the durations it follows is not stated. Unit: percent. Scale: 100 means a hundred percent more.
 * @param totalCallsPercentageChange The change of the number of calls against the range before. Unit: percent. Scale:
 *     100 means a hundred percent more.
 * @param unexpected what arrived that the vendor does not document
 */
public record DurationMetrics(
        @Nullable Double totalMinutes,
        @Nullable Double averageDuration,
        @Nullable Long totalCalls,
        List<DurationPoint> series,
        @Nullable Double totalMinutesPercentageChange,
        @Nullable Double totalDurationPercentageChange,
        @Nullable Double totalCallsPercentageChange,
        Unexpected unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public DurationMetrics {
        series = List.copyOf(series);
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
    public static DurationMetrics fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<DurationMetrics> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of(
                "DurationMetrics",
                "total_minutes",
                "average_duration",
                "total_calls",
                "series",
                "total_minutes_percentage_change",
                "total_duration_percentage_change",
                "total_calls_percentage_change");

        @Override
        public DurationMetrics read(JsonReader in) throws IOException {
            Double totalMinutes = null;
            Double averageDuration = null;
            Long totalCalls = null;
            List<DurationPoint> series = List.of();
            Double totalMinutesPercentageChange = null;
            Double totalDurationPercentageChange = null;
            Double totalCallsPercentageChange = null;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> totalMinutes = in.readDoubleOrNull();
                    case 1 -> averageDuration = in.readDoubleOrNull();
                    case 2 -> totalCalls = in.readLongOrNull();
                    case 3 -> series = in.readList(DurationPoint.Codec.INSTANCE);
                    case 4 -> totalMinutesPercentageChange = in.readDoubleOrNull();
                    case 5 -> totalDurationPercentageChange = in.readDoubleOrNull();
                    case 6 -> totalCallsPercentageChange = in.readDoubleOrNull();
                    default -> throw new AssertionError(f);
                }
            }
            return new DurationMetrics(
                    totalMinutes,
                    averageDuration,
                    totalCalls,
                    series,
                    totalMinutesPercentageChange,
                    totalDurationPercentageChange,
                    totalCallsPercentageChange,
                    in.endObject());
        }

        @Override
        public void write(JsonWriter out, DurationMetrics v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.totalMinutes);
            }
            if (out.field(1)) {
                out.value(v.averageDuration);
            }
            if (out.field(2)) {
                out.value(v.totalCalls);
            }
            if (out.field(3)) {
                out.list(DurationPoint.Codec.INSTANCE, v.series);
            }
            if (out.field(4)) {
                out.value(v.totalMinutesPercentageChange);
            }
            if (out.field(5)) {
                out.value(v.totalDurationPercentageChange);
            }
            if (out.field(6)) {
                out.value(v.totalCallsPercentageChange);
            }
            out.end();
        }
    }
}
