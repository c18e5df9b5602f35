package io.github.analytics4j.download;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Wants to know what the file is called, and no byte of it. */
final class NameTarget implements Target {
    private FileFacts facts = FileFacts.UNKNOWN;

    @Override
    public long position() {
        return 0;
    }

    @Override
    public FileFacts facts() {
        return facts;
    }

    @Override
    public boolean learn(FileFacts learned) {
        facts = learned;
        return false;
    }

    @Override
    public boolean canRestart() {
        return true;
    }

    @Override
    public void restart() {
        facts = FileFacts.UNKNOWN;
    }

    @Override
    public boolean matches(long at, ByteBuffer bytes) {
        return true;
    }

    @Override
    public void write(ByteBuffer bytes) {
        throw new IllegalStateException("no bytes were wanted");
    }

    @Override
    public @Nullable StatedSum mismatch() {
        return null;
    }

    @Override
    public String kept() {
        return "";
    }
}
