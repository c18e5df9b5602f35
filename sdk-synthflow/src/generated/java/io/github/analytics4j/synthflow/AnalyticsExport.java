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
import org.jspecify.annotations.Nullable;

/**
 * The analytics of a range of time, one part a subject.
 *
 * @param executedActions What agents did during calls, and how often that went well.
 * @param assistantPerformance The agents compared by three measures.
 * @param callStatusStat How calls ended up, by status.
 * @param recentCallHistory The latest calls, in short.
 * @param durationMetrics How many calls there were, and how long they took.
 * @param endCallReasonStat Why calls ended.
 * @param sentimentStat How callers felt.
 * @param unexpected what arrived that the vendor does not document
 */
public record AnalyticsExport(
        @Nullable ExecutedActions executedActions,
        @Nullable AssistantPerformance assistantPerformance,
        @Nullable CallStatusStat callStatusStat,
        @Nullable RecentCallHistory recentCallHistory,
        @Nullable DurationMetrics durationMetrics,
        @Nullable EndCallReasonStat endCallReasonStat,
        @Nullable SentimentStat sentimentStat,
        Unexpected unexpected)
        implements JsonRecord {
    @Override
    public String toJson() {
        return Json.encode(Codec.INSTANCE, this);
    }

    /**
     * Decodes what {@link #toJson} made, or the vendor sent.
     *
     * @param json an object
     */
    public static AnalyticsExport fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<AnalyticsExport> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of(
                "AnalyticsExport",
                "executed_actions",
                "assistant_performance",
                "call_status_stat",
                "recent_call_history",
                "duration_metrics",
                "end_call_reason_stat",
                "sentiment_stat");

        @Override
        public AnalyticsExport read(JsonReader in) throws IOException {
            ExecutedActions executedActions = null;
            AssistantPerformance assistantPerformance = null;
            CallStatusStat callStatusStat = null;
            RecentCallHistory recentCallHistory = null;
            DurationMetrics durationMetrics = null;
            EndCallReasonStat endCallReasonStat = null;
            SentimentStat sentimentStat = null;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> executedActions = in.readObject(ExecutedActions.Codec.INSTANCE);
                    case 1 -> assistantPerformance = in.readObject(AssistantPerformance.Codec.INSTANCE);
                    case 2 -> callStatusStat = in.readObject(CallStatusStat.Codec.INSTANCE);
                    case 3 -> recentCallHistory = in.readObject(RecentCallHistory.Codec.INSTANCE);
                    case 4 -> durationMetrics = in.readObject(DurationMetrics.Codec.INSTANCE);
                    case 5 -> endCallReasonStat = in.readObject(EndCallReasonStat.Codec.INSTANCE);
                    case 6 -> sentimentStat = in.readObject(SentimentStat.Codec.INSTANCE);
                    default -> throw new AssertionError(f);
                }
            }
            return new AnalyticsExport(
                    executedActions,
                    assistantPerformance,
                    callStatusStat,
                    recentCallHistory,
                    durationMetrics,
                    endCallReasonStat,
                    sentimentStat,
                    in.endObject());
        }

        @Override
        public void write(JsonWriter out, AnalyticsExport v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.object(ExecutedActions.Codec.INSTANCE, v.executedActions);
            }
            if (out.field(1)) {
                out.object(AssistantPerformance.Codec.INSTANCE, v.assistantPerformance);
            }
            if (out.field(2)) {
                out.object(CallStatusStat.Codec.INSTANCE, v.callStatusStat);
            }
            if (out.field(3)) {
                out.object(RecentCallHistory.Codec.INSTANCE, v.recentCallHistory);
            }
            if (out.field(4)) {
                out.object(DurationMetrics.Codec.INSTANCE, v.durationMetrics);
            }
            if (out.field(5)) {
                out.object(EndCallReasonStat.Codec.INSTANCE, v.endCallReasonStat);
            }
            if (out.field(6)) {
                out.object(SentimentStat.Codec.INSTANCE, v.sentimentStat);
            }
            out.end();
        }
    }
}
