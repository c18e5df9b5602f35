// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.client.RequestOptions;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.RequestChecks;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@link AnalyticsApi#export} asks for. Immutable; checked when it is made.
 *
 * @param fromDate When the range starts. A range is at most 120 days long. Default: seven days before now.
 * @param toDate When the range ends. Default: now.
 * @param modelId The agent to export, by the model id that its page in the dashboard shows. Default: all agents.
 * @param typeOfCall The kind of agent whose calls are counted. Default: all kinds.
 * @param options what else goes with this one request
 */
public record ExportRequest(
        @Nullable Instant fromDate,
        @Nullable Instant toDate,
        @Nullable String modelId,
        @Nullable TypeOfCall typeOfCall,
        RequestOptions options) {
    /**
     * Checks every rule the vendor states.
     *
     * @throws InvalidRequestException naming every mistake
     */
    public ExportRequest {
        RequestChecks.of("ExportRequest")
                .time("fromDate", fromDate)
                .time("toDate", toDate)
                .notBlank("modelId", modelId)
                .ordered("fromDate", fromDate, "toDate", toDate)
                .maxDays("fromDate", fromDate, "toDate", toDate, 120)
                .done();
    }

    /**
     * A request filled in by a lambda.
     *
     * @param fill sets what is wanted
     */
    public static ExportRequest of(Consumer<Builder> fill) {
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
        builder.fromDate = fromDate;
        builder.toDate = toDate;
        builder.modelId = modelId;
        builder.typeOfCall = typeOfCall;
        builder.options = options.toBuilder();
        return builder;
    }

    @Override
    public String toString() {
        return SynthflowOperations.AnalyticsExportOperation.OPERATION.describe(this);
    }

    /** Collects a request. Setters refuse null; not for use by several threads. */
    public static final class Builder {
        private @Nullable Instant fromDate;

        private @Nullable Instant toDate;

        private @Nullable String modelId;

        private @Nullable TypeOfCall typeOfCall;

        private RequestOptions.Builder options = RequestOptions.builder();

        private Builder() {}

        /**
         * When the range starts. A range is at most 120 days long. Default: seven days before now.
         *
         * @param fromDate what to send
         */
        public Builder fromDate(Instant fromDate) {
            this.fromDate = Objects.requireNonNull(fromDate, "fromDate");
            return this;
        }

        /**
         * When the range ends. Default: now.
         *
         * @param toDate what to send
         */
        public Builder toDate(Instant toDate) {
            this.toDate = Objects.requireNonNull(toDate, "toDate");
            return this;
        }

        /**
         * The agent to export, by the model id that its page in the dashboard shows. Default: all agents.
         *
         * @param modelId what to send
         */
        public Builder modelId(String modelId) {
            this.modelId = Objects.requireNonNull(modelId, "modelId");
            return this;
        }

        /**
         * The kind of agent whose calls are counted. Default: all kinds.
         *
         * @param typeOfCall what to send
         */
        public Builder typeOfCall(TypeOfCall typeOfCall) {
            this.typeOfCall = Objects.requireNonNull(typeOfCall, "typeOfCall");
            return this;
        }

        /**
         * The kind of agent whose calls are counted. Default: all kinds.
         *
         * @param typeOfCall the text on the wire
         */
        public Builder typeOfCall(String typeOfCall) {
            this.typeOfCall = TypeOfCall.of(Objects.requireNonNull(typeOfCall, "typeOfCall"));
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
        public ExportRequest build() {
            return new ExportRequest(fromDate, toDate, modelId, typeOfCall, options.build());
        }
    }
}
