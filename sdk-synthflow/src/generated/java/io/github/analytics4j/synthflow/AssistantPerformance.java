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

/**
 * The agents compared by three measures.
 *
 * @param byMinutesUsed The agents by the minutes they talked.
 * @param byCallsMade The agents by their number of calls.
 * @param bySuccessRate The agents by the share of their calls that succeeded.
 * @param unexpected what arrived that the vendor does not document
 */
public record AssistantPerformance(
        List<AssistantMinutesUsed> byMinutesUsed,
        List<AssistantCallsMade> byCallsMade,
        List<AssistantSuccessRate> bySuccessRate,
        UnexpectedContent unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public AssistantPerformance {
        byMinutesUsed = List.copyOf(byMinutesUsed);
        byCallsMade = List.copyOf(byCallsMade);
        bySuccessRate = List.copyOf(bySuccessRate);
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
    public static AssistantPerformance fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<AssistantPerformance> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("AssistantPerformance");
        static final int BY_MINUTES_USED =
                BUILDER.optional("by_minutes_used", JsonCodecs.list(AssistantMinutesUsed.Codec.INSTANCE));

        static final int BY_CALLS_MADE =
                BUILDER.optional("by_calls_made", JsonCodecs.list(AssistantCallsMade.Codec.INSTANCE));

        static final int BY_SUCCESS_RATE =
                BUILDER.optional("by_success_rate", JsonCodecs.list(AssistantSuccessRate.Codec.INSTANCE));

        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public AssistantPerformance read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new AssistantPerformance(
                    v.getList(BY_MINUTES_USED), v.getList(BY_CALLS_MADE), v.getList(BY_SUCCESS_RATE), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, AssistantPerformance v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.byMinutesUsed, v.byCallsMade, v.bySuccessRate);
        }
    }
}
