package io.github.analytics4j.spark;

import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.json.JsonSyntaxException;
import io.github.analytics4j.json.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The texts of options, each of which is taken once; one that remains is not known. A text that is wrong is a mistake.
 *
 * @param left by normal names
 * @param mistakes sentences, which are added to
 */
record OptionTexts(Map<String, String> left, List<String> mistakes) {

    /** A name in lower case without hyphens and low lines, which do not count. */
    static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** The text of an option; null where it is not set. */
    @Nullable
    String take(String name) {
        return left.remove(normal(name));
    }

    /** The value of an option; null where it is not set, and where it is wrong, which is a mistake then. */
    <T> @Nullable T take(String name, Function<String, @Nullable T> parse, String rule) {
        String text = take(name);
        if (text == null) {
            return null;
        }
        T value = null;
        try {
            value = parse.apply(text.strip());
        } catch (DateTimeException | NumberFormatException e) {
            value = null; // said below, with the rule
        }
        if (value == null) {
            mistakes.add(name + " must be " + rule + "; was \"" + text + "\"");
        }
        return value;
    }

    /** The number of an option within bounds. */
    int takeNumber(String name, int least, int most, int fallback) {
        Integer number = take(
                name,
                text -> {
                    int given = Integer.parseInt(text);
                    return given < least || given > most ? null : (Integer) given;
                },
                "a number of " + least + " to " + most);
        return number == null ? fallback : number;
    }

    /** The choice of an option, in lower case. */
    String takeOneOf(String name, String fallback, String... choices) {
        List<String> all = List.of(choices);
        String choice = take(
                name,
                text -> all.contains(text.toLowerCase(Locale.ROOT)) ? text.toLowerCase(Locale.ROOT) : null,
                String.join(" or ", choices));
        return choice == null ? fallback : choice;
    }

    static Instant time(String text) {
        return text.indexOf('T') < 0
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    static Duration iso(String text) {
        return Duration.parse(text.toUpperCase(Locale.ROOT));
    }

    static @Nullable Duration window(String text) {
        Duration duration = iso(text);
        return duration.toSeconds() < 1 || duration.toNanosPart() != 0 || duration.toDays() > 36_500 ? null : duration;
    }

    /**
     * The values of a parameter, each once: with commas between them, or a JSON array of texts, in which a value may have a comma.
     *
     * @throws IllegalArgumentException if it begins as an array and is none
     */
    static List<String> values(Parameter parameter, String text) {
        if (!text.strip().startsWith("[")) {
            return Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .distinct()
                    .toList();
        }
        try {
            List<JsonValue> all = JsonValue.parse(text).elements();
            if (!all.isEmpty() && all.stream().allMatch(each -> each.kind() == JsonValue.Kind.STRING)) {
                return all.stream().map(JsonValue::asText).distinct().toList();
            }
        } catch (JsonSyntaxException e) {
            // said below
        }
        throw new IllegalArgumentException(parameter.name()
                + " must be values with commas between them, or a JSON array of texts, such as [\"m-1\",\"m-2\"]; was \""
                + text + "\"");
    }
}
