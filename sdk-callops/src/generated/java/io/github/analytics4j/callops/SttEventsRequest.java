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
 * The parameters of {@link AnalyticsApi#sttEvents}. Immutable; checked when it is made.
 *
 * @param callSid Answer only events of this call, by the id its carrier gave it.
 * @param eventType Answer only events of this kind.
 * @param startDate Count only events from this point in time on. Not after {@code endDate}.
 * @param endDate Count only events up to this point in time.
 * @param pageSize Most events to answer. Default: 100. 1 to 500.
 * @param options its deadline, extra parameters and headers
 */
public record SttEventsRequest(
        @Nullable String callSid,
        @Nullable SttEventType eventType,
        @Nullable Instant startDate,
        @Nullable Instant endDate,
        @Nullable Integer pageSize,
        RequestOptions options)
        implements Consumer<SttEventsRequest.Builder> {
    /** Refuses what breaks the vendor's rules with one {@link InvalidRequestException} naming every mistake. */
    public SttEventsRequest {
        RequestChecks.of("SttEventsRequest")
                .notBlank("callSid", callSid)
                .notBlank("eventType", eventType == null ? null : eventType.text())
                .time("startDate", startDate)
                .time("endDate", endDate)
                .range("pageSize", pageSize, 1, 500)
                .ordered("startDate", startDate, "endDate", endDate)
                .done();
    }

    /**
     * {@return the request that the lambda fills in; the same one if it is a request}
     *
     * @param fill a lambda that sets parameters on the builder, or a request made before
     */
    public static SttEventsRequest of(Consumer<Builder> fill) {
        return fill instanceof SttEventsRequest request
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
        builder.callSid = callSid;
        builder.eventType = eventType;
        builder.startDate = startDate;
        builder.endDate = endDate;
        builder.pageSize = pageSize;
    }

    @Override
    public String toString() {
        return CallOpsOperations.AnalyticsSttEvents.OPERATION.describe(this);
    }

    /** Collects a request. Setters refuse null; not for use by several threads. */
    public static final class Builder extends RequestBuilder<Builder> {
        private @Nullable String callSid;
        private @Nullable SttEventType eventType;
        private @Nullable Instant startDate;
        private @Nullable Instant endDate;
        private @Nullable Integer pageSize;
        private Builder() {}

        /**
         * Answer only events of this call, by the id its carrier gave it.
         *
         * @param callSid {@code call_sid} on the wire.
         * @return this builder
         */
        public Builder callSid(String callSid) {
            this.callSid = Objects.requireNonNull(callSid, "callSid");
            return this;
        }

        /**
         * Answer only events of this kind.
         *
         * @param eventType {@code event_type} on the wire.
         * @return this builder
         */
        public Builder eventType(SttEventType eventType) {
            this.eventType = Objects.requireNonNull(eventType, "eventType");
            return this;
        }

        /**
         * As {@link #eventType(SttEventType)}.
         *
         * @param eventType its text on the wire
         * @return this builder
         */
        public Builder eventType(String eventType) {
            this.eventType = SttEventType.of(Objects.requireNonNull(eventType, "eventType"));
            return this;
        }

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
         * Most events to answer.
         *
         * @param pageSize {@code limit} on the wire. Default: 100. 1 to 500.
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
        public SttEventsRequest build() {
            return new SttEventsRequest(callSid, eventType, startDate, endDate, pageSize, options());
        }
    }
}
