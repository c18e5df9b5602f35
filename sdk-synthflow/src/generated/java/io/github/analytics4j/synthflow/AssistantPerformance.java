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
        Unexpected unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public AssistantPerformance {
        byMinutesUsed = List.copyOf(byMinutesUsed);
        byCallsMade = List.copyOf(byCallsMade);
        bySuccessRate = List.copyOf(bySuccessRate);
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
    public static AssistantPerformance fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<AssistantPerformance> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS =
                JsonFields.of("AssistantPerformance", "by_minutes_used", "by_calls_made", "by_success_rate");

        @Override
        public AssistantPerformance read(JsonReader in) throws IOException {
            List<AssistantMinutesUsed> byMinutesUsed = List.of();
            List<AssistantCallsMade> byCallsMade = List.of();
            List<AssistantSuccessRate> bySuccessRate = List.of();
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> byMinutesUsed = in.readList(AssistantMinutesUsed.Codec.INSTANCE);
                    case 1 -> byCallsMade = in.readList(AssistantCallsMade.Codec.INSTANCE);
                    case 2 -> bySuccessRate = in.readList(AssistantSuccessRate.Codec.INSTANCE);
                    default -> throw new AssertionError(f);
                }
            }
            return new AssistantPerformance(byMinutesUsed, byCallsMade, bySuccessRate, in.endObject());
        }

        @Override
        public void write(JsonWriter out, AssistantPerformance v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.list(AssistantMinutesUsed.Codec.INSTANCE, v.byMinutesUsed);
            }
            if (out.field(1)) {
                out.list(AssistantCallsMade.Codec.INSTANCE, v.byCallsMade);
            }
            if (out.field(2)) {
                out.list(AssistantSuccessRate.Codec.INSTANCE, v.bySuccessRate);
            }
            out.end();
        }
    }
}
