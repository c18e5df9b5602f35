package io.github.analytics4j.export;

import java.nio.file.Path;
import java.util.Map;

/** The sinks that the engine's own tests run with; each can be opened by another process from its text. */
enum SinkUnderTest {
    JSON_LINES {
        @Override
        Sink open(String place) {
            return FolderSink.of(Path.of(place));
        }

        @Override
        Map<String, String> hashes(String place) {
            return Nights.hashes(Path.of(place));
        }
    };

    /** A place of its own below a folder. */
    String place(Path folder) {
        return folder.resolve(name().toLowerCase(java.util.Locale.ROOT)).toString();
    }

    abstract Sink open(String place);

    /** The hash of each row by its id; fails where an id is there twice. */
    abstract Map<String, String> hashes(String place);
}
