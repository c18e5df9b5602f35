package io.github.analytics4j.testkit.server;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the messages of the framework of two vendors (FastAPI, with pydantic) for a parameter that it cannot take. */
final class FrameworkWords {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final int DATE_LENGTH = 10;

    private FrameworkWords() {}

    /**
     * A mistake as the framework tells it.
     *
     * @param type its name for the mistake
     * @param context what it adds about the rule; empty for nothing
     */
    record Mistake(String type, String message, Map<String, ?> context) {}

    static Mistake missing() {
        return new Mistake("missing", "Field required", Map.of());
    }

    static Mistake integer() {
        return new Mistake(
                "int_parsing", "Input should be a valid integer, unable to parse string as an integer", Map.of());
    }

    /** A number below the least or above the most. */
    static Mistake range(boolean below, long least, long most) {
        return below
                ? new Mistake(
                        "greater_than_equal", "Input should be greater than or equal to " + least, Map.of("ge", least))
                : new Mistake("less_than_equal", "Input should be less than or equal to " + most, Map.of("le", most));
    }

    static Mistake choice(List<String> allowed) {
        List<String> quoted = allowed.stream().map(value -> "'" + value + "'").toList();
        String last = quoted.get(quoted.size() - 1);
        String expected = quoted.stream().limit(quoted.size() - 1L).collect(Collectors.joining(", ")) + " or " + last;
        return new Mistake("enum", "Input should be " + expected, Map.of("expected", expected));
    }

    static Mistake uuid(String error) {
        return new Mistake("uuid_parsing", "Input should be a valid UUID, " + error, Map.of("error", error));
    }

    /** It tries a date where it finds no time, and tells what is wrong with the date. */
    static Mistake time(String text) {
        String error = dateError(text);
        return new Mistake(
                "datetime_from_date_parsing",
                "Input should be a valid datetime or date, " + error,
                Map.of("error", error));
    }

    private static String dateError(String text) {
        if (NUMBER.matcher(text).matches()) {
            return text.startsWith("-")
                    ? "dates before 0000 are not supported as unix timestamps"
                    : "dates after 9999 are not supported as unix timestamps";
        }
        if (text.length() < DATE_LENGTH) {
            return "input is too short";
        }
        String form = formError(text);
        if (form != null) {
            return form;
        }
        int month = Integer.parseInt(text, 5, 7, 10);
        if (month < 1 || month > 12) {
            return "month value is outside expected range of 1-12";
        }
        int day = Integer.parseInt(text, 8, 10, 10);
        if (!YearMonth.of(Integer.parseInt(text, 0, 4, 10), month).isValidDay(day)) {
            return "day value is outside expected range";
        }
        return "unexpected extra characters at the end of the input";
    }

    private static @Nullable String formError(String text) {
        String[] parts = {"year", "month", "day"};
        int[] starts = {0, 5, 8};
        int[] ends = {4, 7, 10};
        for (int i = 0; i < parts.length; i++) {
            for (int at = starts[i]; at < ends[i]; at++) {
                if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                    return "invalid character in " + parts[i];
                }
            }
            if (i < 2 && text.charAt(ends[i]) != '-') {
                return "invalid date separator, expected `-`";
            }
        }
        return null;
    }
}
