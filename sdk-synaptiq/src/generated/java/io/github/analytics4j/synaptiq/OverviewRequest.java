// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.client.RequestBuilder;
import io.github.analytics4j.client.RequestOptions;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.RequestChecks;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@link AnalyticsApi#overview}. Immutable; checked when it is made.
 *
 * @param startDate First day of the period; its time zone is not documented. Default: 30 days ago. Not after
 *     {@code endDate}. At most 365 days before {@code endDate}.
 * @param endDate Last day of the period; its time zone is not documented. Default: today. At most 365 days after
 *     {@code startDate}.
 * @param granularity Length of the steps of the time series. Default: day.
 * @param compareWith Earlier period to compare with; without it the response's comparison is null.
 * @param options its deadline, extra parameters and headers
 */
public record OverviewRequest(
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable Granularity granularity,
        @Nullable Comparand compareWith,
        RequestOptions options)
        implements Consumer<OverviewRequest.Builder> {
    /** Refuses what breaks the vendor's rules with one {@link InvalidRequestException} naming every mistake. */
    public OverviewRequest {
        RequestChecks.of("OverviewRequest")
                .time("startDate", startDate)
                .time("endDate", endDate)
                .notBlank("granularity", granularity == null ? null : granularity.text())
                .notBlank("compareWith", compareWith == null ? null : compareWith.text())
                .ordered("startDate", startDate, "endDate", endDate)
                .maxDays("startDate", startDate, "endDate", endDate, 365)
                .done();
    }

    /**
     * {@return the request that the lambda fills in; the same one if it is a request}
     *
     * @param fill a lambda that sets parameters on the builder, or a request made before
     */
    public static OverviewRequest of(Consumer<Builder> fill) {
        return fill instanceof OverviewRequest request
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
        builder.granularity = granularity;
        builder.compareWith = compareWith;
    }

    @Override
    public String toString() {
        return SynaptiqOperations.AnalyticsOverview.OPERATION.describe(this);
    }

    /** Collects a request. Setters refuse null; not for use by several threads. */
    public static final class Builder extends RequestBuilder<Builder> {
        private @Nullable LocalDate startDate;
        private @Nullable LocalDate endDate;
        private @Nullable Granularity granularity;
        private @Nullable Comparand compareWith;
        private Builder() {}

        /**
         * First day of the period; its time zone is not documented.
         *
         * @param startDate {@code startDate} on the wire. Default: 30 days ago. Not after {@code endDate}. At most 365
         *     days before {@code endDate}.
         * @return this builder
         */
        public Builder startDate(LocalDate startDate) {
            this.startDate = Objects.requireNonNull(startDate, "startDate");
            return this;
        }

        /**
         * Last day of the period; its time zone is not documented.
         *
         * @param endDate {@code endDate} on the wire. Default: today. At most 365 days after {@code startDate}.
         * @return this builder
         */
        public Builder endDate(LocalDate endDate) {
            this.endDate = Objects.requireNonNull(endDate, "endDate");
            return this;
        }

        /**
         * Length of the steps of the time series.
         *
         * @param granularity {@code granularity} on the wire. Default: day.
         * @return this builder
         */
        public Builder granularity(Granularity granularity) {
            this.granularity = Objects.requireNonNull(granularity, "granularity");
            return this;
        }

        /**
         * As {@link #granularity(Granularity)}.
         *
         * @param granularity its text on the wire
         * @return this builder
         */
        public Builder granularity(String granularity) {
            this.granularity = Granularity.of(Objects.requireNonNull(granularity, "granularity"));
            return this;
        }

        /**
         * Earlier period to compare with; without it the response's comparison is null.
         *
         * @param compareWith {@code compareWith} on the wire.
         * @return this builder
         */
        public Builder compareWith(Comparand compareWith) {
            this.compareWith = Objects.requireNonNull(compareWith, "compareWith");
            return this;
        }

        /**
         * As {@link #compareWith(Comparand)}.
         *
         * @param compareWith its text on the wire
         * @return this builder
         */
        public Builder compareWith(String compareWith) {
            this.compareWith = Comparand.of(Objects.requireNonNull(compareWith, "compareWith"));
            return this;
        }

        /**
         * {@return the request}
         *
         * @throws InvalidRequestException naming everything missing or broken
         */
        public OverviewRequest build() {
            return new OverviewRequest(startDate, endDate, granularity, compareWith, options());
        }
    }
}
