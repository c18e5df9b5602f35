package io.github.analytics4j.catalog;

/** The type of a parameter's value, or of each element of a list; with the Java class it has and how it is written as text. */
public enum ParameterType {
    /** A {@code String}. */
    TEXT("a text", "hello"),
    /** A {@code String} that identifies something and is not blank. */
    ID("an id", "m-1"),
    /** A {@code Long}. */
    INTEGER("a whole number", "25"),
    /** A {@code Double}. */
    NUMBER("a number", "0.5"),
    /** A {@code BigDecimal}. */
    DECIMAL("a decimal number", "12.50"),
    /** A {@code Boolean}. */
    BOOLEAN("true or false", "true"),
    /** A {@code LocalDate}. */
    DATE("a day", "2026-02-01"),
    /** An {@code Instant}. A day alone stands for its start in UTC. */
    TIMESTAMP("a time with its zone, or a day for its start in UTC", "2026-02-01T00:00:00Z"),
    /** A {@link io.github.analytics4j.json.DateOrTime}: a whole day, or a point in time. */
    DATE_OR_TIME("a day, or a time with its zone", "2026-02-01 or 2026-02-01T08:30:00Z"),
    /** A {@code String} that is one of the choices. */
    CHOICE("one of the known values", "");

    private final String rule;
    private final String example;

    ParameterType(String rule, String example) {
        this.rule = rule;
        this.example = example;
    }

    /** {@return the rule for a text, in words: {@code a whole number}} */
    public String rule() {
        return rule;
    }

    /** {@return a text that is one; empty for a choice} */
    public String example() {
        return example;
    }
}
