package io.github.analytics4j.json;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A value whose wire form is a text that is kept as it came: open enums, buckets, periods. */
public interface TextValue {

    /** {@return the text on the wire} */
    String text();

    /**
     * Makes a kind of {@link TextValue} of its text.
     *
     * @param <T> the kind of value
     * @hidden
     */
    @GeneratedCodeApi
    final class Type<T extends TextValue> {
        private final String name;
        private final Function<String, T> parser;
        private final Map<String, T> known = new LinkedHashMap<>();

        private Type(String name, Function<String, T> parser) {
            this.name = name;
            this.parser = parser;
        }

        /**
         * A type with known values.
         *
         * @param parser makes a value of any text that is none of theirs; it never throws
         * @param known each is the only one of its text
         */
        @SafeVarargs
        public static <T extends TextValue> Type<T> of(String name, Function<String, T> parser, T... known) {
            Type<T> type = new Type<>(name, parser);
            for (T each : known) {
                type.known.put(each.text(), each);
            }
            return type;
        }

        /** The value of a text. */
        public T parse(String text) {
            T value = known.get(text);
            return value == null ? parser.apply(text) : value;
        }

        /** The texts of the known values, in their order. */
        public List<String> texts() {
            return List.copyOf(known.keySet());
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
}
