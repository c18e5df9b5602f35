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
 * One page of calls in the vendor's envelope.
 *
 * @param status Whether the request went well.
 * @param response The page itself.
 * @param unexpected what arrived that the vendor does not document
 */
public record ListCallsResponse(
        @Nullable String status, @Nullable CallsPage response, Unexpected unexpected) implements JsonRecord {
    @Override
    public String toJson() {
        return Json.encode(Codec.INSTANCE, this);
    }

    /**
     * Decodes what {@link #toJson} made, or the vendor sent.
     *
     * @param json an object
     */
    public static ListCallsResponse fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<ListCallsResponse> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("ListCallsResponse", "status", "response");

        @Override
        public ListCallsResponse read(JsonReader in) throws IOException {
            String status = null;
            CallsPage response = null;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> status = in.readInterned();
                    case 1 -> response = in.readObject(CallsPage.Codec.INSTANCE);
                    default -> throw new AssertionError(f);
                }
            }
            return new ListCallsResponse(status, response, in.endObject());
        }

        @Override
        public void write(JsonWriter out, ListCallsResponse v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.status);
            }
            if (out.field(1)) {
                out.object(CallsPage.Codec.INSTANCE, v.response);
            }
            out.end();
        }
    }
}
