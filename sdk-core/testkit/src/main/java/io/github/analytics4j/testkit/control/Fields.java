package io.github.analytics4j.testkit.control;

import io.github.analytics4j.testkit.json.JsonTree;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object that was sent; wrong ones are refused by their name, and so are those nobody asked for. */
final class Fields {
    private final String what;
    private final Map<?, ?> fields;
    private final Set<String> asked = new HashSet<>();

    Fields(String what, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(what + ": must be a JSON object");
        }
        this.what = what;
        this.fields = map;
    }

    static Fields of(String body) {
        return new Fields("body", JsonTree.readUnique(body.isBlank() ? "{}" : body));
    }

    boolean has(String name) {
        asked.add(name);
        return fields.get(name) != null;
    }

    boolean names(String name) {
        asked.add(name);
        return fields.containsKey(name);
    }

    @Nullable
    Object value(String name) {
        asked.add(name);
        return fields.get(name);
    }

    String text(String name) {
        Object value = value(name);
        if (!(value instanceof String text) || text.isEmpty()) {
            throw wrong(name, "must be a text");
        }
        return text;
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    long number(String name) {
        Object value = value(name);
        try {
            if (value instanceof Number number) {
                return new BigDecimal(number.toString()).longValueExact();
            }
        } catch (ArithmeticException notWhole) {
            // refused below, as anything else that is no whole number
        }
        throw wrong(name, "must be a whole number");
    }

    int count(String name) {
        long number = number(name);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw wrong(name, "must be 0 to " + Integer.MAX_VALUE + ", was " + number);
        }
        return (int) number;
    }

    double decimal(String name) {
        if (value(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw wrong(name, "must be a number");
    }

    boolean flag(String name) {
        if (value(name) instanceof Boolean flag) {
            return flag;
        }
        throw wrong(name, "must be true or false");
    }

    /** So many seconds, with decimals if need be. */
    Duration seconds(String name) {
        return scaled(name, 1_000_000_000L);
    }

    /** As {@link #seconds}, not below nothing. */
    Duration wait(String name) {
        Duration wait = seconds(name);
        if (wait.isNegative()) {
            throw wrong(name, "must not be negative, was " + value(name));
        }
        return wait;
    }

    /** Refuses both at once, since they contradict each other; a false flag says nothing. */
    void oneOf(String one, String other) {
        if (said(one) && said(other)) {
            throw wrong(one, "and " + other + " exclude each other; send one of them");
        }
    }

    private boolean said(String name) {
        return has(name) && !Boolean.FALSE.equals(value(name));
    }

    Duration millis(String name) {
        return scaled(name, 1_000_000L);
    }

    private Duration scaled(String name, long nanos) {
        double amount = decimal(name);
        if (amount < -1e9 || amount > 1e9) {
            throw wrong(name, "must be at most a thousand million");
        }
        return Duration.ofNanos(Math.round(amount * nanos));
    }

    List<?> list(String name) {
        if (value(name) instanceof List<?> list) {
            return list;
        }
        throw wrong(name, "must be a list");
    }

    /** Refuses fields that were not asked for: a typo must not pass in silence. */
    void nothingElse() {
        for (Object name : fields.keySet()) {
            if (!asked.contains(String.valueOf(name))) {
                throw new IllegalArgumentException(what + ": there is no field " + name + "; known are "
                        + String.join(", ", asked.stream().sorted().toList()));
            }
        }
    }

    IllegalArgumentException wrong(String name, String rule) {
        return new IllegalArgumentException(what + ": " + name + " " + rule);
    }
}
