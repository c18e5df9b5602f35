package io.github.analytics4j.codegen.model;

import org.jspecify.annotations.Nullable;

/**
 * The description of a thing, as plain text; the emitter makes it safe for Javadoc.
 *
 * @param meaning one or more sentences
 * @param unit such as {@code seconds}, or null where there is none
 * @param scale such as {@code 0-100}, or null where there is none
 */
public record Doc(
        String meaning, @Nullable String unit, @Nullable String scale) {

    /** A doc without unit and scale. */
    public static Doc of(String meaning) {
        return new Doc(meaning, null, null);
    }
}
