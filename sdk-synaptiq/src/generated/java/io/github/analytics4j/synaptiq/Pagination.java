// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.error.UnexpectedValueException;
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

/**
 * Where a page stands among all of them.
 *
 * @param page Number of this page. Unit: page number. Scale: from 1.
 * @param limit Most rows on a page. Unit: count.
 * @param total Rows on all pages. Unit: count.
 * @param totalPages Number of pages. Unit: count.
 * @param hasMore Whether another page follows.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record Pagination(
        int page, int limit, long total, long totalPages, boolean hasMore, UnexpectedContent unexpected)
        implements JsonRecord {
    /** {@return number of this page} Unit: page number. Scale: from 1. */
    public int page() {
        return FieldValues.required(page, unexpected, Codec.PAGE);
    }

    /** {@return most rows on a page} Unit: count. */
    public int limit() {
        return FieldValues.required(limit, unexpected, Codec.LIMIT);
    }

    /** {@return rows on all pages} Unit: count. */
    public long total() {
        return FieldValues.required(total, unexpected, Codec.TOTAL);
    }

    /** {@return number of pages} Unit: count. */
    public long totalPages() {
        return FieldValues.required(totalPages, unexpected, Codec.TOTAL_PAGES);
    }

    /** {@return whether another page follows} */
    public boolean hasMore() {
        return FieldValues.required(hasMore, unexpected, Codec.HAS_MORE);
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
    public static Pagination fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Pagination> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("Pagination");
        static final int PAGE = BUILDER.required("page", JsonCodecs.INT);
        static final int LIMIT = BUILDER.required("limit", JsonCodecs.INT);
        static final int TOTAL = BUILDER.required("total", JsonCodecs.LONG);
        static final int TOTAL_PAGES = BUILDER.required("totalPages", JsonCodecs.LONG);
        static final int HAS_MORE = BUILDER.required("hasMore", JsonCodecs.BOOLEAN);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public Pagination read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new Pagination(
                    v.getInt(PAGE),
                    v.getInt(LIMIT),
                    v.getLong(TOTAL),
                    v.getLong(TOTAL_PAGES),
                    v.getBoolean(HAS_MORE),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Pagination v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.page, v.limit, v.total, v.totalPages, v.hasMore);
        }
    }
}
