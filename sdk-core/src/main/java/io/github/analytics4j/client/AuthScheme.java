package io.github.analytics4j.client;

import java.util.Objects;

/**
 * The header that carries the key, and the text before the key in it.
 *
 * @param header the name of the header
 * @param prefix what comes before the key, such as {@code Bearer} and a blank
 */
public record AuthScheme(String header, String prefix) {

    /** {@code Authorization: Bearer <key>}. */
    public static final AuthScheme BEARER = new AuthScheme("Authorization", "Bearer ");

    /** Refuses null by name. */
    public AuthScheme {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(prefix, "prefix");
    }

    /**
     * {@return the scheme that sends the key alone in a header}
     *
     * @param name such as {@code X-API-Key}
     */
    public static AuthScheme header(String name) {
        return new AuthScheme(name, "");
    }

    /** The value of the header for this key. */
    String value(Secret key) {
        return prefix + key.reveal();
    }

    /** The value of the header as it may be shown. */
    String masked() {
        return prefix + "$API_KEY";
    }
}
