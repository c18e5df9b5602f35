package io.github.analytics4j.codegen.model;

/** How an instant is written on the wire; the names are those of core's {@code TimeForm}. */
public enum TimeForm {
    /** {@code 2026-02-01T00:00:00Z}. */
    ISO,
    /** {@code 2026-04-05T11:42:00.000Z}. */
    ISO_MILLIS,
    /** {@code 2026-04-22T16:49:29}, without a zone. */
    ISO_LOCAL,
    /** {@code 1732546200000}. */
    EPOCH_MILLIS,
    /** {@code "1732546200000"}. */
    EPOCH_MILLIS_TEXT
}
