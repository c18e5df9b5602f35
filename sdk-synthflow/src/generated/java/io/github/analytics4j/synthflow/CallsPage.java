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
import org.jspecify.annotations.Nullable;

/**
 * One page of calls.
 *
 * @param pagination Where the page is in the list.
 * @param calls The calls of the page.
 * @param unexpected what arrived that the vendor does not document
 */
public record CallsPage(@Nullable Pagination pagination, List<Call> calls, UnexpectedContent unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public CallsPage {
        calls = List.copyOf(calls);
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
    public static CallsPage fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<CallsPage> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("CallsPage");
        static final int PAGINATION = BUILDER.optional("pagination", Pagination.Codec.INSTANCE);
        static final int CALLS = BUILDER.optional("calls", JsonCodecs.list(Call.Codec.INSTANCE));
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public CallsPage read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new CallsPage(v.get(PAGINATION), v.getList(CALLS), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, CallsPage v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.pagination, v.calls);
        }
    }
}
