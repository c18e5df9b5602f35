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
 * How calls ended up, by status.
 *
 * @param items One entry for each status.
 * @param series The calls of each date by status.
 * @param unexpected what arrived that the vendor does not document
 */
public record CallStatusStat(List<CallStatusShare> items, List<CallStatusPoint> series, UnexpectedContent unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public CallStatusStat {
        items = List.copyOf(items);
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
    public static CallStatusStat fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<CallStatusStat> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("CallStatusStat");
        static final int ITEMS = BUILDER.optional("items", JsonCodecs.list(CallStatusShare.Codec.INSTANCE));
        static final int SERIES = BUILDER.optional("series", JsonCodecs.list(CallStatusPoint.Codec.INSTANCE));
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public CallStatusStat read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new CallStatusStat(v.getList(ITEMS), v.getList(SERIES), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, CallStatusStat v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.items, v.series);
        }
    }
}
