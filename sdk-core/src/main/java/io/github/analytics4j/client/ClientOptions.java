package io.github.analytics4j.client;

import io.github.analytics4j.error.RequestChecks;
import io.github.analytics4j.json.JsonLimits;
import io.github.analytics4j.retry.RateLimiter;
import io.github.analytics4j.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The options that clients derived from one another may have of their own. Immutable.
 *
 * @param attemptTimeout for one attempt, body included; 30 s unless set
 * @param deadline for a whole call, waits included; 2 min unless set, null for none
 * @param retry how often and how patiently a request is sent again
 * @param strict whether everything that the spec did not foresee is a failure
 * @param listeners hear what calls do
 * @param rateLimiter keeps within a vendor's limit; null for none
 * @param limits how large a response may be
 */
public record ClientOptions(
        Duration attemptTimeout,
        @Nullable Duration deadline,
        RetryPolicy retry,
        boolean strict,
        List<ClientListener> listeners,
        @Nullable RateLimiter rateLimiter,
        ResponseLimits limits) {

    /** The options of a client unless they are set. */
    public static final ClientOptions DEFAULT = new ClientOptions(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            RetryPolicy.DEFAULT,
            false,
            List.of(),
            null,
            ResponseLimits.DEFAULT);

    /** Keeps its own copy of the listeners. */
    public ClientOptions {
        listeners = List.copyOf(listeners);
        RequestChecks.of("ClientOptions")
                .positive("attemptTimeout", attemptTimeout)
                .positive("deadline", deadline)
                .done();
    }

    /** {@return a builder that starts from these} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Collects options. */
    public static final class Builder {
        private Duration attemptTimeout;
        private @Nullable Duration deadline;
        private RetryPolicy retry;
        private boolean strict;
        private final List<ClientListener> listeners;
        private @Nullable RateLimiter rateLimiter;
        private ResponseLimits limits;

        private Builder(ClientOptions start) {
            this.attemptTimeout = start.attemptTimeout;
            this.deadline = start.deadline;
            this.retry = start.retry;
            this.strict = start.strict;
            this.listeners = new ArrayList<>(start.listeners);
            this.rateLimiter = start.rateLimiter;
            this.limits = start.limits;
        }

        /**
         * Bounds one attempt, body included.
         *
         * @param timeout more than nothing, at most 36,500 days
         * @return this builder
         */
        public Builder attemptTimeout(Duration timeout) {
            this.attemptTimeout = Objects.requireNonNull(timeout, "timeout");
            return this;
        }

        /**
         * Bounds a whole call, waits included.
         *
         * @param deadline more than nothing, at most 36,500 days
         * @return this builder
         */
        public Builder deadline(Duration deadline) {
            this.deadline = Objects.requireNonNull(deadline, "deadline");
            return this;
        }

        /**
         * Lets a call take as long as its attempts and waits take.
         *
         * @return this builder
         */
        public Builder noDeadline() {
            this.deadline = null;
            return this;
        }

        /**
         * Sets how often and how patiently a request is sent again.
         *
         * @param policy {@link RetryPolicy#NONE} for never
         * @return this builder
         */
        public Builder retry(RetryPolicy policy) {
            this.retry = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Sets whether everything that the spec did not foresee is a failure.
         *
         * @param strict whether it is
         * @return this builder
         */
        public Builder strict(boolean strict) {
            this.strict = strict;
            return this;
        }

        /**
         * Adds a listener that hears what calls do.
         *
         * @param listener called after those that are there
         * @return this builder
         */
        public Builder listener(ClientListener listener) {
            this.listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Keeps within a vendor's limit.
         *
         * @param limiter the same for every client of a key, since vendors count by key
         * @return this builder
         */
        public Builder rateLimit(RateLimiter limiter) {
            this.rateLimiter = Objects.requireNonNull(limiter, "limiter");
            return this;
        }

        /**
         * Sets how large a response may be.
         *
         * @param limits over which a response is refused before it costs memory
         * @return this builder
         */
        public Builder limits(ResponseLimits limits) {
            this.limits = Objects.requireNonNull(limits, "limits");
            return this;
        }

        /** {@return the options} */
        public ClientOptions build() {
            return new ClientOptions(attemptTimeout, deadline, retry, strict, listeners, rateLimiter, limits);
        }
    }

    /**
     * How large a response may be. One that is over a limit ends as an
     * {@link io.github.analytics4j.error.UnreadableResponseException} before it costs memory.
     *
     * @param maxBytes the body, after decompression; the one limit of bytes, which also stands in {@code json}
     * @param maxHeaders the number of headers
     * @param maxHeaderBytes names and values of all headers; more than 262,144 bytes cannot be read, whatever this allows
     * @param json nesting, strings and elements
     */
    public record ResponseLimits(long maxBytes, int maxHeaders, int maxHeaderBytes, JsonLimits json) {

        /** 32 MiB of body, 200 headers, 64 KiB of headers: all far over the size of real responses. */
        public static final ResponseLimits DEFAULT = new ResponseLimits(32L << 20, 200, 64 << 10, JsonLimits.DEFAULT);

        /** Refuses limits that no response could meet. */
        public ResponseLimits {
            Objects.requireNonNull(json, "json");
            if (maxBytes < 1 || maxHeaders < 1 || maxHeaderBytes < 1) {
                throw new IllegalArgumentException("ResponseLimits: every limit must be at least 1");
            }
            json = json.maxDocumentBytes(maxBytes);
        }

        /**
         * {@return the same with another greatest length of a body}
         *
         * @param bytes after decompression, at least 1
         */
        public ResponseLimits maxBytes(long bytes) {
            return new ResponseLimits(bytes, maxHeaders, maxHeaderBytes, json);
        }

        /**
         * {@return the same with another greatest number of headers}
         *
         * @param headers at least 1
         */
        public ResponseLimits maxHeaders(int headers) {
            return new ResponseLimits(maxBytes, headers, maxHeaderBytes, json);
        }

        /**
         * {@return the same with another greatest length of all headers}
         *
         * @param bytes names and values of all together, at least 1; more than 262,144 cannot be read, whatever this allows
         */
        public ResponseLimits maxHeaderBytes(int bytes) {
            return new ResponseLimits(maxBytes, maxHeaders, bytes, json);
        }

        /**
         * {@return the same with other limits of nesting, strings and elements}
         *
         * @param limits their {@code maxDocumentBytes} does not count, {@link #maxBytes} does
         */
        public ResponseLimits json(JsonLimits limits) {
            return new ResponseLimits(maxBytes, maxHeaders, maxHeaderBytes, limits);
        }
    }
}
