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
 * Why calls ended.
 *
 * @param items One entry for each reason.
 * @param series The calls of each date by reason.
 * @param unexpected what arrived that the vendor does not document
 */
public record EndCallReasonStat(List<EndCallReasonShare> items, List<EndCallReasonPoint> series, Unexpected unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public EndCallReasonStat {
        items = List.copyOf(items);
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
    public static EndCallReasonStat fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<EndCallReasonStat> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("EndCallReasonStat", "items", "series");

        @Override
        public EndCallReasonStat read(JsonReader in) throws IOException {
            List<EndCallReasonShare> items = List.of();
            List<EndCallReasonPoint> series = List.of();
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> items = in.readList(EndCallReasonShare.Codec.INSTANCE);
                    case 1 -> series = in.readList(EndCallReasonPoint.Codec.INSTANCE);
                    default -> throw new AssertionError(f);
                }
            }
            return new EndCallReasonStat(items, series, in.endObject());
        }

        @Override
        public void write(JsonWriter out, EndCallReasonStat v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.list(EndCallReasonShare.Codec.INSTANCE, v.items);
            }
            if (out.field(1)) {
                out.list(EndCallReasonPoint.Codec.INSTANCE, v.series);
            }
            out.end();
        }
    }
}
