package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiCatalog;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts for the user: one line each, harmless on a terminal, with the names that may have been meant. */
public final class Words {
    /** A short word, a number with its unit, a day with its time: what a key does not look like. */
    private static final Pattern NO_KEY = Pattern.compile(
            ".{0,5}|[A-Za-z]{1,10}|(?=.{1,12}$)[+-]?\\d[\\d.,_:/-]*[A-Za-z]{0,7}|\\d{4}-\\d{1,2}-\\d{1,2}[T ]?[\\d:.]{0,18}[Z\\d:+-]{0,6}");

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private Words() {}

    /** The text on one line, without what a terminal would obey. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isWhitespace(point)) {
                if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else {
                line.appendCodePoint(harmless(point));
            }
        });
        return line.toString().strip();
    }

    /** Control characters move the cursor and overwrite what stands there; direction marks turn a line around. */
    static int harmless(int point) {
        int type = Character.getType(point);
        boolean obeyed = type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
        return obeyed ? 0xFFFD : point;
    }

    /** A number with commas. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The number with its noun: {@code 1 row}, {@code 2,000 rows}. */
    static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** Reads {@code 90s}, {@code 5m}, {@code 2h}, {@code 1d} or {@code PT5M}. */
    static Duration duration(String option, String text) {
        Matcher matcher = DURATION.matcher(text.strip());
        try {
            Duration duration = matcher.matches() ? of(matcher) : Duration.parse(text.strip());
            if (!duration.isNegative() && !duration.isZero()) {
                return duration;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw CommandException.wrong(option + " takes a length of time such as 90s, 5m or 2h, was " + shown(text));
    }

    private static Duration of(Matcher matcher) {
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    /** A text that was typed, in quotes where it is near a name that may have been meant or looks like no key; else its length alone. */
    static String shown(String typed, Collection<String> known) {
        return NO_KEY.matcher(typed).matches()
                        || ApiCatalog.nearest(typed, known).isPresent()
                ? "\"" + typed + "\""
                : "*** (" + count(typed.length(), "character") + ")";
    }

    /**
     * {@return a text that was typed, in quotes where it looks like no key; else its length alone}
     *
     * @param typed what was typed
     */
    public static String shown(String typed) {
        return shown(typed, List.of());
    }

    /** {@code ; did you mean x?}, or an empty text where no name is near. */
    static String meant(String typed, List<String> known) {
        return ApiCatalog.nearest(typed, known)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    /** The text in lines of at most that many columns, broken at blanks. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : line(text).split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
