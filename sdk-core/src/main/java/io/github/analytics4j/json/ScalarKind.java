package io.github.analytics4j.json;

/** The kinds of value that are read in place; all others are read by a codec of their own. */
enum ScalarKind {
    STRING,
    INTERNED,
    LONG,
    INT,
    DOUBLE,
    DECIMAL,
    BOOLEAN,
    DATE,
    WEEKDAY,
    VALUE,
    /** None of these. */
    OTHER
}
