// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.client.RequestBuilder;
import io.github.analytics4j.client.RequestOptions;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.RequestChecks;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@link CallsApi#list}. Immutable; checked when it is made.
 *
 * @param modelId The agent whose calls are listed, by its model id. Required.
 * @param pageSize How many calls a page holds at most. Unit: calls. Default: 20. 1 to 100.
 * @param offset The index of the first call of the page, counted from 0. Unit: calls. Default: 0. At least 0.
 * @param fromDate Calls that started at this instant or later. Unit: milliseconds since the epoch on the wire. Not
 *     after {@code toDate}.
 * @param toDate Calls that ended before this instant, which is exclusive. A call in progress has no end and is left
 *     out; without this parameter it is listed. To select calls by when they began, leave it out and compare the start
 *     time yourself. A walk sends it only if it is given, or if the walk is told to end now. Unit: milliseconds since
 *     the epoch on the wire.
 * @param callStatus Calls in this status.
 * @param durationMin Calls that lasted this long or longer. Unit: seconds. At least 0. Not above {@code durationMax}.
 * @param durationMax Calls that lasted this long or shorter. Unit: seconds. At least 0.
 * @param leadPhoneNumber Calls from or to this number, best given in E.164 form, as in +14155552671; its plus is
 *     escaped when sent.
 * @param options its deadline, extra parameters and headers
 */
public record ListCallsRequest(
        String modelId,
        @Nullable Integer pageSize,
        @Nullable Long offset,
        @Nullable Instant fromDate,
        @Nullable Instant toDate,
        @Nullable CallStatus callStatus,
        @Nullable Long durationMin,
        @Nullable Long durationMax,
        @Nullable String leadPhoneNumber,
        RequestOptions options)
        implements Consumer<ListCallsRequest.Builder> {
    /** Refuses what breaks the vendor's rules with one {@link InvalidRequestException} naming every mistake. */
    public ListCallsRequest {
        RequestChecks.of("ListCallsRequest")
                .required("modelId", modelId)
                .range("pageSize", pageSize, 1, 100)
                .min("offset", offset, 0)
                .time("fromDate", fromDate)
                .time("toDate", toDate)
                .notBlank("callStatus", callStatus == null ? null : callStatus.text())
                .min("durationMin", durationMin, 0)
                .min("durationMax", durationMax, 0)
                .notBlank("leadPhoneNumber", leadPhoneNumber)
                .ordered("fromDate", fromDate, "toDate", toDate)
                .ordered("durationMin", durationMin, "durationMax", durationMax)
                .done();
    }

    /**
     * {@return the request that the lambda fills in; the same one if it is a request}
     *
     * @param fill a lambda that sets parameters on the builder, or a request made before
     */
    public static ListCallsRequest of(Consumer<Builder> fill) {
        return fill instanceof ListCallsRequest request
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
        builder.modelId = modelId;
        builder.pageSize = pageSize;
        builder.offset = offset;
        builder.fromDate = fromDate;
        builder.toDate = toDate;
        builder.callStatus = callStatus;
        builder.durationMin = durationMin;
        builder.durationMax = durationMax;
        builder.leadPhoneNumber = leadPhoneNumber;
    }

    @Override
    public String toString() {
        return SynthflowOperations.CallsList.OPERATION.describe(this);
    }

    /** Collects a request. Setters refuse null; not for use by several threads. */
    public static final class Builder extends RequestBuilder<Builder> {
        private @Nullable String modelId;
        private @Nullable Integer pageSize;
        private @Nullable Long offset;
        private @Nullable Instant fromDate;
        private @Nullable Instant toDate;
        private @Nullable CallStatus callStatus;
        private @Nullable Long durationMin;
        private @Nullable Long durationMax;
        private @Nullable String leadPhoneNumber;
        private Builder() {}

        /**
         * The agent whose calls are listed, by its model id.
         *
         * @param modelId {@code model_id} on the wire. Required.
         * @return this builder
         */
        public Builder modelId(String modelId) {
            this.modelId = Objects.requireNonNull(modelId, "modelId");
            return this;
        }

        /**
         * How many calls a page holds at most.
         *
         * @param pageSize {@code limit} on the wire. Unit: calls. Default: 20. 1 to 100.
         * @return this builder
         */
        public Builder pageSize(int pageSize) {
            this.pageSize = pageSize;
            return this;
        }

        /**
         * The index of the first call of the page, counted from 0.
         *
         * @param offset {@code offset} on the wire. Unit: calls. Default: 0. At least 0.
         * @return this builder
         */
        public Builder offset(long offset) {
            this.offset = offset;
            return this;
        }

        /**
         * Calls that started at this instant or later.
         *
         * @param fromDate {@code from_date} on the wire. Unit: milliseconds since the epoch on the wire. Not after
         *     {@code toDate}.
         * @return this builder
         */
        public Builder fromDate(Instant fromDate) {
            this.fromDate = Objects.requireNonNull(fromDate, "fromDate");
            return this;
        }

        /**
         * Calls that ended before this instant, which is exclusive. A call in progress has no end and is left out;
         * without this parameter it is listed. To select calls by when they began, leave it out and compare the start
         * time yourself. A walk sends it only if it is given, or if the walk is told to end now.
         *
         * @param toDate {@code to_date} on the wire. Unit: milliseconds since the epoch on the wire.
         * @return this builder
         */
        public Builder toDate(Instant toDate) {
            this.toDate = Objects.requireNonNull(toDate, "toDate");
            return this;
        }

        /**
         * Calls in this status.
         *
         * @param callStatus {@code call_status} on the wire.
         * @return this builder
         */
        public Builder callStatus(CallStatus callStatus) {
            this.callStatus = Objects.requireNonNull(callStatus, "callStatus");
            return this;
        }

        /**
         * As {@link #callStatus(CallStatus)}.
         *
         * @param callStatus its text on the wire
         * @return this builder
         */
        public Builder callStatus(String callStatus) {
            this.callStatus = CallStatus.of(Objects.requireNonNull(callStatus, "callStatus"));
            return this;
        }

        /**
         * Calls that lasted this long or longer.
         *
         * @param durationMin {@code duration_min} on the wire. Unit: seconds. At least 0. Not above
         *     {@code durationMax}.
         * @return this builder
         */
        public Builder durationMin(long durationMin) {
            this.durationMin = durationMin;
            return this;
        }

        /**
         * Calls that lasted this long or shorter.
         *
         * @param durationMax {@code duration_max} on the wire. Unit: seconds. At least 0.
         * @return this builder
         */
        public Builder durationMax(long durationMax) {
            this.durationMax = durationMax;
            return this;
        }

        /**
         * Calls from or to this number, best given in E.164 form, as in +14155552671; its plus is escaped when sent.
         *
         * @param leadPhoneNumber {@code lead_phone_number} on the wire.
         * @return this builder
         */
        public Builder leadPhoneNumber(String leadPhoneNumber) {
            this.leadPhoneNumber = Objects.requireNonNull(leadPhoneNumber, "leadPhoneNumber");
            return this;
        }

        /**
         * {@return the request}
         *
         * @throws InvalidRequestException naming everything missing or broken
         */
        @SuppressWarnings("NullAway")
        public ListCallsRequest build() {
            // The constructor refuses what is missing.
            return new ListCallsRequest(
                    modelId,
                    pageSize,
                    offset,
                    fromDate,
                    toDate,
                    callStatus,
                    durationMin,
                    durationMax,
                    leadPhoneNumber,
                    options());
        }
    }
}
