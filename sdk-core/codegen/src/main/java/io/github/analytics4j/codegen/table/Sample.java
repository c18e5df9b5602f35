package io.github.analytics4j.codegen.table;

/**
 * A vendor's answer.
 *
 * @param part whether its members take the place of those of the sample before it
 * @param json the answer
 */
record Sample(boolean part, JsonTree json) {}
