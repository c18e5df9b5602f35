package io.github.analytics4j.testkit.server;

import org.jspecify.annotations.Nullable;

/** Makes the message of the vendors' framework for a text that should be a UUID. */
final class Uuids {
    private static final int[] GROUPS = {8, 4, 4, 4, 12};

    private Uuids() {}

    /** The mistake in the framework's words, or null for a UUID. */
    static @Nullable String error(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '-' && Character.digit(text.charAt(i), 16) < 0) {
                return "invalid character: expected an optional prefix of `urn:uuid:` followed by [0-9a-fA-F-], found `"
                        + text.charAt(i) + "` at " + (i + 1);
            }
        }
        String[] groups = text.split("-", -1);
        if (groups.length == 1) {
            return text.length() == 32
                    ? null
                    : "invalid length: expected length 32 for simple format, found " + text.length();
        }
        if (groups.length != GROUPS.length) {
            return "invalid group count: expected 5, found " + groups.length;
        }
        for (int i = 0; i < GROUPS.length; i++) {
            if (groups[i].length() != GROUPS[i]) {
                return "invalid group length in group " + i + ": expected " + GROUPS[i] + ", found "
                        + groups[i].length();
            }
        }
        return null;
    }
}
