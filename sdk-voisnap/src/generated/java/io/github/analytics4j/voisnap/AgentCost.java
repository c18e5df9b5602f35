// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

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
import java.math.BigDecimal;

/**
 * What one agent cost in a period.
 *
 * @param agentId The id of the agent, agt_….
 * @param agentName Name of the agent, for people.
 * @param totalUsd Cost of the agent's conversations together. Unit: USD.
 * @param conversations Number of the agent's conversations. Unit: count.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record AgentCost(
        String agentId, String agentName, BigDecimal totalUsd, long conversations, UnexpectedContent unexpected)
        implements JsonRecord {
    /** {@return the id of the agent, agt_…} */
    public String agentId() {
        return FieldValues.required(agentId, unexpected, Codec.AGENT_ID);
    }

    /** {@return name of the agent, for people} */
    public String agentName() {
        return FieldValues.required(agentName, unexpected, Codec.AGENT_NAME);
    }

    /** {@return cost of the agent's conversations together} Unit: USD. */
    public BigDecimal totalUsd() {
        return FieldValues.required(totalUsd, unexpected, Codec.TOTAL_USD);
    }

    /** {@return number of the agent's conversations} Unit: count. */
    public long conversations() {
        return FieldValues.required(conversations, unexpected, Codec.CONVERSATIONS);
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
    public static AgentCost fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<AgentCost> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("AgentCost");
        static final int AGENT_ID = BUILDER.required("agentId", JsonCodecs.STRING);
        static final int AGENT_NAME = BUILDER.required("agentName", JsonCodecs.INTERNED);
        static final int TOTAL_USD = BUILDER.required("totalUsd", JsonCodecs.DECIMAL);
        static final int CONVERSATIONS = BUILDER.required("conversations", JsonCodecs.LONG);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public AgentCost read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new AgentCost(
                    v.getRequired(AGENT_ID),
                    v.getRequired(AGENT_NAME),
                    v.getRequired(TOTAL_USD),
                    v.getLong(CONVERSATIONS),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, AgentCost v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.agentId, v.agentName, v.totalUsd, v.conversations);
        }
    }
}
