package io.github.analytics4j.benchmarks.rows;

import java.util.List;

/** Writes one JSON object after the other into a text; knows no more of JSON than rendering rows takes. */
final class RowWriter {
    private final StringBuilder out = new StringBuilder(2048);

    RowWriter open() {
        out.append('{');
        return this;
    }

    RowWriter open(String name) {
        return name(name).open();
    }

    RowWriter close() {
        dropComma();
        out.append("},");
        return this;
    }

    RowWriter field(String name, String value) {
        name(name);
        quoted(value);
        out.append(',');
        return this;
    }

    RowWriter field(String name, long value) {
        return raw(name, Long.toString(value));
    }

    /** A value that is JSON already: {@code null}, {@code true}, <code>{}</code>. */
    RowWriter raw(String name, String json) {
        name(name);
        out.append(json).append(',');
        return this;
    }

    RowWriter nulls(String... names) {
        for (String name : names) {
            raw(name, "null");
        }
        return this;
    }

    /** Names and values in turn, as fields of the open object. */
    RowWriter pairs(List<String> namesAndValues) {
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            field(namesAndValues.get(i), namesAndValues.get(i + 1));
        }
        return this;
    }

    RowWriter strings(String name, List<String> values) {
        name(name);
        out.append('[');
        for (String value : values) {
            quoted(value);
            out.append(',');
        }
        dropComma();
        out.append("],");
        return this;
    }

    /** Returns the bytes written, each top-level object followed by a comma; empties the writer. */
    String take() {
        String json = out.toString();
        out.setLength(0);
        return json;
    }

    private RowWriter name(String name) {
        out.append('"').append(name).append("\":");
        return this;
    }

    private void quoted(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> out.append(c);
            }
        }
        out.append('"');
    }

    private void dropComma() {
        if (out.charAt(out.length() - 1) == ',') {
            out.setLength(out.length() - 1);
        }
    }
}
