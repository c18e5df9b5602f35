package io.github.analytics4j.client;

import io.github.analytics4j.error.RequestChecks;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The options of one request, beside the parameters of its operation.
 *
 * @param query parameters that the spec does not know
 * @param headers headers that the spec does not know; the one that carries the key cannot be set
 * @param deadline for the whole call, instead of the client's
 * @param attemptTimeout for one attempt, instead of the client's
 * @param tag the user's own, which every event of the call carries
 */
public record RequestOptions(
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable Duration deadline,
        @Nullable Duration attemptTimeout,
        @Nullable Object tag) {

    /** No options. */
    public static final RequestOptions NONE = new RequestOptions(Map.of(), Map.of(), null, null, null);

    /** Keeps its own copies, in the order given, and refuses a time that is none. */
    public RequestOptions {
        RequestChecks.of("RequestOptions")
                .positive("deadline", deadline)
                .positive("attemptTimeout", attemptTimeout)
                .done();
        query = copy(query);
        headers = copy(headers);
    }

    private static Map<String, String> copy(Map<String, String> map) {
        return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** {@return an empty builder} */
    public static Builder builder() {
        return new Builder(NONE);
    }

    /**
     * {@return the options that the lambda fills in}
     *
     * @param fill called once with an empty builder
     */
    public static RequestOptions of(Consumer<Builder> fill) {
        Builder builder = builder();
        fill.accept(builder);
        return builder.build();
    }

    /** {@return a builder that starts from these} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Names only: values may be private. */
    @Override
    public String toString() {
        return "RequestOptions[query=" + query.keySet() + ", headers=" + headers.keySet() + ", deadline=" + deadline
                + ", attemptTimeout=" + attemptTimeout + "]";
    }

    /** Collects options. */
    public static final class Builder {
        private final Map<String, String> query;
        private final Map<String, String> headers;
        private @Nullable Duration deadline;
        private @Nullable Duration attemptTimeout;
        private @Nullable Object tag;

        private Builder(RequestOptions start) {
            this.query = new LinkedHashMap<>(start.query);
            this.headers = new LinkedHashMap<>(start.headers);
            this.deadline = start.deadline;
            this.attemptTimeout = start.attemptTimeout;
            this.tag = start.tag;
        }

        /**
         * Adds a parameter that the spec does not know. One that it knows is replaced, unchecked; in a walk, that is not for
         * those that say which page it is.
         *
         * @param name its name on the wire
         * @param value its value, unencoded
         * @return this builder
         */
        public Builder extraQuery(String name, String value) {
            query.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * Adds a header that the spec does not know.
         *
         * @param name its name; not that of the header with the key
         * @param value its value, as it is to be sent
         * @return this builder
         */
        public Builder extraHeader(String name, String value) {
            headers.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * Bounds the whole call, waits included, instead of the client's deadline.
         *
         * @param deadline more than nothing, at most 36,500 days
         * @return this builder
         */
        public Builder deadline(Duration deadline) {
            this.deadline = Objects.requireNonNull(deadline, "deadline");
            return this;
        }

        /**
         * Bounds one attempt, body included, instead of the client's time-out.
         *
         * @param attemptTimeout more than nothing, at most 36,500 days
         * @return this builder
         */
        public Builder attemptTimeout(Duration attemptTimeout) {
            this.attemptTimeout = Objects.requireNonNull(attemptTimeout, "attemptTimeout");
            return this;
        }

        /**
         * Carries an object of the user's to every event of the call, as {@link ClientListener.CallInfo#tag}: a trace, a tenant, whatever
         * belongs to the caller's thread, which is not the one that hears. It is not sent and not printed.
         *
         * @param tag handed on as it is
         * @return this builder
         */
        public Builder tag(Object tag) {
            this.tag = Objects.requireNonNull(tag, "tag");
            return this;
        }

        /** {@return the options} */
        public RequestOptions build() {
            return new RequestOptions(query, headers, deadline, attemptTimeout, tag);
        }
    }
}
