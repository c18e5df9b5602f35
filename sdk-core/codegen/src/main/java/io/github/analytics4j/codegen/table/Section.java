package io.github.analytics4j.codegen.table;

import java.util.List;

/**
 * The lines under one heading, up to the next.
 *
 * @param heading the heading
 * @param paragraphs its paragraphs as plain text, in order
 * @param tables its tables, in order
 * @param fences its fenced blocks, in order
 */
record Section(Heading heading, List<String> paragraphs, List<Table> tables, List<Fence> fences) {

    /** The first paragraph, or an empty text. */
    String summary() {
        return paragraphs.isEmpty() ? "" : paragraphs.get(0);
    }
}
