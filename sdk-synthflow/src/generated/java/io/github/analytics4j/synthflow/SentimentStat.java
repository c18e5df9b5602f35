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
 * How callers felt.
 *
 * @param positivePercentage The share of calls with a positive feeling. Unit: percent. Scale: 0-100.
 * @param series The positive calls by date.
 * @param positivePercentageChange The change of that share against the range before. Unit: percent. Scale: 100 means a
 *     hundred percent more.
 * @param unexpected what arrived that the vendor does not document
 */
public record SentimentStat(
        @Nullable Double positivePercentage,
        List<SentimentPoint> series,
        @Nullable Double positivePercentageChange,
        UnexpectedContent unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public SentimentStat {
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
    public static SentimentStat fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<SentimentStat> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("SentimentStat");
        static final int POSITIVE_PERCENTAGE = BUILDER.optional("positive_percentage", JsonCodecs.DOUBLE);
        static final int SERIES = BUILDER.optional("series", JsonCodecs.list(SentimentPoint.Codec.INSTANCE));
        static final int POSITIVE_PERCENTAGE_CHANGE = BUILDER.optional("positive_percentage_change", JsonCodecs.DOUBLE);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public SentimentStat read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new SentimentStat(
                    v.getDoubleOrNull(POSITIVE_PERCENTAGE),
                    v.getList(SERIES),
                    v.getDoubleOrNull(POSITIVE_PERCENTAGE_CHANGE),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, SentimentStat v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.positivePercentage, v.series, v.positivePercentageChange);
        }
    }
}
