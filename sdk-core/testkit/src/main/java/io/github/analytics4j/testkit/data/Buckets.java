package io.github.analytics4j.testkit.data;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A span of days cut into days, weeks or months. */
public final class Buckets {
    /** The days of a bucket, both ends part of it. */
    public record Bucket(LocalDate first, LocalDate last) {}

    private Buckets() {}

    /** Weeks count from the first day; a rest shorter than a week goes to the last one, as in Synaptiq's sample. */
    public static List<Bucket> of(LocalDate from, LocalDate to, String size) {
        List<Bucket> buckets = new ArrayList<>();
        LocalDate start = from;
        while (!start.isAfter(to)) {
            LocalDate next = next(start, size);
            boolean rest = size.equals("week") && next.plusDays(6).isAfter(to);
            LocalDate last = rest || next.isAfter(to) ? to : next.minusDays(1);
            buckets.add(new Bucket(start, last));
            start = last.plusDays(1);
        }
        return buckets;
    }

    /** The first day of the bucket that a day is in, of those that count from another one. */
    public static LocalDate start(LocalDate from, LocalDate day, String size) {
        return switch (size) {
            case "month" -> day.withDayOfMonth(1).isBefore(from) ? from : day.withDayOfMonth(1);
            case "week" -> day.minusDays(ChronoUnit.DAYS.between(from, day) % 7);
            default -> day;
        };
    }

    private static LocalDate next(LocalDate start, String size) {
        return switch (size) {
            case "month" -> start.withDayOfMonth(1).plusMonths(1);
            case "week" -> start.plusDays(7);
            default -> start.plusDays(1);
        };
    }
}
