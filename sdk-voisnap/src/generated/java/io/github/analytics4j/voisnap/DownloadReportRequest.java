// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.RequestBuilder;
import io.github.analytics4j.client.RequestOptions;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.RequestChecks;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@link ReportsApi#download}. Immutable; checked when it is made.
 *
 * @param reportId The report to fetch. Required.
 * @param options its deadline, extra parameters and headers
 */
public record DownloadReportRequest(String reportId, RequestOptions options)
        implements Consumer<DownloadReportRequest.Builder> {
    /** Refuses what breaks the vendor's rules with one {@link InvalidRequestException} naming every mistake. */
    public DownloadReportRequest {
        RequestChecks.of("DownloadReportRequest").required("reportId", reportId).done();
    }

    /**
     * {@return the request that the lambda fills in; the same one if it is a request}
     *
     * @param fill a lambda that sets parameters on the builder, or a request made before
     */
    public static DownloadReportRequest of(Consumer<Builder> fill) {
        return fill instanceof DownloadReportRequest request
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
        builder.reportId = reportId;
    }

    @Override
    public String toString() {
        return VoisnapOperations.ReportsDownload.OPERATION.describe(this);
    }

    /** Collects a request. Setters refuse null; not for use by several threads. */
    public static final class Builder extends RequestBuilder<Builder> {
        private @Nullable String reportId;
        private Builder() {}

        /**
         * The report to fetch.
         *
         * @param reportId {@code reportId} on the wire. Required.
         * @return this builder
         */
        public Builder reportId(String reportId) {
            this.reportId = Objects.requireNonNull(reportId, "reportId");
            return this;
        }

        /**
         * {@return the request}
         *
         * @throws InvalidRequestException naming everything missing or broken
         */
        @SuppressWarnings("NullAway")
        public DownloadReportRequest build() {
            // The constructor refuses what is missing.
            return new DownloadReportRequest(reportId, options());
        }
    }
}
