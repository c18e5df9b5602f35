// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.client.RequestBuilder;
import io.github.analytics4j.client.RequestOptions;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.RequestChecks;
import io.github.analytics4j.json.DateOrTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@link AnalyticsApi#activity}. Immutable; checked when it is made.
 *
 * @param startDate Where the feed begins; the server's own default shows the last 24 hours only. Default: 24 hours ago.
 *     Not after {@code endDate}. At most 365 days before {@code endDate} in one request; a walk takes more.
 * @param endDate Where the feed ends. The vendor documents days; a walk sends it only if it is given. Default: now. At
 *     most 365 days after {@code startDate} in one request; a walk takes more.
 * @param types Kinds of event to deliver. Default: all types.
 * @param leadId Deliver only events of this lead.
 * @param page Number of the page; the first is 1. Default: 1. At least 1.
 * @param pageSize Events on a page. Default: 50. 1 to 100.
 * @param options its deadline, extra parameters and headers
 */
public record ActivityRequest(
        @Nullable DateOrTime startDate,
        @Nullable DateOrTime endDate,
        List<ActivityType> types,
        @Nullable String leadId,
        @Nullable Integer page,
        @Nullable Integer pageSize,
        RequestOptions options)
        implements Consumer<ActivityRequest.Builder> {
    /** Refuses what breaks the vendor's rules with one {@link InvalidRequestException} naming every mistake. */
    public ActivityRequest {
        types = List.copyOf(types);
        RequestChecks.of("ActivityRequest")
                .time("startDate", startDate == null ? null : startDate.toInstant())
                .time("endDate", endDate == null ? null : endDate.toInstant())
                .joined("types", types)
                .notBlank("leadId", leadId)
                .min("page", page, 1)
                .range("pageSize", pageSize, 1, 100)
                .ordered(
                        "startDate",
                        startDate == null ? null : startDate.toInstant(),
                        "endDate",
                        endDate == null ? null : endDate.latest())
                .done();
    }

    /**
     * {@return the request that the lambda fills in; the same one if it is a request}
     *
     * @param fill a lambda that sets parameters on the builder, or a request made before
     */
    public static ActivityRequest of(Consumer<Builder> fill) {
        return fill instanceof ActivityRequest request
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
        builder.types = types;
        builder.leadId = leadId;
        builder.page = page;
        builder.pageSize = pageSize;
    }

    @Override
    public String toString() {
        return SynaptiqOperations.AnalyticsActivity.OPERATION.describe(this);
    }

    /** This request, if its range is short enough for a single one. */
    ActivityRequest atOnce() {
        RequestChecks.of("ActivityRequest")
                .maxDaysAtOnce(
                        "startDate",
                        startDate == null ? null : startDate.toInstant(),
                        "endDate",
                        endDate == null ? null : endDate.toInstant(),
                        365,
                        "activity(request)")
                .done();
        return this;
    }

    /** Collects a request. Setters refuse null; not for use by several threads. */
    public static final class Builder extends RequestBuilder<Builder> {
        private @Nullable DateOrTime startDate;
        private @Nullable DateOrTime endDate;
        private List<ActivityType> types = List.of();
        private @Nullable String leadId;
        private @Nullable Integer page;
        private @Nullable Integer pageSize;
        private Builder() {}

        /**
         * Where the feed begins; the server's own default shows the last 24 hours only.
         *
         * @param startDate {@code startDate} on the wire. Default: 24 hours ago. Not after {@code endDate}. At most 365
         *     days before {@code endDate} in one request; a walk takes more.
         * @return this builder
         */
        public Builder startDate(DateOrTime startDate) {
            this.startDate = Objects.requireNonNull(startDate, "startDate");
            return this;
        }

        /**
         * As {@link #startDate(DateOrTime)}.
         *
         * @param startDate a whole day
         * @return this builder
         */
        public Builder startDate(LocalDate startDate) {
            this.startDate = DateOrTime.of(Objects.requireNonNull(startDate, "startDate"));
            return this;
        }

        /**
         * As {@link #startDate(DateOrTime)}.
         *
         * @param startDate a point in time
         * @return this builder
         */
        public Builder startDate(Instant startDate) {
            this.startDate = DateOrTime.of(Objects.requireNonNull(startDate, "startDate"));
            return this;
        }

        /**
         * Where the feed ends. The vendor documents days; a walk sends it only if it is given.
         *
         * @param endDate {@code endDate} on the wire. Default: now. At most 365 days after {@code startDate} in one
         *     request; a walk takes more.
         * @return this builder
         */
        public Builder endDate(DateOrTime endDate) {
            this.endDate = Objects.requireNonNull(endDate, "endDate");
            return this;
        }

        /**
         * As {@link #endDate(DateOrTime)}.
         *
         * @param endDate a whole day
         * @return this builder
         */
        public Builder endDate(LocalDate endDate) {
            this.endDate = DateOrTime.of(Objects.requireNonNull(endDate, "endDate"));
            return this;
        }

        /**
         * As {@link #endDate(DateOrTime)}.
         *
         * @param endDate a point in time
         * @return this builder
         */
        public Builder endDate(Instant endDate) {
            this.endDate = DateOrTime.of(Objects.requireNonNull(endDate, "endDate"));
            return this;
        }

        /**
         * As {@link #types(Collection)}.
         *
         * @param types the values, each by itself; none takes back what was set
         * @return this builder
         */
        public Builder types(ActivityType... types) {
            return types(List.of(types));
        }

        /**
         * Kinds of event to deliver.
         *
         * @param types {@code type} on the wire. Default: all types.
         * @return this builder
         */
        public Builder types(Collection<? extends ActivityType> types) {
            this.types = List.copyOf(Objects.requireNonNull(types, "types"));
            return this;
        }

        /**
         * Deliver only events of this lead.
         *
         * @param leadId {@code leadId} on the wire.
         * @return this builder
         */
        public Builder leadId(String leadId) {
            this.leadId = Objects.requireNonNull(leadId, "leadId");
            return this;
        }

        /**
         * Number of the page; the first is 1.
         *
         * @param page {@code page} on the wire. Default: 1. At least 1.
         * @return this builder
         */
        public Builder page(int page) {
            this.page = page;
            return this;
        }

        /**
         * Events on a page.
         *
         * @param pageSize {@code limit} on the wire. Default: 50. 1 to 100.
         * @return this builder
         */
        public Builder pageSize(int pageSize) {
            this.pageSize = pageSize;
            return this;
        }

        /**
         * {@return the request}
         *
         * @throws InvalidRequestException naming everything missing or broken
         */
        public ActivityRequest build() {
            return new ActivityRequest(startDate, endDate, types, leadId, page, pageSize, options());
        }
    }
}
