package io.github.analytics4j.testkit;

import java.time.Duration;

/** Refuses what a fault cannot be made of, with a message that names it. */
final class FaultChecks {
    private FaultChecks() {}

    static void headerName(String name) {
        check(
                name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+"),
                "header: a name has letters, digits and signs such as -, and no blanks, was \"" + printable(name)
                        + "\"");
    }

    static void headerValue(String what, String value) {
        check(
                value.chars().noneMatch(c -> (c < ' ' && c != '\t') || c == 0x7f),
                what + " must have no line end nor another control character, was \"" + printable(value) + "\"");
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    static void status(int status) {
        check(status >= 200 && status <= 599, "status: must be 200 to 599, was " + status);
    }

    static void size(String name, long value) {
        check(value >= 0, name + ": must not be negative, was " + value);
    }

    static void wait(Duration wait) {
        check(!wait.isNegative(), "wait: must not be negative, was " + wait);
    }

    static void check(boolean possible, String message) {
        if (!possible) {
            throw new IllegalArgumentException(message);
        }
    }
}
