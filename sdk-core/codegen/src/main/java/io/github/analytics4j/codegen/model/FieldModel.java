package io.github.analytics4j.codegen.model;

import java.util.List;

/**
 * A field of a response.
 *
 * @param wireName the JSON name
 * @param javaName the wished name of the component
 * @param type its type
 * @param presence whether it may be missing
 * @param doc what it means
 * @param aliases other JSON names it arrives under
 * @param shared whether its text comes from a small set, so that decoded strings are worth sharing
 * @param location its place in the spec
 */
public record FieldModel(
        String wireName,
        String javaName,
        TypeModel type,
        Presence presence,
        Doc doc,
        List<String> aliases,
        boolean shared,
        SourceLocation location) {

    /** Copies the list. */
    public FieldModel {
        aliases = List.copyOf(aliases);
    }
}
