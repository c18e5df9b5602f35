package io.github.analytics4j.export;

import io.github.analytics4j.error.InvalidRequestException;
import java.util.List;
import java.util.Locale;

/** How a folder holds rows. */
public enum FileFormat {
    /** One JSON object a line, zipped. */
    JSONL,
    /** CSV as RFC 4180 has it. */
    CSV,
    /** Parquet with zstd; needs DuckDB's driver. */
    PARQUET;

    /**
     * {@return the format of a name: {@code jsonl}, {@code csv} or {@code parquet}}
     *
     * @param name in any case
     * @throws InvalidRequestException if it is no name of one
     */
    public static FileFormat of(String name) {
        for (FileFormat each : values()) {
            if (each.name().equalsIgnoreCase(name.strip())) {
                return each;
            }
        }
        throw new InvalidRequestException("format", List.of("must be jsonl, csv or parquet; was \"" + name + "\""));
    }

    UnitFormat unitFormat() {
        return switch (this) {
            case JSONL -> new JsonLinesFormat();
            case CSV -> new CsvFormat();
            case PARQUET -> new ParquetFormat();
        };
    }

    /** The name. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
