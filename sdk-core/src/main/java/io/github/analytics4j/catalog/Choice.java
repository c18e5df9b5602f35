package io.github.analytics4j.catalog;

import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.json.TextValue;
import java.util.Arrays;
import java.util.List;

/**
 * A known value of a parameter or column. A vendor may add others, so a column can hold a text that is not among its choices.
 *
 * @param value the text on the wire
 * @param meaning what it means, in a sentence; empty where the name says it
 */
public record Choice(String value, String meaning) {

    /**
     * The known values of an open enum, whose texts say what they mean.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public static List<Choice> of(TextValue.Type<?> type) {
        return of(type.texts().toArray(new String[0]));
    }

    /**
     * Choices, each a value and, behind its last line end, the meaning if there is one; called by generated code.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public static List<Choice> of(String... values) {
        return Arrays.stream(values).map(Choice::parse).toList();
    }

    private static Choice parse(String text) {
        int end = text.lastIndexOf('\n');
        return end < 0 ? new Choice(text, "") : new Choice(text.substring(0, end), text.substring(end + 1));
    }
}
