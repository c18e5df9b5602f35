package io.github.analytics4j.guard;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The secrets that tests plant: keys with a word in them, and the signatures of links. */
final class Canaries {
    /** The key of core's tests, the end of the sandbox's keys, and what links are signed with. */
    private static final Pattern SECRET =
            Pattern.compile("sk_canary_|0sandbox|X-Amz-Signature=[0-9a-f]{16}|sig=CANARY|signature=canary");

    private Canaries() {}

    static boolean areIn(@Nullable String text) {
        return text != null && SECRET.matcher(text).find();
    }

    /** The text without its secrets, for a person who looks for the place. */
    static String masked(String text) {
        return SECRET.matcher(text).replaceAll("<planted secret>");
    }
}
