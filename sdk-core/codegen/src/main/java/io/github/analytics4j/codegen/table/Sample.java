package io.github.analytics4j.codegen.table;

/**
 * A vendor's response.
 *
 * @param part whether its members take the place of those of the sample before it
 * @param json the response
 */
record Sample(boolean part, JsonTree json) {}
