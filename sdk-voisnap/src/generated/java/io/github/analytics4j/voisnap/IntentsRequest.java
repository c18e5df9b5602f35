// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.RequestOptions;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.RequestChecks;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@link AnalyticsApi#intents} asks for. Immutable; checked when it is made.
 *
 * @param agentId Count only conversations of this agent.
 * @param dateFrom First day of the period.
 * @param dateTo Last day of the period.
 * @param limit Most intents to answer; the vendor states neither a default nor a maximum. At least 1.
 * @param options what else goes with this one request
 */
public record IntentsRequest(
        @Nullable String agentId,
        @Nullable LocalDate dateFrom,
        @Nullable LocalDate dateTo,
        @Nullable Integer limit,
        RequestOptions options) {
    /**
     * Checks every rule the vendor states.
     *
     * @throws InvalidRequestException naming every mistake
     */
    public IntentsRequest {
        RequestChecks.of("IntentsRequest")
                .notBlank("agentId", agentId)
                .time("dateFrom", dateFrom)
                .time("dateTo", dateTo)
                .min("limit", limit, 1)
                .ordered("dateFrom", dateFrom, "dateTo", dateTo)
                .done();
    }

    /**
     * A request filled in by a lambda.
     *
     * @param fill sets what is wanted
     */
    public static IntentsRequest of(Consumer<Builder> fill) {
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
        builder.agentId = agentId;
        builder.dateFrom = dateFrom;
        builder.dateTo = dateTo;
        builder.limit = limit;
        builder.options = options.toBuilder();
        return builder;
    }

    @Override
    public String toString() {
        return VoisnapOperations.AnalyticsIntentsOperation.OPERATION.describe(this);
    }

    /** Collects a request. Setters refuse null; not for use by several threads. */
    public static final class Builder {
        private @Nullable String agentId;

        private @Nullable LocalDate dateFrom;

        private @Nullable LocalDate dateTo;

        private @Nullable Integer limit;

        private RequestOptions.Builder options = RequestOptions.builder();

        private Builder() {}

        /**
         * Count only conversations of this agent.
         *
         * @param agentId what to send
         */
        public Builder agentId(String agentId) {
            this.agentId = Objects.requireNonNull(agentId, "agentId");
            return this;
        }

        /**
         * First day of the period.
         *
         * @param dateFrom what to send
         */
        public Builder dateFrom(LocalDate dateFrom) {
            this.dateFrom = Objects.requireNonNull(dateFrom, "dateFrom");
            return this;
        }

        /**
         * Last day of the period.
         *
         * @param dateTo what to send
         */
        public Builder dateTo(LocalDate dateTo) {
            this.dateTo = Objects.requireNonNull(dateTo, "dateTo");
            return this;
        }

        /**
         * Most intents to answer; the vendor states neither a default nor a maximum. At least 1.
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
        public IntentsRequest build() {
            return new IntentsRequest(agentId, dateFrom, dateTo, limit, options.build());
        }
    }
}
