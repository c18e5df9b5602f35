/**
 * Turns the specs of the APIs into Java. A pipeline of pure steps: spec text → document with locations → linked model
 * ({@code model}) → Java ({@code emit}) → files. Two front ends feed the same model: {@code openapi} reads OpenAPI 3.1 and its
 * overrides, {@code table} reads Markdown tables. All mistakes of a spec are reported together, by file and line.
 *
 * <p>One command rewrites the checked-in sources of all modules, whether or not they compile at the time:
 *
 * <pre>{@code ./mvnw -q -pl sdk-core/codegen compile exec:java -Dregenerate}</pre>
 *
 * <p>Another one compares a spec with what its vendor publishes ({@code vendor}); OPENAPI.md describes it:
 *
 * <pre>{@code ./mvnw -q -pl sdk-core/codegen compile exec:java -Dapi=synthflow -Dcompare=openapi.json}</pre>
 */
@NullMarked
package io.github.analytics4j.codegen;

import org.jspecify.annotations.NullMarked;
