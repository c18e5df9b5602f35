// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.client.RequestBuilder;
import io.github.analytics4j.client.RequestOptions;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.RequestChecks;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@link AnalyticsApi#sttEventsSummary}. Immutable; checked when it is made.
 *
 * @param startDate Count only events from this point in time on. Not after {@code endDate}.
 * @param endDate Count only events up to this point in time.
 * @param options its deadline, extra parameters and headers
 */
public record SttEventsSummaryRequest(
        @Nullable Instant startDate, @Nullable Instant endDate, RequestOptions options)
        implements Consumer<SttEventsSummaryRequest.Builder> {
    /** Refuses what breaks the vendor's rules with one {@link InvalidRequestException} naming every mistake. */
    public SttEventsSummaryRequest {
        RequestChecks.of("SttEventsSummaryRequest")
                .time("startDate", startDate)
                .time("endDate", endDate)
                .ordered("startDate", startDate, "endDate", endDate)
                .done();
    }

    /**
     * {@return the request that the lambda fills in; the same one if it is a request}
     *
     * @param fill a lambda that sets parameters on the builder, or a request made before
     */
    public static SttEventsSummaryRequest of(Consumer<Builder> fill) {
        return fill instanceof SttEventsSummaryRequest request
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
    }

    @Override
    public String toString() {
        return CallOpsOperations.AnalyticsSttEventsSummary.OPERATION.describe(this);
    }

    /** Collects a request. Setters refuse null; not for use by several threads. */
    public static final class Builder extends RequestBuilder<Builder> {
        private @Nullable Instant startDate;
        private @Nullable Instant endDate;
        private Builder() {}

        /**
         * Count only events from this point in time on.
         *
         * @param startDate {@code start_date} on the wire. Not after {@code endDate}.
         * @return this builder
         */
        public Builder startDate(Instant startDate) {
            this.startDate = Objects.requireNonNull(startDate, "startDate");
            return this;
        }

        /**
         * Count only events up to this point in time.
         *
         * @param endDate {@code end_date} on the wire.
         * @return this builder
         */
        public Builder endDate(Instant endDate) {
            this.endDate = Objects.requireNonNull(endDate, "endDate");
            return this;
        }

        /**
         * {@return the request}
         *
         * @throws InvalidRequestException naming everything missing or broken
         */
        public SttEventsSummaryRequest build() {
            return new SttEventsSummaryRequest(startDate, endDate, options());
        }
    }
}
