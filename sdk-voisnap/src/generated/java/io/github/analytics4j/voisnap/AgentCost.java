// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.json.JsonFields;
import io.github.analytics4j.json.JsonReader;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonWriter;
import io.github.analytics4j.json.Unexpected;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * What one agent cost in a period.
 *
 * @param agentId Identifies the agent, agt_….
 * @param agentName Name of the agent, for people.
 * @param totalUsd Cost of the agent's conversations together. Unit: USD.
 * @param conversations Number of the agent's conversations. Unit: count.
 * @param unexpected what arrived that the vendor does not document
 */
public record AgentCost(
        String agentId, String agentName, BigDecimal totalUsd, long conversations, Unexpected unexpected)
        implements JsonRecord {
    /**
     * Identifies the agent, agt_….
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public String agentId() {
        unexpected.require(0);
        return agentId;
    }

    /**
     * Name of the agent, for people.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public String agentName() {
        unexpected.require(1);
        return agentName;
    }

    /**
     * Cost of the agent's conversations together. Unit: USD.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public BigDecimal totalUsd() {
        unexpected.require(2);
        return totalUsd;
    }

    /**
     * Number of the agent's conversations. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long conversations() {
        unexpected.require(3);
        return conversations;
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
    public static AgentCost fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<AgentCost> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of(
                        "AgentCost", "agentId", "agentName", "totalUsd", "conversations")
                .required(0, 1, 2, 3);

        @Override
        @SuppressWarnings("NullAway")
        public AgentCost read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            String agentId = null;
            String agentName = null;
            BigDecimal totalUsd = null;
            long conversations = 0;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> agentId = in.readString();
                    case 1 -> agentName = in.readInterned();
                    case 2 -> totalUsd = in.readDecimal();
                    case 3 -> conversations = in.readLong();
                    default -> throw new AssertionError(f);
                }
            }
            return new AgentCost(agentId, agentName, totalUsd, conversations, in.endObject());
        }

        @Override
        public void write(JsonWriter out, AgentCost v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.agentId);
            }
            if (out.field(1)) {
                out.value(v.agentName);
            }
            if (out.field(2)) {
                out.value(v.totalUsd);
            }
            if (out.field(3)) {
                out.value(v.conversations);
            }
            out.end();
        }
    }
}
