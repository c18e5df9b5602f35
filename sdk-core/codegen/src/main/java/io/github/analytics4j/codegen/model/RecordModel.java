package io.github.analytics4j.codegen.model;

import java.util.List;

/**
 * An object of a response.
 *
 * @param name the wished class name, unique in the API
 * @param doc what it is
 * @param fields its fields in the spec's order; may be empty
 * @param location its place in the spec
 */
public record RecordModel(String name, Doc doc, List<FieldModel> fields, SourceLocation location) {

    /** Copies the list. */
    public RecordModel {
        fields = List.copyOf(fields);
    }
}
