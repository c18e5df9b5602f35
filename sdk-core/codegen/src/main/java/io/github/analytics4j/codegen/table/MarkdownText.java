package io.github.analytics4j.codegen.table;

import java.util.ArrayList;
import java.util.List;

/** The little Markdown inside headings, paragraphs and cells that the format knows: backticks, links in brackets, escaped bars. */
final class MarkdownText {

    private MarkdownText() {}

    /** Text without its backticks, a bare link without its brackets. */
    static String plain(String text) {
        String unlinked = text.startsWith("<") && text.endsWith(">") ? text.substring(1, text.length() - 1) : text;
        return unlinked.replace("`", "");
    }

    /** A heading's text without its marks. */
    static String heading(String line) {
        return line.strip().replaceFirst("^#+\\s*", "").strip();
    }

    /** The cells of a table's line: between bars that no backslash escapes. */
    static List<String> cells(String line) {
        String inner = line.strip();
        inner = inner.startsWith("|") ? inner.substring(1) : inner;
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\\' && i + 1 < inner.length() && inner.charAt(i + 1) == '|') {
                cell.append('|');
                i++;
            } else if (c == '|') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (cells.isEmpty() || !cell.toString().isBlank()) {
            cells.add(cell.toString().strip());
        }
        return cells;
    }
}
