package io.github.analytics4j.codegen.model;

/** Whether something may be missing. */
public enum Presence {
    /** A required parameter; a field the vendor documents as always there. */
    ALWAYS,
    /** May be absent or null. */
    OPTIONAL
}
