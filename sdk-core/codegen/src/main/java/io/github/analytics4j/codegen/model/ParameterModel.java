package io.github.analytics4j.codegen.model;

import org.jspecify.annotations.Nullable;

/**
 * A parameter of an operation.
 *
 * @param wireName its name in the query, the path template or the JSON body
 * @param javaName the wished name of the request's component
 * @param in where it goes
 * @param type its type; a list goes into a query comma-separated
 * @param presence whether it is required
 * @param doc what it means
 * @param defaultText what the vendor assumes without it, in words, or null
 * @param bounds what the vendor allows, or null where left open
 * @param location its place in the spec
 */
public record ParameterModel(
        String wireName,
        String javaName,
        Place in,
        TypeModel type,
        Presence presence,
        Doc doc,
        @Nullable String defaultText,
        @Nullable Bounds bounds,
        SourceLocation location) {

    /** This parameter under another name of the request's component. */
    ParameterModel named(String name) {
        return new ParameterModel(wireName, name, in, type, presence, doc, defaultText, bounds, location);
    }

    /** Where a parameter goes. */
    public enum Place {
        /** The query string. */
        QUERY,
        /** A {@code {name}} of the path. */
        PATH,
        /** The JSON body. */
        BODY
    }

    /**
     * The range of a number, both ends allowed.
     *
     * @param min the least, or null
     * @param max the greatest, or null
     */
    public record Bounds(@Nullable Long min, @Nullable Long max) {}
}
