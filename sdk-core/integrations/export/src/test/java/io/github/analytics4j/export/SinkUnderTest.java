package io.github.analytics4j.export;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The sinks that the engine's own tests run with; each can be opened by another process from its text. */
enum SinkUnderTest {
    JSON_LINES,
    CSV,
    PARQUET,
    POSTGRES,
    DUCKDB;

    /** A place of its own below a folder. */
    String place(Path folder) {
        return Place.valueOf(name()).address(folder.resolve(name().toLowerCase(Locale.ROOT)));
    }

    /** A place of its own below a folder that holds what another one holds. */
    String copy(String place, Path folder) {
        return Place.valueOf(name()).copy(place, folder.resolve(name().toLowerCase(Locale.ROOT)));
    }

    Sink open(String place) {
        return Place.valueOf(name()).at(place).sink;
    }

    /** The hash of each row by its id; fails where an id is there twice. */
    Map<String, String> hashes(String place) {
        try {
            return Place.valueOf(name()).at(place).hashes();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
