// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.RequestOptions;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.RequestChecks;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@link ReportsApi#download} asks for. Immutable; checked when it is made.
 *
 * @param reportId The report to fetch. Required.
 * @param options what else goes with this one request
 */
public record DownloadReportRequest(String reportId, RequestOptions options) {
    /**
     * Checks every rule the vendor states.
     *
     * @throws InvalidRequestException naming every mistake
     */
    public DownloadReportRequest {
        RequestChecks.of("DownloadReportRequest").required("reportId", reportId).done();
    }

    /**
     * A request filled in by a lambda.
     *
     * @param fill sets what is wanted
     */
    public static DownloadReportRequest of(Consumer<Builder> fill) {
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
        builder.reportId = reportId;
        builder.options = options.toBuilder();
        return builder;
    }

    @Override
    public String toString() {
        return VoisnapOperations.ReportsDownloadOperation.OPERATION.describe(this);
    }

    /** Collects a request. Setters refuse null; not for use by several threads. */
    public static final class Builder {
        private @Nullable String reportId;

        private RequestOptions.Builder options = RequestOptions.builder();

        private Builder() {}

        /**
         * The report to fetch. Required.
         *
         * @param reportId what to send
         */
        public Builder reportId(String reportId) {
            this.reportId = Objects.requireNonNull(reportId, "reportId");
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
        @SuppressWarnings("NullAway")
        public DownloadReportRequest build() {
            // The constructor refuses what is missing.
            return new DownloadReportRequest(reportId, options.build());
        }
    }
}
