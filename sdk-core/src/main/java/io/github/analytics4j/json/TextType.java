package io.github.analytics4j.json;

import java.util.function.Function;

/**
 * How a kind of {@link TextValue} is made of its text.
 *
 * @param <T> the kind of value
 */
public final class TextType<T extends TextValue> {
    private final String name;
    private final Function<String, T> parser;

    private TextType(String name, Function<String, T> parser) {
        this.name = name;
        this.parser = parser;
    }

    /** A type whose parser accepts every text: it never throws. */
    public static <T extends TextValue> TextType<T> of(String name, Function<String, T> parser) {
        return new TextType<>(name, parser);
    }

    /** The value of a text. */
    public T parse(String text) {
        return parser.apply(text);
    }

    /** The name of the type. */
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
