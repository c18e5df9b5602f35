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
    public static ActivityPage fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<ActivityPage> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("ActivityPage")
                .always("data", JsonCodecs.list(ActivityEvent.Codec.INSTANCE))
                .always("pagination", Pagination.Codec.INSTANCE)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public ActivityPage read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new ActivityPage(v.getList(0), v.get(1), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, ActivityPage v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.data, v.pagination);
        }
    }
}
