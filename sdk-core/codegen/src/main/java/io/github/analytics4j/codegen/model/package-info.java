/**
 * The content of a spec, linked and independent of how it was written: operations, their parameters, records, enums. Plain immutable
 * values; types refer to each other by name. Names of Java things are wishes here, the emitter's allocator makes them legal and
 * unique. {@link io.github.analytics4j.codegen.model.Problems} gathers the mistakes of a spec with their places.
 */
@NullMarked
package io.github.analytics4j.codegen.model;

import org.jspecify.annotations.NullMarked;
