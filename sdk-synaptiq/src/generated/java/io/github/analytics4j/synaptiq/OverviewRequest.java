// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.client.RequestOptions;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.RequestChecks;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@link AnalyticsApi#overview} asks for. Immutable; checked when it is made.
 *
 * @param startDate First day of the period. Default: 30 days ago.
 * @param endDate Last day of the period. Default: today.
 * @param granularity Length of the steps of the time series. Default: day.
 * @param compareWith Earlier period to compare with; without it the answer's comparison is null.
 * @param options what else goes with this one request
 */
public record OverviewRequest(
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable Granularity granularity,
        @Nullable Comparand compareWith,
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
                .ordered("startDate", startDate, "endDate", endDate)
                .maxDays("startDate", startDate, "endDate", endDate, 365)
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
        builder.granularity = granularity;
        builder.compareWith = compareWith;
        builder.options = options.toBuilder();
        return builder;
    }

    @Override
    public String toString() {
        return SynaptiqOperations.AnalyticsOverviewOperation.OPERATION.describe(this);
    }

    /** Collects a request. Setters refuse null; not for use by several threads. */
    public static final class Builder {
        private @Nullable LocalDate startDate;

        private @Nullable LocalDate endDate;

        private @Nullable Granularity granularity;

        private @Nullable Comparand compareWith;

        private RequestOptions.Builder options = RequestOptions.builder();

        private Builder() {}

        /**
         * First day of the period. Default: 30 days ago.
         *
         * @param startDate what to send
         */
        public Builder startDate(LocalDate startDate) {
            this.startDate = Objects.requireNonNull(startDate, "startDate");
            return this;
        }

        /**
         * Last day of the period. Default: today.
         *
         * @param endDate what to send
         */
        public Builder endDate(LocalDate endDate) {
            this.endDate = Objects.requireNonNull(endDate, "endDate");
            return this;
        }

        /**
         * Length of the steps of the time series. Default: day.
         *
         * @param granularity what to send
         */
        public Builder granularity(Granularity granularity) {
            this.granularity = Objects.requireNonNull(granularity, "granularity");
            return this;
        }

        /**
         * Length of the steps of the time series. Default: day.
         *
         * @param granularity the text on the wire
         */
        public Builder granularity(String granularity) {
            this.granularity = Granularity.of(Objects.requireNonNull(granularity, "granularity"));
            return this;
        }

        /**
         * Earlier period to compare with; without it the answer's comparison is null.
         *
         * @param compareWith what to send
         */
        public Builder compareWith(Comparand compareWith) {
            this.compareWith = Objects.requireNonNull(compareWith, "compareWith");
            return this;
        }

        /**
         * Earlier period to compare with; without it the answer's comparison is null.
         *
         * @param compareWith the text on the wire
         */
        public Builder compareWith(String compareWith) {
            this.compareWith = Comparand.of(Objects.requireNonNull(compareWith, "compareWith"));
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
            return new OverviewRequest(startDate, endDate, granularity, compareWith, options.build());
        }
    }
}
