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
import java.util.List;

/**
 * One page of the feed.
 *
 * @param data The events of the page.
 * @param pagination Where the page stands.
 * @param unexpected what arrived that the vendor does not document
 */
public record ActivityPage(List<ActivityEvent> data, Pagination pagination, Unexpected unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public ActivityPage {
        data = List.copyOf(data);
    }

    /**
     * The events of the page.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public List<ActivityEvent> data() {
        unexpected.require(0);
        return data;
    }

    /**
     * Where the page stands.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public Pagination pagination() {
        unexpected.require(1);
        return pagination;
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
    public static ActivityPage fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<ActivityPage> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS =
                JsonFields.of("ActivityPage", "data", "pagination").required(0, 1);

        @Override
        @SuppressWarnings("NullAway")
        public ActivityPage read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            List<ActivityEvent> data = List.of();
            Pagination pagination = null;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> data = in.readList(ActivityEvent.Codec.INSTANCE);
                    case 1 -> pagination = in.readObject(Pagination.Codec.INSTANCE);
                    default -> throw new AssertionError(f);
                }
            }
            return new ActivityPage(data, pagination, in.endObject());
        }

        @Override
        public void write(JsonWriter out, ActivityPage v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.list(ActivityEvent.Codec.INSTANCE, v.data);
            }
            if (out.field(1)) {
                out.object(Pagination.Codec.INSTANCE, v.pagination);
            }
            out.end();
        }
    }
}
