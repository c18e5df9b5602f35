package io.github.analytics4j.catalog;

import java.util.List;

/**
 * Something a client needs to be opened, or takes beyond that.
 *
 * @param name as in a settings file behind the API's name and a dot: {@code api-key}
 * @param variable the environment variable it is taken from
 * @param meaning what it is, in a sentence
 * @param secret whether it must not be shown
 * @param required whether a client cannot be opened without it
 * @param values the texts it can be; empty where it is free
 */
public record Setting(
        String name, String variable, String meaning, boolean secret, boolean required, List<String> values) {

    /** Copies the list. */
    public Setting {
        values = List.copyOf(values);
    }

    /**
     * {@return the key of an API, which every one needs}
     *
     * @param variable the environment variable that has it
     */
    public static Setting apiKey(String variable) {
        return new Setting("api-key", variable, "The key that requests are sent with.", true, true, List.of());
    }

    /**
     * {@return the address that requests go to, instead of the vendor's own}
     *
     * @param variable the environment variable that has it
     * @param required whether the vendor has no address of its own
     */
    public static Setting baseUrl(String variable, boolean required) {
        return new Setting(
                "base-url",
                variable,
                "The address that requests go to"
                        + (required ? "; the vendor has none of its own." : " instead of the vendor's own."),
                false,
                required,
                List.of());
    }

    /**
     * {@return a setting that is one of a few names}
     *
     * @param name in the API's settings, such as {@code region}
     * @param variable the environment variable that has it
     * @param meaning a sentence, for help texts
     * @param values the names
     */
    public static Setting oneOf(String name, String variable, String meaning, List<String> values) {
        return new Setting(name, variable, meaning, false, false, values);
    }
}
