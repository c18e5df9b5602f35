package io.github.analytics4j.client;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Puts URLs together with an encoding of our own: {@code +} is always {@code %2B}, a blank always {@code %20}. */
final class UrlText {
    /** Besides letters and digits. Commas and colons are legal in a query, and vendors' own examples leave them raw. */
    private static final String RAW_IN_QUERY = "-._~,:";

    private static final String RAW_IN_PATH = "-._~";
    private static final String HEX = "0123456789ABCDEF";

    private UrlText() {}

    /** Fills {@code {name}} in a path. */
    static String path(String template, Map<String, String> values) {
        String path = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", encode(value.getValue(), RAW_IN_PATH));
        }
        return path;
    }

    /** {@code ?a=1&b=2}, or nothing. */
    static String query(Map<String, String> parameters) {
        StringBuilder out = new StringBuilder();
        parameters.forEach((name, value) -> out.append(out.isEmpty() ? '?' : '&')
                .append(encode(name, RAW_IN_PATH))
                .append('=')
                .append(encode(value, RAW_IN_QUERY)));
        return out.toString();
    }

    private static String encode(String text, String raw) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isAlphanumeric(c) || raw.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return out.toString();
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
