package io.github.analytics4j.codegen.model;

/** The response of an operation. */
public sealed interface Result {

    /**
     * One JSON value: a {@link TypeModel.RecordRef}, or a {@link TypeModel.ListOf} for a bare array.
     *
     * @param type its type
     */
    record Json(TypeModel type) implements Result {}

    /** A redirect to a file elsewhere. */
    record Link() implements Result {}
}
