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
    public static AgentCost fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<AgentCost> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("AgentCost")
                .always("agentId", JsonCodecs.STRING)
                .always("agentName", JsonCodecs.INTERNED)
                .always("totalUsd", JsonCodecs.DECIMAL)
                .always("conversations", JsonCodecs.LONG)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public AgentCost read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new AgentCost(v.get(0), v.get(1), v.get(2), v.getLong(3), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, AgentCost v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.agentId, v.agentName, v.totalUsd, v.conversations);
        }
    }
}
