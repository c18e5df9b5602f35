// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.json.FieldValues;
import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.json.JsonFields;
import io.github.analytics4j.json.JsonReader;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonWriter;
import io.github.analytics4j.json.UnexpectedContent;
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
        UnexpectedContent unexpected)
        implements JsonRecord {
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
    public static AnalyticsExport fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<AnalyticsExport> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("AnalyticsExport");
        static final int EXECUTED_ACTIONS = BUILDER.optional("executed_actions", ExecutedActions.Codec.INSTANCE);
        static final int ASSISTANT_PERFORMANCE =
                BUILDER.optional("assistant_performance", AssistantPerformance.Codec.INSTANCE);

        static final int CALL_STATUS_STAT = BUILDER.optional("call_status_stat", CallStatusStat.Codec.INSTANCE);
        static final int RECENT_CALL_HISTORY =
                BUILDER.optional("recent_call_history", RecentCallHistory.Codec.INSTANCE);

        static final int DURATION_METRICS = BUILDER.optional("duration_metrics", DurationMetrics.Codec.INSTANCE);
        static final int END_CALL_REASON_STAT =
                BUILDER.optional("end_call_reason_stat", EndCallReasonStat.Codec.INSTANCE);

        static final int SENTIMENT_STAT = BUILDER.optional("sentiment_stat", SentimentStat.Codec.INSTANCE);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public AnalyticsExport read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new AnalyticsExport(
                    v.get(EXECUTED_ACTIONS),
                    v.get(ASSISTANT_PERFORMANCE),
                    v.get(CALL_STATUS_STAT),
                    v.get(RECENT_CALL_HISTORY),
                    v.get(DURATION_METRICS),
                    v.get(END_CALL_REASON_STAT),
                    v.get(SENTIMENT_STAT),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, AnalyticsExport v) throws IOException {
            out.writeFields(
                    FIELDS,
                    v.unexpected,
                    v.executedActions,
                    v.assistantPerformance,
                    v.callStatusStat,
                    v.recentCallHistory,
                    v.durationMetrics,
                    v.endCallReasonStat,
                    v.sentimentStat);
        }
    }
}
