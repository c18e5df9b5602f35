package io.github.analytics4j.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A whole day or a point in time, for parameters that take either. */
public final class DateOrTime {
    private static final LocalTime LAST_MILLI = LocalTime.of(23, 59, 59, 999_000_000);

    private final @Nullable LocalDate date;
    private final @Nullable Instant time;

    private DateOrTime(@Nullable LocalDate date, @Nullable Instant time) {
        this.date = date;
        this.time = time;
    }

    /**
     * {@return a whole day}
     *
     * @param date of no time zone; the API says which it takes
     */
    public static DateOrTime of(LocalDate date) {
        return new DateOrTime(date, null);
    }

    /**
     * {@return a point in time}
     *
     * @param time for an API that takes times, not days alone
     */
    public static DateOrTime of(Instant time) {
        return new DateOrTime(null, time);
    }

    /**
     * {@return the day that begins at a time in UTC; a point in time where none does}
     *
     * @param time such as the start of a window
     */
    public static DateOrTime startingAt(Instant time) {
        DateOrTime day = of(time.atOffset(ZoneOffset.UTC).toLocalDate());
        return day.toInstant().equals(time) ? day : of(time);
    }

    /**
     * {@return the day whose last millisecond in UTC a time is; a point in time where it is that of none}
     *
     * @param time such as the end of a window
     */
    public static DateOrTime endingAt(Instant time) {
        DateOrTime day = of(time.atOffset(ZoneOffset.UTC).toLocalDate());
        return day.latest().equals(time) ? day : of(time);
    }

    /** {@return the day, or null if this is a point in time} */
    public @Nullable LocalDate date() {
        return date;
    }

    /** {@return the point in time, or null if this is a whole day} */
    public @Nullable Instant time() {
        return time;
    }

    /** {@return the point in time, or the start of the day in UTC: for comparing} */
    public Instant toInstant() {
        return at(LocalTime.MIDNIGHT);
    }

    /** {@return the point in time, or the last millisecond of the day in UTC: for comparing an end} */
    public Instant latest() {
        return at(LAST_MILLI);
    }

    private Instant at(LocalTime ofDay) {
        return time != null ? time : Objects.requireNonNull(date).atTime(ofDay).toInstant(ZoneOffset.UTC);
    }

    /** The ISO text: {@code 2026-02-01} or {@code 2026-02-01T00:00:00Z}. */
    @Override
    public String toString() {
        return String.valueOf(date != null ? date : time);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DateOrTime that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
