// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.client.RequestBuilder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parameters that many requests begin with. */
abstract class CallOpsFilters<B extends CallOpsFilters<B>> extends RequestBuilder<B> {
    @Nullable
    Instant startDate;

    @Nullable
    Instant endDate;

    @Nullable
    String agentId;

    /**
     * Count only calls from this point in time on.
     *
     * @param startDate {@code start_date} on the wire. Not after {@code endDate}.
     * @return this builder
     */
    public B startDate(Instant startDate) {
        this.startDate = Objects.requireNonNull(startDate, "startDate");
        return self();
    }

    /**
     * Count only calls up to this point in time.
     *
     * @param endDate {@code end_date} on the wire.
     * @return this builder
     */
    public B endDate(Instant endDate) {
        this.endDate = Objects.requireNonNull(endDate, "endDate");
        return self();
    }

    /**
     * Count only calls of this agent.
     *
     * @param agentId {@code agent_id} on the wire.
     * @return this builder
     */
    public B agentId(String agentId) {
        this.agentId = Objects.requireNonNull(agentId, "agentId");
        return self();
    }
}
