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
 * The parameters of {@link AnalyticsApi#funnel}. Immutable; checked when it is made.
 *
 * @param startDate First day of the period; its time zone is not documented. Default: 30 days ago. Not after
 *     {@code endDate}. At most 365 days before {@code endDate}.
 * @param endDate Last day of the period; its time zone is not documented. Default: today. At most 365 days after
 *     {@code startDate}.
 * @param channel Count only those who came over this channel.
 * @param source Count only leads from this source.
 * @param options its deadline, extra parameters and headers
 */
public record FunnelRequest(
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable Channel channel,
        @Nullable LeadSource source,
        RequestOptions options)
        implements Consumer<FunnelRequest.Builder> {
    /** Refuses what breaks the vendor's rules with one {@link InvalidRequestException} naming every mistake. */
    public FunnelRequest {
        RequestChecks.of("FunnelRequest")
                .time("startDate", startDate)
                .time("endDate", endDate)
                .notBlank("channel", channel == null ? null : channel.text())
                .notBlank("source", source == null ? null : source.text())
                .ordered("startDate", startDate, "endDate", endDate)
                .maxDays("startDate", startDate, "endDate", endDate, 365)
                .done();
    }

    /**
     * {@return the request that the lambda fills in; the same one if it is a request}
     *
     * @param fill a lambda that sets parameters on the builder, or a request made before
     */
    public static FunnelRequest of(Consumer<Builder> fill) {
        return fill instanceof FunnelRequest request
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
        builder.channel = channel;
        builder.source = source;
    }

    @Override
    public String toString() {
        return SynaptiqOperations.AnalyticsFunnel.OPERATION.describe(this);
    }

    /** Collects a request. Setters refuse null; not for use by several threads. */
    public static final class Builder extends RequestBuilder<Builder> {
        private @Nullable LocalDate startDate;
        private @Nullable LocalDate endDate;
        private @Nullable Channel channel;
        private @Nullable LeadSource source;
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
         * Count only those who came over this channel.
         *
         * @param channel {@code channel} on the wire.
         * @return this builder
         */
        public Builder channel(Channel channel) {
            this.channel = Objects.requireNonNull(channel, "channel");
            return this;
        }

        /**
         * As {@link #channel(Channel)}.
         *
         * @param channel its text on the wire
         * @return this builder
         */
        public Builder channel(String channel) {
            this.channel = Channel.of(Objects.requireNonNull(channel, "channel"));
            return this;
        }

        /**
         * Count only leads from this source.
         *
         * @param source {@code source} on the wire.
         * @return this builder
         */
        public Builder source(LeadSource source) {
            this.source = Objects.requireNonNull(source, "source");
            return this;
        }

        /**
         * As {@link #source(LeadSource)}.
         *
         * @param source its text on the wire
         * @return this builder
         */
        public Builder source(String source) {
            this.source = LeadSource.of(Objects.requireNonNull(source, "source"));
            return this;
        }

        /**
         * {@return the request}
         *
         * @throws InvalidRequestException naming everything missing or broken
         */
        public FunnelRequest build() {
            return new FunnelRequest(startDate, endDate, channel, source, options());
        }
    }
}
