// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.client.RequestBuilder;
import io.github.analytics4j.client.RequestOptions;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.RequestChecks;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@link AnalyticsApi#agentComparison}. Immutable; checked when it is made.
 *
 * @param startDate Count only calls from this point in time on. Not after {@code endDate}.
 * @param endDate Count only calls up to this point in time.
 * @param agentIds The agents to compare; it stands in for the usual filter by one agent.
 * @param options its deadline, extra parameters and headers
 */
public record AgentComparisonRequest(
        @Nullable Instant startDate, @Nullable Instant endDate, List<String> agentIds, RequestOptions options)
        implements Consumer<AgentComparisonRequest.Builder> {
    /** Refuses what breaks the vendor's rules with one {@link InvalidRequestException} naming every mistake. */
    public AgentComparisonRequest {
        agentIds = List.copyOf(agentIds);
        RequestChecks.of("AgentComparisonRequest")
                .time("startDate", startDate)
                .time("endDate", endDate)
                .joined("agentIds", agentIds)
                .ordered("startDate", startDate, "endDate", endDate)
                .done();
    }

    /**
     * {@return the request that the lambda fills in; the same one if it is a request}
     *
     * @param fill a lambda that sets parameters on the builder, or a request made before
     */
    public static AgentComparisonRequest of(Consumer<Builder> fill) {
        return fill instanceof AgentComparisonRequest request
                ? request
                : builder().with(Objects.requireNonNull(fill, "request")).build();
    }

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with everything set as it is here} */
    public Builder toBuilder() {
        return builder().with(this);
    }

    /** Sets everything as it is here, so that a request stands where a lambda over its builder does. */
    @Override
    public void accept(Builder builder) {
        builder.options(options);
        builder.startDate = startDate;
        builder.endDate = endDate;
        builder.agentIds = agentIds;
    }

    @Override
    public String toString() {
        return CallOpsOperations.AnalyticsAgentComparison.OPERATION.describe(this);
    }

    /** Collects a request. Setters refuse null; not for use by several threads. */
    public static final class Builder extends RequestBuilder<Builder> {
        private @Nullable Instant startDate;
        private @Nullable Instant endDate;
        private List<String> agentIds = List.of();
        private Builder() {}

        /**
         * Count only calls from this point in time on.
         *
         * @param startDate {@code start_date} on the wire. Not after {@code endDate}.
         * @return this builder
         */
        public Builder startDate(Instant startDate) {
            this.startDate = Objects.requireNonNull(startDate, "startDate");
            return this;
        }

        /**
         * Count only calls up to this point in time.
         *
         * @param endDate {@code end_date} on the wire.
         * @return this builder
         */
        public Builder endDate(Instant endDate) {
            this.endDate = Objects.requireNonNull(endDate, "endDate");
            return this;
        }

        /**
         * As {@link #agentIds(Collection)}.
         *
         * @param agentIds the values, each by itself; none takes back what was set
         * @return this builder
         */
        public Builder agentIds(String... agentIds) {
            return agentIds(List.of(agentIds));
        }

        /**
         * The agents to compare; it stands in for the usual filter by one agent.
         *
         * @param agentIds {@code agent_ids} on the wire.
         * @return this builder
         */
        public Builder agentIds(Collection<? extends String> agentIds) {
            this.agentIds = List.copyOf(Objects.requireNonNull(agentIds, "agentIds"));
            return this;
        }

        /**
         * {@return the request}
         *
         * @throws InvalidRequestException naming everything missing or broken
         */
        public AgentComparisonRequest build() {
            return new AgentComparisonRequest(startDate, endDate, agentIds, options());
        }
    }
}
