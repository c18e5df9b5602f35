package io.github.analytics4j.voisnap;

import io.github.analytics4j.error.RequestChecks;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How a report is waited for. What the vendor leaves open is a setting here, with a default that is said. */
public final class WaitOptions {
    private final Builder values;

    private WaitOptions(Builder values) {
        this.values = values;
    }

    /** {@return a builder with the defaults} */
    public static Builder builder() {
        return new Builder();
    }

    boolean isNotReady(int status) {
        return values.notReady.contains(status);
    }

    boolean isGone(int status) {
        return values.gone.contains(status);
    }

    boolean isFailed(String status) {
        return values.failed.contains(status.toLowerCase(Locale.ROOT));
    }

    Duration firstInterval() {
        return values.firstInterval;
    }

    Duration longestInterval() {
        return values.longestInterval;
    }

    /** Collects options. */
    public static final class Builder {
        private Set<Integer> notReady = Set.of(202, 404, 409, 425);
        private Set<Integer> gone = Set.of(410);
        private Set<String> failed = Set.of("failed", "error", "canceled", "cancelled", "expired");
        private Duration firstInterval = Duration.ofSeconds(5);
        private Duration longestInterval = Duration.ofSeconds(60);

        private Builder() {}

        private Builder(Builder other) {
            notReady = other.notReady;
            gone = other.gone;
            failed = other.failed;
            firstInterval = other.firstInterval;
            longestInterval = other.longestInterval;
        }

        /**
         * Sets the statuses of the download that mean "not ready yet".
         *
         * <p>404 is among them unless set because a file that has not been made is not there; it also is what a wrong id
         * brings, which shows only at the deadline, in an error that says so. A caller that knows that a report has been
         * there passes {@code gone(404, 410)}. A 200 with JSON where a file was ordered means "not ready" as well, unless
         * its {@code status} is one of {@link #failed}.
         *
         * @param statuses 202, 404, 409 and 425 unless set
         * @return this builder
         */
        public Builder notReady(int... statuses) {
            notReady = set(statuses);
            gone = without(gone, notReady);
            return this;
        }

        /**
         * Sets the statuses that mean that the report is no more.
         *
         * @param statuses 410 unless set; and 404 once it is older than 7 days
         * @return this builder
         */
        public Builder gone(int... statuses) {
            gone = set(statuses);
            notReady = without(notReady, gone);
            return this;
        }

        /**
         * Sets what a {@code status} in JSON says when the file will never be.
         *
         * @param statuses failed, error, canceled and expired unless set
         * @return this builder
         */
        public Builder failed(String... statuses) {
            failed = Arrays.stream(statuses)
                    .map(status -> status.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
            return this;
        }

        /**
         * Sets the time between the first poll of the API and the second; it doubles with each further one.
         *
         * @param interval more than nothing, at most 36,500 days; 5 seconds unless set
         * @return this builder
         */
        public Builder firstInterval(Duration interval) {
            firstInterval = positive("firstInterval", interval);
            return this;
        }

        /**
         * Sets the longest time between two polls of the API.
         *
         * <p>It is not for the storage host, which has the file once the API has said where: that host is asked after 1 second, then
         * after 2, 4 and 8, and every 10 seconds from then on, or as late as it asks for itself. Nor does it shorten what the API
         * asks for by {@code Retry-After}.
         *
         * @param interval more than nothing, at most 36,500 days; a minute unless set
         * @return this builder
         */
        public Builder longestInterval(Duration interval) {
            longestInterval = positive("longestInterval", interval);
            return this;
        }

        /** {@return the options as they are set so far} */
        public WaitOptions build() {
            return new WaitOptions(new Builder(this));
        }

        private static Duration positive(String name, Duration value) {
            Objects.requireNonNull(value, name);
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException(name + " must be positive, was " + value);
            }
            if (value.compareTo(RequestChecks.LONGEST) > 0) {
                throw new IllegalArgumentException(
                        name + " must be at most " + RequestChecks.LONGEST.toDays() + " days, was " + value);
            }
            return value;
        }

        private static Set<Integer> set(int... statuses) {
            return Arrays.stream(statuses).boxed().collect(Collectors.toUnmodifiableSet());
        }

        /** The latest word on a status counts. */
        private static Set<Integer> without(Set<Integer> all, Set<Integer> some) {
            Set<Integer> left = new TreeSet<>(all);
            left.removeAll(some);
            return left;
        }
    }
}
