package io.github.analytics4j.testkit.storage;

/** Fills a buffer with what stands at a position of a file. */
@FunctionalInterface
public interface FileContent {
    void read(long position, byte[] into, int offset, int length);
}
