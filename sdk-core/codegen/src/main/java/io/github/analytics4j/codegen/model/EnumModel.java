package io.github.analytics4j.codegen.model;

import java.util.List;

/**
 * An open enum: its known values; others may arrive.
 *
 * @param name the wished class name, unique in the API
 * @param doc what it says
 * @param values the known values in the spec's order
 * @param location its place in the spec
 */
public record EnumModel(String name, Doc doc, List<Value> values, SourceLocation location) {

    /** Copies the list. */
    public EnumModel {
        values = List.copyOf(values);
    }

    /**
     * A known value.
     *
     * @param wire its text on the wire
     * @param doc what it means
     */
    public record Value(String wire, Doc doc) {}
}
