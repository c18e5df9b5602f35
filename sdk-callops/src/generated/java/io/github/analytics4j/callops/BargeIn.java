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
import java.util.List;

/**
 * How often callers break in on the agent.
 *
 * @param bargeInRate Share of calls with at least one interruption. Unit: share. Scale: 0–1.
 * @param dailyTrend The same by day; whether a day without calls is among them is not documented.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record BargeIn(double bargeInRate, List<DailyBargeIn> dailyTrend, UnexpectedContent unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public BargeIn {
        dailyTrend = List.copyOf(dailyTrend);
    }

    /** {@return share of calls with at least one interruption} Unit: share. Scale: 0–1. */
    public double bargeInRate() {
        return FieldValues.required(bargeInRate, unexpected, Codec.BARGE_IN_RATE);
    }

    /** {@return the same by day; whether a day without calls is among them is not documented} */
    public List<DailyBargeIn> dailyTrend() {
        return FieldValues.required(dailyTrend, unexpected, Codec.DAILY_TREND);
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
    public static BargeIn fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<BargeIn> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("BargeIn");
        static final int BARGE_IN_RATE = BUILDER.required("barge_in_rate", JsonCodecs.DOUBLE);
        static final int DAILY_TREND = BUILDER.required("daily_trend", JsonCodecs.list(DailyBargeIn.Codec.INSTANCE));
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public BargeIn read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new BargeIn(v.getDouble(BARGE_IN_RATE), v.getList(DAILY_TREND), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, BargeIn v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.bargeInRate, v.dailyTrend);
        }
    }
}
