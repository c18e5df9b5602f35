// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

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
import org.jspecify.annotations.Nullable;

/**
 * What one agent cost.
 *
 * @param agentId The id of the agent.
 * @param agentName Name of the agent, for people; may be null, such as where the agent is gone.
 * @param totalCost Cost of the agent's calls together; the vendor names no currency. Unit: currency units.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record AgentCost(String agentId, @Nullable String agentName, BigDecimal totalCost, UnexpectedContent unexpected)
        implements JsonRecord {
    /** {@return the id of the agent} */
    public String agentId() {
        return FieldValues.required(agentId, unexpected, Codec.AGENT_ID);
    }

    /** {@return cost of the agent's calls together; the vendor names no currency} Unit: currency units. */
    public BigDecimal totalCost() {
        return FieldValues.required(totalCost, unexpected, Codec.TOTAL_COST);
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
        static final int AGENT_ID = BUILDER.required("agent_id", JsonCodecs.STRING);
        static final int AGENT_NAME = BUILDER.optional("agent_name", JsonCodecs.INTERNED);
        static final int TOTAL_COST = BUILDER.required("total_cost", JsonCodecs.DECIMAL);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public AgentCost read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new AgentCost(v.getRequired(AGENT_ID), v.get(AGENT_NAME), v.getRequired(TOTAL_COST), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, AgentCost v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.agentId, v.agentName, v.totalCost);
        }
    }
}
