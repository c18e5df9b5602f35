package io.github.analytics4j.json;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A record as a log may show it: ids, numbers, times and words of small sets; of texts, lists and free JSON, which may be
 * private, their sizes. What did not arrive is left out.
 */
final class RecordText {
    private static final int LONGEST_ID = 100;

    private RecordText() {}

    static String of(JsonFields fields, Unexpected unexpected, @Nullable Object... values) {
        StringJoiner text = new StringJoiner(", ", fields.recordName() + "[", "]");
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null && unexpected.arrived(i) && !unexpected.wasNull(i)) {
                String name = fields.name(i, false);
                text.add(camel(name) + "=" + shown(name, value));
            }
        }
        int deviations = unexpected.deviations().size();
        if (deviations > 0) {
            text.add(count(deviations, "deviation", "deviations"));
        }
        return text.toString();
    }

    private static String shown(String name, Object value) {
        if (value instanceof String text) {
            return isId(name) && text.length() <= LONGEST_ID ? text : size(text.length());
        } else if (value instanceof TextValue text) {
            return isWord(text.text()) ? text.text() : size(text.text().length());
        } else if (value instanceof Collection<?> list) {
            return count(list.size(), "element", "elements");
        } else if (value instanceof Map<?, ?> map) {
            return count(map.size(), "entry", "entries");
        } else if (value instanceof JsonValue json) {
            return "JSON of " + size(json.json().length());
        }
        return value.toString(); // a number, a time, or another record
    }

    private static String size(int length) {
        return count(length, "character", "characters");
    }

    private static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static boolean isId(String name) {
        return name.toLowerCase(Locale.ROOT).equals("id") || name.endsWith("_id") || name.endsWith("Id");
    }

    /** What a server sends in an open set may be anything; a word, a range or a day has neither blanks nor long numbers. */
    private static boolean isWord(String text) {
        return text.matches("[A-Za-z0-9_.:<>=/-]{1,40}") && !text.matches(".*\\d{6}.*");
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_' && i + 1 < name.length()) {
                i++;
                camel.append(Character.toUpperCase(name.charAt(i)));
            } else {
                camel.append(c);
            }
        }
        return camel.toString();
    }
}
