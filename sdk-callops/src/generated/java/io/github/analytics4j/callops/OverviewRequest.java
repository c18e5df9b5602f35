// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.client.RequestOptions;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.RequestChecks;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@link AnalyticsApi#overview} asks for. Immutable; checked when it is made.
 *
 * @param startDate Count only calls from this point in time on.
 * @param endDate Count only calls up to this point in time.
 * @param agentId Count only calls of this agent.
 * @param options what else goes with this one request
 */
public record OverviewRequest(
        @Nullable Instant startDate,
        @Nullable Instant endDate,
        @Nullable String agentId,
        RequestOptions options) {
    /**
     * Checks every rule the vendor states.
     *
     * @throws InvalidRequestException naming every mistake
     */
    public OverviewRequest {
        RequestChecks.of("OverviewRequest")
                .time("startDate", startDate)
                .time("endDate", endDate)
                .notBlank("agentId", agentId)
                .ordered("startDate", startDate, "endDate", endDate)
                .done();
    }

    /**
     * A request filled in by a lambda.
     *
     * @param fill sets what is wanted
     */
    public static OverviewRequest of(Consumer<Builder> fill) {
        Builder builder = builder();
        fill.accept(builder);
        return builder.build();
    }

    /** A builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with everything set as it is here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.startDate = startDate;
        builder.endDate = endDate;
        builder.agentId = agentId;
        builder.options = options.toBuilder();
        return builder;
    }

    @Override
    public String toString() {
        return CallOpsOperations.AnalyticsOverviewOperation.OPERATION.describe(this);
    }

    /** Collects a request. Setters refuse null; not for use by several threads. */
    public static final class Builder {
        private @Nullable Instant startDate;

        private @Nullable Instant endDate;

        private @Nullable String agentId;

        private RequestOptions.Builder options = RequestOptions.builder();

        private Builder() {}

        /**
         * Count only calls from this point in time on.
         *
         * @param startDate what to send
         */
        public Builder startDate(Instant startDate) {
            this.startDate = Objects.requireNonNull(startDate, "startDate");
            return this;
        }

        /**
         * Count only calls up to this point in time.
         *
         * @param endDate what to send
         */
        public Builder endDate(Instant endDate) {
            this.endDate = Objects.requireNonNull(endDate, "endDate");
            return this;
        }

        /**
         * Count only calls of this agent.
         *
         * @param agentId what to send
         */
        public Builder agentId(String agentId) {
            this.agentId = Objects.requireNonNull(agentId, "agentId");
            return this;
        }

        /**
         * Replaces everything that goes with this one request beside its parameters.
         *
         * @param options deadlines, extra parameters and headers
         */
        public Builder options(RequestOptions options) {
            this.options = options.toBuilder();
            return this;
        }

        /**
         * Changes what goes with this one request beside its parameters.
         *
         * @param change sets deadlines, extra parameters and headers
         */
        public Builder options(Consumer<RequestOptions.Builder> change) {
            change.accept(options);
            return this;
        }

        /**
         * Adds a query parameter that this SDK does not know.
         *
         * @param name its name
         * @param value its value, unencoded
         */
        public Builder extraQuery(String name, String value) {
            options.extraQuery(name, value);
            return this;
        }

        /**
         * Adds a header that this SDK does not know.
         *
         * @param name its name
         * @param value its value, as it is to be sent
         */
        public Builder extraHeader(String name, String value) {
            options.extraHeader(name, value);
            return this;
        }

        /**
         * The request.
         *
         * @throws InvalidRequestException naming everything missing or broken
         */
        public OverviewRequest build() {
            return new OverviewRequest(startDate, endDate, agentId, options.build());
        }
    }
}
