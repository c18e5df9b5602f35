package io.github.analytics4j.catalog;

import org.jspecify.annotations.Nullable;

/**
 * The type of a column's values.
 *
 * @param kind what a value is
 * @param element what a list or map holds; null for every other kind
 */
public record ColumnType(Kind kind, @Nullable Kind element) {

    /** The kinds of value, with the Java class each comes as. */
    public enum Kind {
        /** A {@code String}. */
        TEXT,
        /** A {@code Long}. */
        BIGINT,
        /** A {@code Double}. */
        DOUBLE,
        /** A {@code BigDecimal}, exact: money. */
        DECIMAL,
        /** A {@code Boolean}. */
        BOOLEAN,
        /** A {@code LocalDate}. */
        DATE,
        /** An {@code Instant}. */
        TIMESTAMP,
        /** A {@code String} that is JSON text. */
        JSON,
        /** A {@code List} of the element's kind. */
        LIST,
        /** A {@code Map} from {@code String} to the element's kind. */
        MAP
    }

    /** The name a database would give it: {@code BIGINT}, {@code LIST<TEXT>}, {@code MAP<TEXT, BIGINT>}. */
    @Override
    public String toString() {
        return switch (kind) {
            case LIST -> "LIST<" + element + ">";
            case MAP -> "MAP<TEXT, " + element + ">";
            default -> kind.name();
        };
    }
}
