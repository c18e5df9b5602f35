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
 * One page of calls in the vendor's envelope.
 *
 * @param status Whether the request went well.
 * @param response The page itself.
 * @param unexpected what arrived that the vendor does not document
 */
public record ListCallsResponse(
        @Nullable String status, @Nullable CallsPage response, UnexpectedContent unexpected) implements JsonRecord {
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
    public static ListCallsResponse fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<ListCallsResponse> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("ListCallsResponse");
        static final int STATUS = BUILDER.optional("status", JsonCodecs.INTERNED);
        static final int RESPONSE = BUILDER.optional("response", CallsPage.Codec.INSTANCE);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public ListCallsResponse read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new ListCallsResponse(v.get(STATUS), v.get(RESPONSE), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, ListCallsResponse v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.status, v.response);
        }
    }
}
