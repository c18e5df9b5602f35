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
 * The parameters of {@link AnalyticsApi#costTrend}. Immutable; checked when it is made.
 *
 * @param startDate Count only calls from this point in time on. Not after {@code endDate}.
 * @param endDate Count only calls up to this point in time.
 * @param agentId Count only calls of this agent.
 * @param options its deadline, extra parameters and headers
 */
public record CostTrendRequest(
        @Nullable Instant startDate,
        @Nullable Instant endDate,
        @Nullable String agentId,
        RequestOptions options) implements Consumer<CostTrendRequest.Builder> {
    /** Refuses what breaks the vendor's rules with one {@link InvalidRequestException} naming every mistake. */
    public CostTrendRequest {
        RequestChecks.of("CostTrendRequest")
                .time("startDate", startDate)
                .time("endDate", endDate)
                .notBlank("agentId", agentId)
                .ordered("startDate", startDate, "endDate", endDate)
                .done();
    }

    /**
     * {@return the request that the lambda fills in; the same one if it is a request}
     *
     * @param fill a lambda that sets parameters on the builder, or a request made before
     */
    public static CostTrendRequest of(Consumer<Builder> fill) {
        return fill instanceof CostTrendRequest request
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
        builder.agentId = agentId;
    }

    @Override
    public String toString() {
        return CallOpsOperations.AnalyticsCostTrend.OPERATION.describe(this);
    }

    /** Collects a request. Setters refuse null; not for use by several threads. */
    public static final class Builder extends CallOpsFilters<Builder> {
        private Builder() {}

        /**
         * {@return the request}
         *
         * @throws InvalidRequestException naming everything missing or broken
         */
        public CostTrendRequest build() {
            return new CostTrendRequest(startDate, endDate, agentId, options());
        }
    }
}
