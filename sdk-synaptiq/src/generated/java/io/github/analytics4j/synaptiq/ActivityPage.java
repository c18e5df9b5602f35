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
import java.util.List;

/**
 * One page of the feed.
 *
 * @param data The events of the page.
 * @param pagination Where the page stands.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record ActivityPage(List<ActivityEvent> data, Pagination pagination, UnexpectedContent unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public ActivityPage {
        data = List.copyOf(data);
    }

    /** {@return the events of the page} */
    public List<ActivityEvent> data() {
        return FieldValues.required(data, unexpected, Codec.DATA);
    }

    /** {@return where the page stands} */
    public Pagination pagination() {
        return FieldValues.required(pagination, unexpected, Codec.PAGINATION);
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
    public static ActivityPage fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<ActivityPage> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("ActivityPage");
        static final int DATA = BUILDER.required("data", JsonCodecs.list(ActivityEvent.Codec.INSTANCE));
        static final int PAGINATION = BUILDER.required("pagination", Pagination.Codec.INSTANCE);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public ActivityPage read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new ActivityPage(v.getList(DATA), v.getRequired(PAGINATION), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, ActivityPage v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.data, v.pagination);
        }
    }
}
