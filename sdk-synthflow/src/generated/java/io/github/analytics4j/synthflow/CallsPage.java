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
import org.jspecify.annotations.Nullable;

/**
 * One page of calls.
 *
 * @param pagination Where the page is in the list.
 * @param calls The calls of the page.
 * @param unexpected what arrived that the vendor does not document
 */
public record CallsPage(@Nullable Pagination pagination, List<Call> calls, Unexpected unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public CallsPage {
        calls = List.copyOf(calls);
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
    public static CallsPage fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<CallsPage> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("CallsPage", "pagination", "calls");

        @Override
        public CallsPage read(JsonReader in) throws IOException {
            Pagination pagination = null;
            List<Call> calls = List.of();
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> pagination = in.readObject(Pagination.Codec.INSTANCE);
                    case 1 -> calls = in.readList(Call.Codec.INSTANCE);
                    default -> throw new AssertionError(f);
                }
            }
            return new CallsPage(pagination, calls, in.endObject());
        }

        @Override
        public void write(JsonWriter out, CallsPage v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.object(Pagination.Codec.INSTANCE, v.pagination);
            }
            if (out.field(1)) {
                out.list(Call.Codec.INSTANCE, v.calls);
            }
            out.end();
        }
    }
}
