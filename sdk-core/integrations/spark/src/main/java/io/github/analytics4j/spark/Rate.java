package io.github.analytics4j.spark;

import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rate that a vendor allows a key.
 *
 * @param requests so many
 * @param window in any stretch of time as long as this
 */
record Rate(int requests, Duration window) implements Serializable {
    private static final Pattern TEXT =
            Pattern.compile("([0-9]{1,9})\\s*/\\s*(s|sec|second|m|min|minute|h|hour|d|day)");

    static @Nullable Rate parse(String text) {
        Matcher matcher = TEXT.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            return null;
        }
        Duration window = switch (matcher.group(2).charAt(0)) {
            case 's' -> Duration.ofSeconds(1);
            case 'm' -> Duration.ofMinutes(1);
            case 'h' -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
        return new Rate(Integer.parseInt(matcher.group(1)), window);
    }

    /** The share of one of so many JVMs; where there are fewer requests than JVMs, each has one in a longer time. */
    Rate share(int jvms) {
        return requests >= jvms
                ? new Rate(requests / jvms, window)
                : new Rate(1, window.multipliedBy(jvms).dividedBy(requests));
    }
}
