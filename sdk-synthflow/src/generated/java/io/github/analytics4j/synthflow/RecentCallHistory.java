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
 * The latest calls, in short.
 *
 * @param items One entry for each call.
 * @param unexpected what arrived that the vendor does not document
 */
public record RecentCallHistory(List<RecentCall> items, UnexpectedContent unexpected) implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public RecentCallHistory {
        items = List.copyOf(items);
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
    public static RecentCallHistory fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<RecentCallHistory> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("RecentCallHistory");
        static final int ITEMS = BUILDER.optional("items", JsonCodecs.list(RecentCall.Codec.INSTANCE));
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public RecentCallHistory read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new RecentCallHistory(v.getList(ITEMS), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, RecentCallHistory v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.items);
        }
    }
}
