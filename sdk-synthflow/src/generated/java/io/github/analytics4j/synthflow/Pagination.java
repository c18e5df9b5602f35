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
 * Where a page is in its list.
 *
 * @param totalRecords How many calls the whole list has. Unit: calls.
 * @param limit How many calls a page holds at most. Unit: calls.
 * @param offset The index of the page's first call. Unit: calls.
 * @param unexpected what arrived that the vendor does not document
 */
public record Pagination(
        @Nullable Long totalRecords,
        @Nullable Long limit,
        @Nullable Long offset,
        Unexpected unexpected) implements JsonRecord {
    @Override
    public String toJson() {
        return Json.encode(Codec.INSTANCE, this);
    }

    /**
     * Decodes what {@link #toJson} made, or the vendor sent.
     *
     * @param json an object
     */
    public static Pagination fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Pagination> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("Pagination", "total_records", "limit", "offset");

        @Override
        public Pagination read(JsonReader in) throws IOException {
            Long totalRecords = null;
            Long limit = null;
            Long offset = null;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> totalRecords = in.readLongOrNull();
                    case 1 -> limit = in.readLongOrNull();
                    case 2 -> offset = in.readLongOrNull();
                    default -> throw new AssertionError(f);
                }
            }
            return new Pagination(totalRecords, limit, offset, in.endObject());
        }

        @Override
        public void write(JsonWriter out, Pagination v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.totalRecords);
            }
            if (out.field(1)) {
                out.value(v.limit);
            }
            if (out.field(2)) {
                out.value(v.offset);
            }
            out.end();
        }
    }
}
