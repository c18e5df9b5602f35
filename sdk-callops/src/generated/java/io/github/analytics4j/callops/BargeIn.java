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
import java.util.List;

/**
 * How often callers break in on the agent.
 *
 * @param bargeInRate Share of calls with at least one interruption. Unit: share. Scale: 0–1.
 * @param dailyTrend The same by day.
 * @param unexpected what arrived that the vendor does not document
 */
public record BargeIn(double bargeInRate, List<DailyBargeIn> dailyTrend, Unexpected unexpected) implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public BargeIn {
        dailyTrend = List.copyOf(dailyTrend);
    }

    /**
     * Share of calls with at least one interruption. Unit: share. Scale: 0–1.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double bargeInRate() {
        unexpected.require(0);
        return bargeInRate;
    }

    /**
     * The same by day.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public List<DailyBargeIn> dailyTrend() {
        unexpected.require(1);
        return dailyTrend;
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
    public static BargeIn fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<BargeIn> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("BargeIn")
                .always("barge_in_rate", JsonCodecs.DOUBLE)
                .always("daily_trend", JsonCodecs.list(DailyBargeIn.Codec.INSTANCE))
                .build();

        @Override
        public BargeIn read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new BargeIn(v.getDouble(0), v.getList(1), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, BargeIn v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.bargeInRate, v.dailyTrend);
        }
    }
}
