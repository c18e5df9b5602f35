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
 * How often caller and agent take turns.
 *
 * @param avgTurns Mean number of turns in a call. Unit: turns per call.
 * @param dailyTrend The same by day; whether a day without calls is among them is not documented.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record ConversationTurns(double avgTurns, List<DailyTurns> dailyTrend, UnexpectedContent unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public ConversationTurns {
        dailyTrend = List.copyOf(dailyTrend);
    }

    /** {@return mean number of turns in a call} Unit: turns per call. */
    public double avgTurns() {
        return FieldValues.required(avgTurns, unexpected, Codec.AVG_TURNS);
    }

    /** {@return the same by day; whether a day without calls is among them is not documented} */
    public List<DailyTurns> dailyTrend() {
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
    public static ConversationTurns fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<ConversationTurns> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("ConversationTurns");
        static final int AVG_TURNS = BUILDER.required("avg_turns", JsonCodecs.DOUBLE);
        static final int DAILY_TREND = BUILDER.required("daily_trend", JsonCodecs.list(DailyTurns.Codec.INSTANCE));
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public ConversationTurns read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new ConversationTurns(v.getDouble(AVG_TURNS), v.getList(DAILY_TREND), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, ConversationTurns v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.avgTurns, v.dailyTrend);
        }
    }
}
