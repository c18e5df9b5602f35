// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

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
        UnexpectedContent unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public DurationMetrics {
        series = List.copyOf(series);
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
    public static DurationMetrics fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<DurationMetrics> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("DurationMetrics");
        static final int TOTAL_MINUTES = BUILDER.optional("total_minutes", JsonCodecs.DOUBLE);
        static final int AVERAGE_DURATION = BUILDER.optional("average_duration", JsonCodecs.DOUBLE);
        static final int TOTAL_CALLS = BUILDER.optional("total_calls", JsonCodecs.LONG);
        static final int SERIES = BUILDER.optional("series", JsonCodecs.list(DurationPoint.Codec.INSTANCE));
        static final int TOTAL_MINUTES_PERCENTAGE_CHANGE =
                BUILDER.optional("total_minutes_percentage_change", JsonCodecs.DOUBLE);

        static final int TOTAL_DURATION_PERCENTAGE_CHANGE =
                BUILDER.optional("total_duration_percentage_change", JsonCodecs.DOUBLE);

        static final int TOTAL_CALLS_PERCENTAGE_CHANGE =
                BUILDER.optional("total_calls_percentage_change", JsonCodecs.DOUBLE);

        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public DurationMetrics read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new DurationMetrics(
                    v.getDoubleOrNull(TOTAL_MINUTES),
                    v.getDoubleOrNull(AVERAGE_DURATION),
                    v.getLongOrNull(TOTAL_CALLS),
                    v.getList(SERIES),
                    v.getDoubleOrNull(TOTAL_MINUTES_PERCENTAGE_CHANGE),
                    v.getDoubleOrNull(TOTAL_DURATION_PERCENTAGE_CHANGE),
                    v.getDoubleOrNull(TOTAL_CALLS_PERCENTAGE_CHANGE),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, DurationMetrics v) throws IOException {
            out.writeFields(
                    FIELDS,
                    v.unexpected,
                    v.totalMinutes,
                    v.averageDuration,
                    v.totalCalls,
                    v.series,
                    v.totalMinutesPercentageChange,
                    v.totalDurationPercentageChange,
                    v.totalCallsPercentageChange);
        }
    }
}
