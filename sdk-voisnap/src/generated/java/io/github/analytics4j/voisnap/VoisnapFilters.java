// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.RequestBuilder;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parameters that many requests begin with. */
abstract class VoisnapFilters<B extends VoisnapFilters<B>> extends RequestBuilder<B> {
    @Nullable
    String agentId;

    @Nullable
    LocalDate dateFrom;

    @Nullable
    LocalDate dateTo;

    /**
     * Count only conversations of this agent.
     *
     * @param agentId {@code agentId} on the wire.
     * @return this builder
     */
    public B agentId(String agentId) {
        this.agentId = Objects.requireNonNull(agentId, "agentId");
        return self();
    }

    /**
     * First day of the period; its time zone is not documented.
     *
     * @param dateFrom {@code dateFrom} on the wire. Not after {@code dateTo}.
     * @return this builder
     */
    public B dateFrom(LocalDate dateFrom) {
        this.dateFrom = Objects.requireNonNull(dateFrom, "dateFrom");
        return self();
    }

    /**
     * Last day of the period; its time zone is not documented.
     *
     * @param dateTo {@code dateTo} on the wire.
     * @return this builder
     */
    public B dateTo(LocalDate dateTo) {
        this.dateTo = Objects.requireNonNull(dateTo, "dateTo");
        return self();
    }
}
