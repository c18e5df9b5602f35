// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.json.FieldValues;
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
    public static AnalyticsExport fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<AnalyticsExport> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("AnalyticsExport")
                .field("executed_actions", ExecutedActions.Codec.INSTANCE)
                .field("assistant_performance", AssistantPerformance.Codec.INSTANCE)
                .field("call_status_stat", CallStatusStat.Codec.INSTANCE)
                .field("recent_call_history", RecentCallHistory.Codec.INSTANCE)
                .field("duration_metrics", DurationMetrics.Codec.INSTANCE)
                .field("end_call_reason_stat", EndCallReasonStat.Codec.INSTANCE)
                .field("sentiment_stat", SentimentStat.Codec.INSTANCE)
                .build();

        @Override
        public AnalyticsExport read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new AnalyticsExport(
                    v.get(0), v.get(1), v.get(2), v.get(3), v.get(4), v.get(5), v.get(6), v.unexpected());
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
