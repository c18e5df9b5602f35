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
        Unexpected unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public SentimentStat {
        series = List.copyOf(series);
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
    public static SentimentStat fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<SentimentStat> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS =
                JsonFields.of("SentimentStat", "positive_percentage", "series", "positive_percentage_change");

        @Override
        public SentimentStat read(JsonReader in) throws IOException {
            Double positivePercentage = null;
            List<SentimentPoint> series = List.of();
            Double positivePercentageChange = null;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> positivePercentage = in.readDoubleOrNull();
                    case 1 -> series = in.readList(SentimentPoint.Codec.INSTANCE);
                    case 2 -> positivePercentageChange = in.readDoubleOrNull();
                    default -> throw new AssertionError(f);
                }
            }
            return new SentimentStat(positivePercentage, series, positivePercentageChange, in.endObject());
        }

        @Override
        public void write(JsonWriter out, SentimentStat v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.positivePercentage);
            }
            if (out.field(1)) {
                out.list(SentimentPoint.Codec.INSTANCE, v.series);
            }
            if (out.field(2)) {
                out.value(v.positivePercentageChange);
            }
            out.end();
        }
    }
}
