package io.github.analytics4j.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How rows are written. */
enum Format {
    TABLE,
    JSON,
    JSONL,
    CSV;

    private static final Pattern ENDING = Pattern.compile(".+[.]([A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*)");

    /**
     * The format that was asked for, else the one the file's name says, else a table for a person and lines for a program.
     *
     * @throws CommandException if the name ends as that of a file of no such format
     */
    static Format of(CommandLineOptions options, @Nullable Path file, boolean terminal) {
        String asked = options.text(OptionNames.FORMAT);
        boolean excel = options.flag(OptionNames.EXCEL);
        String ending = file == null ? "" : ending(file);
        Format format;
        if (asked != null) {
            format = parse(asked);
        } else if (file != null && !ending.isEmpty()) {
            format = ofEnding(file, ending);
        } else if (excel) {
            format = CSV;
        } else {
            format = file == null && terminal ? TABLE : JSONL;
        }
        if (excel && format != CSV) {
            throw CommandException.wrong(OptionNames.EXCEL + " is for --format csv, not for " + format.option());
        }
        return format;
    }

    /** The word behind the last dot of a file's name, in small letters; empty where there is none. */
    static String ending(Path file) {
        Matcher matcher = ENDING.matcher(String.valueOf(file.getFileName()));
        return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }

    private static Format ofEnding(Path file, String ending) {
        return switch (ending) {
            case "csv" -> CSV;
            case "json" -> JSON;
            case "jsonl", "ndjson" -> JSONL;
            case "txt" -> TABLE;
            default ->
                throw CommandException.wrong(OptionNames.OUT + " " + file + ": no rows are written as ." + ending + ":"
                        + instead(file, ending)
                        + " .csv, .json, .jsonl and .txt say the format, and " + OptionNames.FORMAT
                        + " does for a file of another name");
        };
    }

    private static String instead(Path file, String ending) {
        return switch (ending) {
            case "parquet" -> " analytics4j sql \"copy (select ...) to '" + file.getFileName() + "'\" does it;";
            case "xls", "xlsx" -> " " + OptionNames.EXCEL + " with a name that ends in .csv is for spreadsheets;";
            case "gz" -> " write to stdout, and pipe that into gzip;";
            default -> "";
        };
    }

    private static Format parse(String text) {
        for (Format format : values()) {
            if (format.option().equals(text.toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw CommandException.wrong("--format is one of table, json, jsonl and csv, was " + Words.shown(text));
    }

    /** As typed. */
    String option() {
        return name().toLowerCase(Locale.ROOT);
    }
}
