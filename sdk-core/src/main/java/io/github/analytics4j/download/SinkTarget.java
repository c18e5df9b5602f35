package io.github.analytics4j.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Bytes that are handed out as they come: nothing can be taken back, and only the last of them are remembered. */
final class SinkTarget implements Target {
    private final ChunkConsumer consumer;
    private final byte[] tail = new byte[Transfer.OVERLAP];
    private long position;
    private FileFacts facts = FileFacts.UNKNOWN;
    private @Nullable Sums sums;

    SinkTarget(ChunkConsumer consumer) {
        this.consumer = consumer;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public FileFacts facts() {
        return facts;
    }

    @Override
    public boolean learn(FileFacts learned) {
        facts = learned;
        if (position == 0) {
            sums = new Sums(learned.sums());
        }
        return true;
    }

    @Override
    public boolean canRestart() {
        return position == 0;
    }

    @Override
    public void restart() {
        facts = FileFacts.UNKNOWN;
        sums = null;
    }

    @Override
    public boolean matches(long at, ByteBuffer bytes) {
        for (int i = 0; i < bytes.remaining(); i++) {
            long where = at + i;
            boolean remembered = where >= position - tail.length && where < position;
            if (remembered && tail[slot(where)] != bytes.get(bytes.position() + i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        if (sums != null) {
            sums.update(bytes);
        }
        int remembered = Math.min(bytes.remaining(), tail.length);
        for (int i = bytes.remaining() - remembered; i < bytes.remaining(); i++) {
            tail[slot(position + i)] = bytes.get(bytes.position() + i);
        }
        int count = bytes.remaining();
        consumer.accept(bytes, position);
        position += count;
    }

    @Override
    public @Nullable StatedSum mismatch() {
        return sums == null ? null : sums.mismatch();
    }

    @Override
    public String kept() {
        return position == 0 ? "" : "; " + position + " bytes were handed out";
    }

    private int slot(long where) {
        return (int) (where % tail.length);
    }
}
