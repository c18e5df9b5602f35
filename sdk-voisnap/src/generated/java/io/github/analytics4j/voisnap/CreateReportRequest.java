// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.RequestBuilder;
import io.github.analytics4j.client.RequestOptions;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.RequestChecks;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.json.JsonCodecs;
import io.github.analytics4j.json.JsonFields;
import io.github.analytics4j.json.JsonReader;
import io.github.analytics4j.json.JsonWriter;
import io.github.analytics4j.json.UnexpectedContent;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@link ReportsApi#create}. Immutable; checked when it is made.
 *
 * @param type Kind of report; the vendor names one, conversation_summary. Required.
 * @param dateFrom First day of the period; its time zone is not documented. Not after {@code dateTo}.
 * @param dateTo Last day of the period; its time zone is not documented.
 * @param agentIds Take only conversations of these agents.
 * @param format Kind of file.
 * @param includeFields Columns of the file, in the report's own words, such as conversationId or duration.
 * @param options its deadline, extra parameters and headers
 */
public record CreateReportRequest(
        String type,
        @Nullable LocalDate dateFrom,
        @Nullable LocalDate dateTo,
        List<String> agentIds,
        @Nullable ReportFormat format,
        List<String> includeFields,
        RequestOptions options)
        implements Consumer<CreateReportRequest.Builder> {
    /** Refuses what breaks the vendor's rules with one {@link InvalidRequestException} naming every mistake. */
    public CreateReportRequest {
        agentIds = List.copyOf(agentIds);
        includeFields = List.copyOf(includeFields);
        RequestChecks.of("CreateReportRequest")
                .required("type", type)
                .time("dateFrom", dateFrom)
                .time("dateTo", dateTo)
                .joined("agentIds", agentIds)
                .notBlank("format", format == null ? null : format.text())
                .elements("includeFields", includeFields)
                .ordered("dateFrom", dateFrom, "dateTo", dateTo)
                .done();
    }

    /**
     * {@return the request that the lambda fills in; the same one if it is a request}
     *
     * @param fill a lambda that sets parameters on the builder, or a request made before
     */
    public static CreateReportRequest of(Consumer<Builder> fill) {
        return fill instanceof CreateReportRequest request
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
        builder.type = type;
        builder.dateFrom = dateFrom;
        builder.dateTo = dateTo;
        builder.agentIds = agentIds;
        builder.format = format;
        builder.includeFields = includeFields;
    }

    @Override
    public String toString() {
        return VoisnapOperations.ReportsCreate.OPERATION.describe(this);
    }

    /** Collects a request. Setters refuse null; not for use by several threads. */
    public static final class Builder extends RequestBuilder<Builder> {
        private @Nullable String type;
        private @Nullable LocalDate dateFrom;
        private @Nullable LocalDate dateTo;
        private List<String> agentIds = List.of();
        private @Nullable ReportFormat format;
        private List<String> includeFields = List.of();
        private Builder() {}

        /**
         * Kind of report; the vendor names one, conversation_summary.
         *
         * @param type {@code type} on the wire. Required.
         * @return this builder
         */
        public Builder type(String type) {
            this.type = Objects.requireNonNull(type, "type");
            return this;
        }

        /**
         * First day of the period; its time zone is not documented.
         *
         * @param dateFrom {@code dateFrom} on the wire. Not after {@code dateTo}.
         * @return this builder
         */
        public Builder dateFrom(LocalDate dateFrom) {
            this.dateFrom = Objects.requireNonNull(dateFrom, "dateFrom");
            return this;
        }

        /**
         * Last day of the period; its time zone is not documented.
         *
         * @param dateTo {@code dateTo} on the wire.
         * @return this builder
         */
        public Builder dateTo(LocalDate dateTo) {
            this.dateTo = Objects.requireNonNull(dateTo, "dateTo");
            return this;
        }

        /**
         * As {@link #agentIds(Collection)}.
         *
         * @param agentIds the values, each by itself; none takes back what was set
         * @return this builder
         */
        public Builder agentIds(String... agentIds) {
            return agentIds(List.of(agentIds));
        }

        /**
         * Take only conversations of these agents.
         *
         * @param agentIds {@code agentIds} on the wire.
         * @return this builder
         */
        public Builder agentIds(Collection<? extends String> agentIds) {
            this.agentIds = List.copyOf(Objects.requireNonNull(agentIds, "agentIds"));
            return this;
        }

        /**
         * Kind of file.
         *
         * @param format {@code format} on the wire.
         * @return this builder
         */
        public Builder format(ReportFormat format) {
            this.format = Objects.requireNonNull(format, "format");
            return this;
        }

        /**
         * As {@link #format(ReportFormat)}.
         *
         * @param format its text on the wire
         * @return this builder
         */
        public Builder format(String format) {
            this.format = ReportFormat.of(Objects.requireNonNull(format, "format"));
            return this;
        }

        /**
         * As {@link #includeFields(Collection)}.
         *
         * @param includeFields the values, each by itself; none takes back what was set
         * @return this builder
         */
        public Builder includeFields(String... includeFields) {
            return includeFields(List.of(includeFields));
        }

        /**
         * Columns of the file, in the report's own words, such as conversationId or duration.
         *
         * @param includeFields {@code includeFields} on the wire.
         * @return this builder
         */
        public Builder includeFields(Collection<? extends String> includeFields) {
            this.includeFields = List.copyOf(Objects.requireNonNull(includeFields, "includeFields"));
            return this;
        }

        /**
         * {@return the request}
         *
         * @throws InvalidRequestException naming everything missing or broken
         */
        @SuppressWarnings("NullAway")
        public CreateReportRequest build() {
            // The constructor refuses what is missing.
            return new CreateReportRequest(type, dateFrom, dateTo, agentIds, format, includeFields, options());
        }
    }

    static final class Body implements JsonCodec<CreateReportRequest> {
        static final Body INSTANCE = new Body();
        private static final JsonFields FIELDS = JsonFields.of("CreateReportRequest")
                .field("type", JsonCodecs.STRING)
                .field("dateFrom", JsonCodecs.DATE)
                .field("dateTo", JsonCodecs.DATE)
                .field("agentIds", JsonCodecs.list(JsonCodecs.STRING))
                .field("format", JsonCodecs.text(ReportFormat.TYPE))
                .field("includeFields", JsonCodecs.list(JsonCodecs.STRING))
                .build();

        @Override
        public CreateReportRequest read(JsonReader in) {
            throw new UnsupportedOperationException("requests are only written");
        }

        @Override
        public void write(JsonWriter out, CreateReportRequest v) throws IOException {
            out.writeFields(
                    FIELDS,
                    UnexpectedContent.NONE,
                    v.type,
                    v.dateFrom,
                    v.dateTo,
                    v.agentIds.isEmpty() ? null : v.agentIds,
                    v.format,
                    v.includeFields.isEmpty() ? null : v.includeFields);
        }
    }
}
