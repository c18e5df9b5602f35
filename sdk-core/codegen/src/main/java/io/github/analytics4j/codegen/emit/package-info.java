/**
 * Turns the model of an API into Java sources, one construct an emitter: open enums, response records with their codecs, requests
 * with their builders and checks, operations, API interfaces and their implementations. Spec text is not trusted: every name goes
 * through one allocator a scope, every description through {@code JavadocText}. The same model gives the same bytes.
 */
@NullMarked
package io.github.analytics4j.codegen.emit;

import org.jspecify.annotations.NullMarked;
