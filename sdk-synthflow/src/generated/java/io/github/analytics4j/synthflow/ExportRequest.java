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
 * The parameters of {@link AnalyticsApi#export}. Immutable; checked when it is made.
 *
 * @param fromDate When the range starts. Default: seven days before now. Not after {@code toDate}. At most 120 days
 *     before {@code toDate}.
 * @param toDate When the range ends. Default: now. At most 120 days after {@code fromDate}.
 * @param modelId The agent to export, by the model id that its page in the dashboard shows. Default: all agents.
 * @param typeOfCall The kind of agent whose calls are counted. Default: all kinds.
 * @param options its deadline, extra parameters and headers
 */
public record ExportRequest(
        @Nullable Instant fromDate,
        @Nullable Instant toDate,
        @Nullable String modelId,
        @Nullable TypeOfCall typeOfCall,
        RequestOptions options)
        implements Consumer<ExportRequest.Builder> {
    /** Refuses what breaks the vendor's rules with one {@link InvalidRequestException} naming every mistake. */
    public ExportRequest {
        RequestChecks.of("ExportRequest")
                .time("fromDate", fromDate)
                .time("toDate", toDate)
                .notBlank("modelId", modelId)
                .notBlank("typeOfCall", typeOfCall == null ? null : typeOfCall.text())
                .ordered("fromDate", fromDate, "toDate", toDate)
                .maxDays("fromDate", fromDate, "toDate", toDate, 120)
                .done();
    }

    /**
     * {@return the request that the lambda fills in; the same one if it is a request}
     *
     * @param fill a lambda that sets parameters on the builder, or a request made before
     */
    public static ExportRequest of(Consumer<Builder> fill) {
        return fill instanceof ExportRequest request
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
        builder.fromDate = fromDate;
        builder.toDate = toDate;
        builder.modelId = modelId;
        builder.typeOfCall = typeOfCall;
    }

    @Override
    public String toString() {
        return SynthflowOperations.AnalyticsExport.OPERATION.describe(this);
    }

    /** Collects a request. Setters refuse null; not for use by several threads. */
    public static final class Builder extends RequestBuilder<Builder> {
        private @Nullable Instant fromDate;
        private @Nullable Instant toDate;
        private @Nullable String modelId;
        private @Nullable TypeOfCall typeOfCall;
        private Builder() {}

        /**
         * When the range starts.
         *
         * @param fromDate {@code from_date} on the wire. Default: seven days before now. Not after {@code toDate}. At
         *     most 120 days before {@code toDate}.
         * @return this builder
         */
        public Builder fromDate(Instant fromDate) {
            this.fromDate = Objects.requireNonNull(fromDate, "fromDate");
            return this;
        }

        /**
         * When the range ends.
         *
         * @param toDate {@code to_date} on the wire. Default: now. At most 120 days after {@code fromDate}.
         * @return this builder
         */
        public Builder toDate(Instant toDate) {
            this.toDate = Objects.requireNonNull(toDate, "toDate");
            return this;
        }

        /**
         * The agent to export, by the model id that its page in the dashboard shows.
         *
         * @param modelId {@code model_id} on the wire. Default: all agents.
         * @return this builder
         */
        public Builder modelId(String modelId) {
            this.modelId = Objects.requireNonNull(modelId, "modelId");
            return this;
        }

        /**
         * The kind of agent whose calls are counted.
         *
         * @param typeOfCall {@code type_of_call} on the wire. Default: all kinds.
         * @return this builder
         */
        public Builder typeOfCall(TypeOfCall typeOfCall) {
            this.typeOfCall = Objects.requireNonNull(typeOfCall, "typeOfCall");
            return this;
        }

        /**
         * As {@link #typeOfCall(TypeOfCall)}.
         *
         * @param typeOfCall its text on the wire
         * @return this builder
         */
        public Builder typeOfCall(String typeOfCall) {
            this.typeOfCall = TypeOfCall.of(Objects.requireNonNull(typeOfCall, "typeOfCall"));
            return this;
        }

        /**
         * {@return the request}
         *
         * @throws InvalidRequestException naming everything missing or broken
         */
        public ExportRequest build() {
            return new ExportRequest(fromDate, toDate, modelId, typeOfCall, options());
        }
    }
}
