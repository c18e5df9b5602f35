package io.github.analytics4j.download;

import io.github.analytics4j.download.Checksums.StatedSum;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Takes the bytes of a file. Used by one thread. */
interface Target {

    /** How many bytes are there, all of them from the file's beginning on. */
    long position();

    /** The facts known of the file they belong to. */
    FileFacts facts();

    /** Learns more about it, before the bytes that came with the knowledge; false if it wants no bytes. */
    boolean learn(FileFacts facts) throws IOException;

    /** Whether what is there can be thrown away. */
    boolean canRestart();

    /** Whether all that is there can still be compared, so that a whole file can be gone on with wherever it comes from. */
    default boolean remembersAll() {
        return false;
    }

    /** Throws away what is there and what was known. */
    void restart() throws IOException;

    /** Whether the bytes at {@code at}, as far as they can still be looked at, are these. */
    boolean matches(long at, ByteBuffer bytes) throws IOException;

    /**
     * How many bytes of a chunk that begins at {@code at} are there already; -1 if others are there in their place.
     */
    default int known(ByteBuffer chunk, long at) throws IOException {
        int count = (int) Math.max(0, Math.min(chunk.remaining(), position() - at));
        return matches(at, chunk.slice(chunk.position(), count)) ? count : -1;
    }

    /** Takes all of the bytes. */
    void write(ByteBuffer bytes) throws IOException;

    /** The stated checksum that the bytes do not have; null if they have all that are stated. */
    @Nullable
    StatedSum mismatch() throws IOException;

    /**
     * Whether the bytes themselves show that they are all: they have a stated checksum. That gzip ends with them shows it not,
     * since another member may follow.
     */
    default boolean provesEnd() throws IOException {
        return false;
    }

    /** Says what is kept, for a message; begins with a semicolon, or is empty. */
    String kept();
}
