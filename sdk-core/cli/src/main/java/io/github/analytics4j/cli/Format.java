package io.github.analytics4j.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How rows are written. */
enum Format {
    TABLE,
    JSON,
    JSONL,
    CSV;

    /** The one that was asked for, else the one the file's name says, else a table for a person and lines for a program. */
    static Format of(@Nullable String asked, @Nullable Path file, boolean terminal) {
        if (asked != null) {
            return parse(asked);
        }
        if (file == null) {
            return terminal ? TABLE : JSONL;
        }
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") ? CSV : name.endsWith(".json") ? JSON : name.endsWith(".txt") ? TABLE : JSONL;
    }

    private static Format parse(String text) {
        for (Format format : values()) {
            if (format.option().equals(text.toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw CommandException.wrong("--format is one of table, json, jsonl and csv, was \"" + text + "\"");
    }

    /** As typed. */
    String option() {
        return name().toLowerCase(Locale.ROOT);
    }
}
