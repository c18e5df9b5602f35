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
        UnexpectedContent unexpected) implements JsonRecord {
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
    public static Pagination fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Pagination> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("Pagination");
        static final int TOTAL_RECORDS = BUILDER.optional("total_records", JsonCodecs.LONG);
        static final int LIMIT = BUILDER.optional("limit", JsonCodecs.LONG);
        static final int OFFSET = BUILDER.optional("offset", JsonCodecs.LONG);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public Pagination read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new Pagination(
                    v.getLongOrNull(TOTAL_RECORDS), v.getLongOrNull(LIMIT), v.getLongOrNull(OFFSET), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Pagination v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.totalRecords, v.limit, v.offset);
        }
    }
}
