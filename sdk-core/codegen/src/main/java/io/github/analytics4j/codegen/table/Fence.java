package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.SourceLocation;

/**
 * A fenced block.
 *
 * @param language the word behind the fence, or empty
 * @param text what stands between the fences
 * @param at the place of the opening fence; the text begins on the next line
 */
record Fence(String language, String text, SourceLocation at) {}
