package io.github.analytics4j.error;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects every mistake of a request and refuses it once: {@code ListCallsRequest: modelId is missing; limit must be
 * 1..100, was 500}.
 *
 * <p>A value that is null was not set and passes every check but {@link #required}.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class RequestChecks {
    /** The longest time any setting takes, a hundred years: three of them overflow what counts in nanoseconds. */
    public static final Duration LONGEST = Duration.ofDays(36_500);

    // in seconds, for the formatter that would parse them is a hundred classes, which every start would load
    private static final Instant FIRST = Instant.ofEpochSecond(-62_135_596_800L); // 0001-01-01T00:00:00Z
    private static final Instant BEHIND_LAST = Instant.ofEpochSecond(253_402_300_800L); // +10000-01-01T00:00:00Z

    private final String request;
    private final List<String> mistakes = new ArrayList<>(0);

    private RequestChecks(String request) {
        this.request = request;
    }

    /** Checks for a request of this name. */
    public static RequestChecks of(String request) {
        return new RequestChecks(request);
    }

    /** The value must be there, and be more than blanks or an empty list. */
    public RequestChecks required(String name, @Nullable Object value) {
        return value == null ? mistake(name + " is missing") : notBlank(name, value);
    }

    /** If it is there, the value must be more than blanks or an empty list. */
    public RequestChecks notBlank(String name, @Nullable Object value) {
        if (value instanceof CharSequence text && text.toString().isBlank()) {
            return mistake(name + " is blank");
        }
        return value instanceof Collection<?> many && many.isEmpty() ? mistake(name + " is empty") : this;
    }

    /** No element of the list may be blank. */
    public RequestChecks elements(String name, Collection<?> values) {
        int index = 0;
        for (Object value : values) {
            notBlank(name + "[" + index++ + "]", value.toString());
        }
        return this;
    }

    /** No element of the list may be blank or hold a comma, which would make two of it on the wire. */
    public RequestChecks joined(String name, Collection<?> values) {
        int index = 0;
        for (Object value : values) {
            check(value.toString().indexOf(',') < 0, name + "[" + index++ + "] has a comma; give each value by itself");
        }
        return elements(name, values);
    }

    /** Both bounds are allowed values. */
    public RequestChecks range(String name, @Nullable Number value, long min, long max) {
        return value == null || (value.doubleValue() >= min && value.doubleValue() <= max)
                ? this
                : mistake(name + " must be " + min + ".." + max + ", was " + value);
    }

    /** The bound is an allowed value. */
    public RequestChecks min(String name, @Nullable Number value, long min) {
        return value == null || value.doubleValue() >= min
                ? this
                : mistake(name + " must be at least " + min + ", was " + value);
    }

    /** The bound is an allowed value. */
    public RequestChecks max(String name, @Nullable Number value, long max) {
        return value == null || value.doubleValue() <= max
                ? this
                : mistake(name + " must be at most " + max + ", was " + value);
    }

    /** The first must not be greater or later than the second. */
    public <T extends Comparable<? super T>> RequestChecks ordered(
            String lowName, @Nullable T low, String highName, @Nullable T high) {
        if (low == null || high == null || low.compareTo(high) <= 0) {
            return this;
        }
        String beyond = low instanceof Number ? "greater than" : "after";
        return mistake(lowName + " must not be " + beyond + " " + highName + ", was " + low + " against " + high);
    }

    /** The two must not lie further apart than this many days; exactly as many are allowed. */
    public RequestChecks maxDays(
            String fromName, @Nullable Temporal from, String toName, @Nullable Temporal to, int days) {
        String found = from == null || to == null ? null : moreDays(from, to, days);
        return found == null
                ? this
                : mistake(fromName + " to " + toName + " must be at most " + days + " days, was " + found);
    }

    /** As {@link #maxDays}, for a single request: what is named as the walk asks for a longer range in parts. */
    public RequestChecks maxDaysAtOnce(
            String fromName, @Nullable Temporal from, String toName, @Nullable Temporal to, int days, String walk) {
        String found = from == null || to == null ? null : moreDays(from, to, days);
        return found == null
                ? this
                : mistake(fromName + " to " + toName + " must be at most " + days + " days in one request, was " + found
                        + ": read the rows of " + walk + ", which walks a longer range in parts, from its first page");
    }

    private static @Nullable String moreDays(Temporal from, Temporal to, int days) {
        Duration span = Duration.between(instant(from), instant(to));
        if (span.compareTo(Duration.ofDays(days)) <= 0) {
            return null;
        }
        boolean whole = span.equals(Duration.ofDays(span.toDays()));
        return (whole ? "" : "more than ") + span.toDays();
    }

    /** A day or an instant must lie in the years 1 to 9999: what no text on the wire and no sum can hold is refused here. */
    public RequestChecks time(String name, @Nullable Temporal time) {
        if (time == null) {
            return this;
        }
        Instant at = instant(time);
        return at.isBefore(FIRST) || !at.isBefore(BEHIND_LAST)
                ? mistake(name + " must be in the years 1 to 9999, was " + time)
                : this;
    }

    /** The time must be more than zero and at most {@link #LONGEST}. */
    public RequestChecks positive(String name, @Nullable Duration value) {
        return value == null || (!value.isNegative() && !value.isZero())
                ? longest(name, value)
                : mistake(name + " must be more than nothing, was " + value);
    }

    private RequestChecks longest(String name, @Nullable Duration value) {
        return value == null || value.compareTo(LONGEST) <= 0
                ? this
                : mistake(name + " must be at most " + LONGEST.toDays() + " days, was " + value);
    }

    /** Adds a mistake of the caller's own wording unless the condition holds. */
    public RequestChecks check(boolean holds, String mistake) {
        return holds ? this : mistake(mistake);
    }

    /** Throws when a mistake was found. */
    public void done() {
        if (!mistakes.isEmpty()) {
            throw new InvalidRequestException(request, mistakes);
        }
    }

    private RequestChecks mistake(String mistake) {
        mistakes.add(mistake);
        return this;
    }

    private static Instant instant(Temporal time) {
        return time instanceof LocalDate date
                ? date.atStartOfDay(ZoneOffset.UTC).toInstant()
                : Instant.from(time);
    }
}
