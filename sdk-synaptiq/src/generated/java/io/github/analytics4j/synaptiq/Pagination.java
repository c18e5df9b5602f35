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
import io.github.analytics4j.json.Unexpected;
import java.io.IOException;

/**
 * Where a page stands among all of them.
 *
 * @param page Number of this page. Unit: page number. Scale: from 1.
 * @param limit Most rows on a page. Unit: count.
 * @param total Rows on all pages. Unit: count.
 * @param totalPages Number of pages. Unit: count.
 * @param hasMore Whether another page follows.
 * @param unexpected what arrived that the vendor does not document
 */
public record Pagination(int page, int limit, long total, long totalPages, boolean hasMore, Unexpected unexpected)
        implements JsonRecord {
    /**
     * Number of this page. Unit: page number. Scale: from 1.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public int page() {
        unexpected.require(0);
        return page;
    }

    /**
     * Most rows on a page. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public int limit() {
        unexpected.require(1);
        return limit;
    }

    /**
     * Rows on all pages. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long total() {
        unexpected.require(2);
        return total;
    }

    /**
     * Number of pages. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long totalPages() {
        unexpected.require(3);
        return totalPages;
    }

    /**
     * Whether another page follows.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public boolean hasMore() {
        unexpected.require(4);
        return hasMore;
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
     * Decodes what {@link #toJson} made, or the vendor sent.
     *
     * @param json an object
     */
    public static Pagination fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Pagination> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("Pagination")
                .always("page", JsonCodecs.INT)
                .always("limit", JsonCodecs.INT)
                .always("total", JsonCodecs.LONG)
                .always("totalPages", JsonCodecs.LONG)
                .always("hasMore", JsonCodecs.BOOLEAN)
                .build();

        @Override
        public Pagination read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new Pagination(
                    v.getInt(0), v.getInt(1), v.getLong(2), v.getLong(3), v.getBoolean(4), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Pagination v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.page, v.limit, v.total, v.totalPages, v.hasMore);
        }
    }
}
