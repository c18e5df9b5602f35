// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
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

        private static final JsonFields FIELDS = JsonFields.of(
                        "Pagination", "page", "limit", "total", "totalPages", "hasMore")
                .required(0, 1, 2, 3, 4);

        @Override
        public Pagination read(JsonReader in) throws IOException {
            int page = 0;
            int limit = 0;
            long total = 0;
            long totalPages = 0;
            boolean hasMore = false;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> page = in.readInt();
                    case 1 -> limit = in.readInt();
                    case 2 -> total = in.readLong();
                    case 3 -> totalPages = in.readLong();
                    case 4 -> hasMore = in.readBoolean();
                    default -> throw new AssertionError(f);
                }
            }
            return new Pagination(page, limit, total, totalPages, hasMore, in.endObject());
        }

        @Override
        public void write(JsonWriter out, Pagination v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.page);
            }
            if (out.field(1)) {
                out.value(v.limit);
            }
            if (out.field(2)) {
                out.value(v.total);
            }
            if (out.field(3)) {
                out.value(v.totalPages);
            }
            if (out.field(4)) {
                out.value(v.hasMore);
            }
            out.end();
        }
    }
}
