package io.github.analytics4j.cli;

import java.util.ArrayList;
import java.util.List;

/** Writes rows below one another in aligned columns, or a single row as one line for each column. */
final class TableWriter extends RowWriter {
    /** The rows whose cells set the widths of the columns. */
    private static final int MEASURED = 500;

    private static final int LONGEST_ON_TERMINAL = 40;
    private static final String BETWEEN = "  ";

    /** Characters that take two columns of a terminal: East Asian ones and pictures. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1F64F},
        {0x1F900, 0x1F9FF},
        {0x20000, 0x3FFFD}
    };

    private final List<OutputColumn> columns;
    private final boolean upright;
    private final int width;
    private final List<String[]> waiting = new ArrayList<>();
    private int[] widths = {};
    private int shown;

    /**
     * @param upright whether there is one row, which is written from top to bottom
     * @param width of the terminal; 0 for as wide as the cells are
     */
    TableWriter(Output out, List<OutputColumn> columns, boolean upright, int width) {
        super(out);
        this.columns = columns;
        this.upright = upright;
        this.width = width;
    }

    @Override
    void begin() {
        // the header needs the widths of the first rows
    }

    @Override
    void row(Object row) {
        String[] cells = new String[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            String text = Cells.text(columns.get(i).type(), columns.get(i).get(row));
            cells[i] = text == null ? "" : shown(text);
        }
        if (upright) {
            writeUpright(cells);
        } else if (widths.length > 0) {
            write(cells);
        } else {
            waiting.add(cells);
            if (waiting.size() >= MEASURED) {
                measure();
            }
        }
    }

    private String shown(String text) {
        StringBuilder cell = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == '\n' || point == '\t' || point == '\r' ? ' ' : Words.harmless(point))
                .forEach(cell::appendCodePoint);
        return width > 0 && !upright ? cut(cell.toString(), LONGEST_ON_TERMINAL) : cell.toString();
    }

    @Override
    void flush() {
        if (!waiting.isEmpty()) {
            measure();
        }
        super.flush();
    }

    @Override
    void end() {
        if (widths.length == 0 && !upright) {
            measure();
        }
        super.end();
    }

    /** How many columns found no room on the terminal. */
    int hidden() {
        return widths.length - shown;
    }

    private void measure() {
        widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int at = i;
            widths[i] = Math.max(
                    columns(columns.get(i).name()),
                    waiting.stream().mapToInt(cells -> columns(cells[at])).max().orElse(0));
        }
        shown = fitting();
        write(columns.stream().map(OutputColumn::name).toArray(String[]::new));
        String[] rule = new String[widths.length];
        for (int i = 0; i < rule.length; i++) {
            rule[i] = "-".repeat(widths[i]);
        }
        write(rule);
        waiting.forEach(this::write);
        waiting.clear();
    }

    private int fitting() {
        int used = -BETWEEN.length();
        for (int i = 0; i < widths.length; i++) {
            used += BETWEEN.length() + widths[i];
            if (width > 0 && used > width) {
                return Math.max(1, i);
            }
        }
        return widths.length;
    }

    private void write(String[] cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < shown; i++) {
            String cell = width > 0 ? cut(cells[i], widths[i]) : cells[i];
            String blanks = " ".repeat(Math.max(0, widths[i] - columns(cell)));
            boolean right = Cells.numeric(columns.get(i).type());
            line.append(i == 0 ? "" : BETWEEN).append(right ? blanks : "").append(cell);
            if (!right && i < shown - 1) {
                line.append(blanks);
            }
        }
        write(out, line.toString().stripTrailing() + "\n");
    }

    private void writeUpright(String[] cells) {
        int longest = columns.stream()
                .mapToInt(column -> columns(column.name()))
                .max()
                .orElse(0);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            String name = columns.get(i).name();
            lines.append(name).append(" ".repeat(cells[i].isEmpty() ? 0 : longest - columns(name)));
            lines.append(cells[i].isEmpty() ? "" : BETWEEN + cells[i]).append('\n');
        }
        write(out, lines.toString());
    }

    private static String cut(String text, int most) {
        if (columns(text) <= most) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int used = 1; // the mark at the end
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            used += columns(point);
            if (used > most) {
                break;
            }
            cut.appendCodePoint(point);
            at += Character.charCount(point);
        }
        return cut.append('\u2026').toString();
    }

    /** How many columns of a terminal the text takes. */
    static int columns(String text) {
        return text.codePoints().map(TableWriter::columns).sum();
    }

    private static int columns(int point) {
        if (point < 0x300) {
            return 1;
        }
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int[] range : WIDE) {
            if (point >= range[0] && point <= range[1]) {
                return 2;
            }
        }
        return 1;
    }
}
