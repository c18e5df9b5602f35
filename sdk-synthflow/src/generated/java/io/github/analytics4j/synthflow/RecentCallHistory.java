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
 * The latest calls, in short.
 *
 * @param items One entry for each call.
 * @param unexpected what arrived that the vendor does not document
 */
public record RecentCallHistory(List<RecentCall> items, Unexpected unexpected) implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public RecentCallHistory {
        items = List.copyOf(items);
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
    public static RecentCallHistory fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<RecentCallHistory> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("RecentCallHistory", "items");

        @Override
        public RecentCallHistory read(JsonReader in) throws IOException {
            List<RecentCall> items = List.of();
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> items = in.readList(RecentCall.Codec.INSTANCE);
                    default -> throw new AssertionError(f);
                }
            }
            return new RecentCallHistory(items, in.endObject());
        }

        @Override
        public void write(JsonWriter out, RecentCallHistory v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.list(RecentCall.Codec.INSTANCE, v.items);
            }
            out.end();
        }
    }
}
