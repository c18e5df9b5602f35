// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.RequestOptions;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.RequestChecks;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@link AnalyticsApi#costs}. Immutable; checked when it is made.
 *
 * @param agentId Count only conversations of this agent.
 * @param dateFrom First day of the period; its time zone is not documented. Not after {@code dateTo}.
 * @param dateTo Last day of the period; its time zone is not documented.
 * @param groupBy Length of the steps of the series.
 * @param options its deadline, extra parameters and headers
 */
public record CostsRequest(
        @Nullable String agentId,
        @Nullable LocalDate dateFrom,
        @Nullable LocalDate dateTo,
        @Nullable GroupBy groupBy,
        RequestOptions options)
        implements Consumer<CostsRequest.Builder> {
    /** Refuses what breaks the vendor's rules with one {@link InvalidRequestException} naming every mistake. */
    public CostsRequest {
        RequestChecks.of("CostsRequest")
                .notBlank("agentId", agentId)
                .time("dateFrom", dateFrom)
                .time("dateTo", dateTo)
                .notBlank("groupBy", groupBy == null ? null : groupBy.text())
                .ordered("dateFrom", dateFrom, "dateTo", dateTo)
                .done();
    }

    /**
     * {@return the request that the lambda fills in; the same one if it is a request}
     *
     * @param fill a lambda that sets parameters on the builder, or a request made before
     */
    public static CostsRequest of(Consumer<Builder> fill) {
        return fill instanceof CostsRequest request
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
        builder.agentId = agentId;
        builder.dateFrom = dateFrom;
        builder.dateTo = dateTo;
        builder.groupBy = groupBy;
    }

    @Override
    public String toString() {
        return VoisnapOperations.AnalyticsCosts.OPERATION.describe(this);
    }

    /** Collects a request. Setters refuse null; not for use by several threads. */
    public static final class Builder extends VoisnapFilters<Builder> {
        private @Nullable GroupBy groupBy;
        private Builder() {}

        /**
         * Length of the steps of the series.
         *
         * @param groupBy {@code groupBy} on the wire.
         * @return this builder
         */
        public Builder groupBy(GroupBy groupBy) {
            this.groupBy = Objects.requireNonNull(groupBy, "groupBy");
            return this;
        }

        /**
         * As {@link #groupBy(GroupBy)}.
         *
         * @param groupBy its text on the wire
         * @return this builder
         */
        public Builder groupBy(String groupBy) {
            this.groupBy = GroupBy.of(Objects.requireNonNull(groupBy, "groupBy"));
            return this;
        }

        /**
         * {@return the request}
         *
         * @throws InvalidRequestException naming everything missing or broken
         */
        public CostsRequest build() {
            return new CostsRequest(agentId, dateFrom, dateTo, groupBy, options());
        }
    }
}
