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
 * What {@link AnalyticsApi#sttEvents} asks for. Immutable; checked when it is made.
 *
 * @param callSid Answer only events of this call, by the id its carrier gave it.
 * @param eventType Answer only events of this kind.
 * @param startDate Count only events from this point in time on.
 * @param endDate Count only events up to this point in time.
 * @param limit Most events to answer. Default: 100. 1 to 500.
 * @param options what else goes with this one request
 */
public record SttEventsRequest(
        @Nullable String callSid,
        @Nullable SttEventType eventType,
        @Nullable Instant startDate,
        @Nullable Instant endDate,
        @Nullable Integer limit,
        RequestOptions options) {
    /**
     * Checks every rule the vendor states.
     *
     * @throws InvalidRequestException naming every mistake
     */
    public SttEventsRequest {
        RequestChecks.of("SttEventsRequest")
                .notBlank("callSid", callSid)
                .time("startDate", startDate)
                .time("endDate", endDate)
                .range("limit", limit, 1, 500)
                .ordered("startDate", startDate, "endDate", endDate)
                .done();
    }

    /**
     * A request filled in by a lambda.
     *
     * @param fill sets what is wanted
     */
    public static SttEventsRequest of(Consumer<Builder> fill) {
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
        builder.callSid = callSid;
        builder.eventType = eventType;
        builder.startDate = startDate;
        builder.endDate = endDate;
        builder.limit = limit;
        builder.options = options.toBuilder();
        return builder;
    }

    @Override
    public String toString() {
        return CallOpsOperations.AnalyticsSttEventsOperation.OPERATION.describe(this);
    }

    /** Collects a request. Setters refuse null; not for use by several threads. */
    public static final class Builder {
        private @Nullable String callSid;

        private @Nullable SttEventType eventType;

        private @Nullable Instant startDate;

        private @Nullable Instant endDate;

        private @Nullable Integer limit;

        private RequestOptions.Builder options = RequestOptions.builder();

        private Builder() {}

        /**
         * Answer only events of this call, by the id its carrier gave it.
         *
         * @param callSid what to send
         */
        public Builder callSid(String callSid) {
            this.callSid = Objects.requireNonNull(callSid, "callSid");
            return this;
        }

        /**
         * Answer only events of this kind.
         *
         * @param eventType what to send
         */
        public Builder eventType(SttEventType eventType) {
            this.eventType = Objects.requireNonNull(eventType, "eventType");
            return this;
        }

        /**
         * Answer only events of this kind.
         *
         * @param eventType the text on the wire
         */
        public Builder eventType(String eventType) {
            this.eventType = SttEventType.of(Objects.requireNonNull(eventType, "eventType"));
            return this;
        }

        /**
         * Count only events from this point in time on.
         *
         * @param startDate what to send
         */
        public Builder startDate(Instant startDate) {
            this.startDate = Objects.requireNonNull(startDate, "startDate");
            return this;
        }

        /**
         * Count only events up to this point in time.
         *
         * @param endDate what to send
         */
        public Builder endDate(Instant endDate) {
            this.endDate = Objects.requireNonNull(endDate, "endDate");
            return this;
        }

        /**
         * Most events to answer. Default: 100. 1 to 500.
         *
         * @param limit what to send
         */
        public Builder limit(int limit) {
            this.limit = limit;
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
        public SttEventsRequest build() {
            return new SttEventsRequest(callSid, eventType, startDate, endDate, limit, options.build());
        }
    }
}
