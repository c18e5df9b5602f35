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
 * What {@link AnalyticsApi#funnel} asks for. Immutable; checked when it is made.
 *
 * @param startDate First day of the period. Default: 30 days ago.
 * @param endDate Last day of the period. Default: today.
 * @param channel Count only those who came over this channel.
 * @param source Count only leads from this source.
 * @param options what else goes with this one request
 */
public record FunnelRequest(
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable Channel channel,
        @Nullable LeadSource source,
        RequestOptions options) {
    /**
     * Checks every rule the vendor states.
     *
     * @throws InvalidRequestException naming every mistake
     */
    public FunnelRequest {
        RequestChecks.of("FunnelRequest")
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
    public static FunnelRequest of(Consumer<Builder> fill) {
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
        builder.channel = channel;
        builder.source = source;
        builder.options = options.toBuilder();
        return builder;
    }

    @Override
    public String toString() {
        return SynaptiqOperations.AnalyticsFunnelOperation.OPERATION.describe(this);
    }

    /** Collects a request. Setters refuse null; not for use by several threads. */
    public static final class Builder {
        private @Nullable LocalDate startDate;

        private @Nullable LocalDate endDate;

        private @Nullable Channel channel;

        private @Nullable LeadSource source;

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
         * Count only those who came over this channel.
         *
         * @param channel what to send
         */
        public Builder channel(Channel channel) {
            this.channel = Objects.requireNonNull(channel, "channel");
            return this;
        }

        /**
         * Count only those who came over this channel.
         *
         * @param channel the text on the wire
         */
        public Builder channel(String channel) {
            this.channel = Channel.of(Objects.requireNonNull(channel, "channel"));
            return this;
        }

        /**
         * Count only leads from this source.
         *
         * @param source what to send
         */
        public Builder source(LeadSource source) {
            this.source = Objects.requireNonNull(source, "source");
            return this;
        }

        /**
         * Count only leads from this source.
         *
         * @param source the text on the wire
         */
        public Builder source(String source) {
            this.source = LeadSource.of(Objects.requireNonNull(source, "source"));
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
        public FunnelRequest build() {
            return new FunnelRequest(startDate, endDate, channel, source, options.build());
        }
    }
}
