package io.github.analytics4j.download;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes the bytes of a download in order, each exactly once. */
@FunctionalInterface
public interface ChunkConsumer {

    /**
     * Takes the next bytes; they are gone when this returns.
     *
     * @param chunk the bytes, to be read to their end
     * @param position where in the file they begin
     * @throws IOException to end the download
     */
    void accept(ByteBuffer chunk, long position) throws IOException;
}
