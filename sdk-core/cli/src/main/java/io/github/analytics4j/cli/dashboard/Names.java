package io.github.analytics4j.cli.dashboard;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values that name something, as people read them. */
final class Names {
    private static final String HOURS = "hours";
    private static final String WEEKDAYS = "weekdays";

    private Names() {}

    /** All names that a column of hours or weekdays can have; none of another column. */
    static List<String> domain(@Nullable String as) {
        if (HOURS.equals(as)) {
            List<String> hours = new ArrayList<>();
            for (int hour = 0; hour < 24; hour++) {
                hours.add(hour(hour));
            }
            return hours;
        }
        return WEEKDAYS.equals(as)
                ? Arrays.stream(DayOfWeek.values()).map(Names::weekday).toList()
                : List.of();
    }

    /**
     * The name of one value. White space and control characters become single spaces, lower-case words that an API joins are
     * put apart, and a range of numbers gets its dash.
     */
    static String of(@Nullable String as, @Nullable Object value) {
        if (value == null) {
            return "(none)";
        }
        if (HOURS.equals(as) && value instanceof Number hour) {
            return hour(hour.intValue());
        }
        if (WEEKDAYS.equals(as)) {
            return day(value);
        }
        String text = value.toString()
                .replaceAll("[\\s\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ")
                .strip();
        if (text.matches("[a-z]+([_-][a-z]+)+")) {
            return text.replaceAll("[_-]", " ");
        }
        return text.matches("[0-9.]+-[0-9.]+") ? text.replace('-', '–') : text;
    }

    private static String hour(int hour) {
        return String.format(Locale.ROOT, "%02d:00", hour);
    }

    private static String day(Object value) {
        if (value instanceof Number number && number.intValue() >= 0 && number.intValue() < 7) {
            return weekday(DayOfWeek.of(number.intValue() + 1));
        }
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equalsIgnoreCase(value.toString()))
                .findFirst()
                .map(Names::weekday)
                .orElse(value.toString());
    }

    private static String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
