package io.github.analytics4j.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * A known value of a parameter or column. A vendor may add others, so a column can hold a text that is not among its choices.
 *
 * @param value the text on the wire
 * @param meaning what it means, in a sentence; empty where the name says it
 */
public record Choice(String value, String meaning) {

    /** Choices from values and meanings in turn; called by generated code. */
    public static List<Choice> of(String... valuesAndMeanings) {
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i + 1 < valuesAndMeanings.length; i += 2) {
            choices.add(new Choice(valuesAndMeanings[i], valuesAndMeanings[i + 1]));
        }
        return List.copyOf(choices);
    }
}
