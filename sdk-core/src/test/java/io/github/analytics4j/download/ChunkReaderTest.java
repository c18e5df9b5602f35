package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ChunkReaderTest {
    private final AtomicLong now = new AtomicLong();
    private final ManualTime timing = new ManualTime(now::get, duration -> {});
    private final TransferWatchdog watch =
            new TransferWatchdog(timing, DownloadOptions.DEFAULT, Thread.currentThread(), timing.nanos());

    @Test
    void next_smallPieces_becomeOneChunk() throws Exception {
        ChunkReader chunks = chunks(100, 0, false, 10, 20, 30);
        assertThat(sizeOf(chunks.next())).isEqualTo(60);
        assertThat(chunks.next()).isNull();
        assertThat(chunks.next()).isNull();
    }

    @Test
    void next_moreThanAChunk_comesInSeveral() throws Exception {
        ChunkReader chunks = chunks(25, 0, false, 10, 20, 30);
        assertThat(List.of(sizeOf(chunks.next()), sizeOf(chunks.next()), sizeOf(chunks.next())))
                .containsExactly(25, 25, 10);
        assertThat(chunks.next()).isNull();
    }

    @Test
    void next_slowLine_passesOnWhatIsThere() throws Exception {
        ChunkReader chunks = chunks(100, 15_000_000, false, 10, 10, 10, 10);
        assertThat(sizeOf(chunks.next())).as("after 30 ms").isEqualTo(20);
        assertThat(sizeOf(chunks.next())).isEqualTo(20);
    }

    @Test
    void next_atLeastSoMany_waitsForThem() throws Exception {
        ChunkReader chunks = chunks(100, 15_000_000, false, 10, 10, 10, 10);
        assertThat(sizeOf(chunks.next(35))).isEqualTo(40);
    }

    @Test
    void next_breakAfterBytes_deliversTheBytesFirst() throws Exception {
        ChunkReader chunks = chunks(100, 0, true, 10, 20);
        assertThat(sizeOf(chunks.next())).isEqualTo(30);
        assertThatThrownBy(chunks::next).isInstanceOf(IOException.class).hasMessage("broken");
        assertThatThrownBy(chunks::next).hasMessage("broken");
    }

    @Test
    void next_breakAtOnce_isThrown() {
        assertThatThrownBy(() -> chunks(100, 0, true).next()).hasMessage("broken");
    }

    @Test
    void next_emptyBody_isTheEnd() throws Exception {
        assertThat(chunks(100, 0, false).next()).isNull();
    }

    private static int sizeOf(ByteBuffer chunk) {
        return chunk.remaining();
    }

    private ChunkReader chunks(int size, long nanosAPiece, boolean breaks, Integer... pieces) {
        Queue<Integer> left = new ArrayDeque<>(List.of(pieces));
        ReadableByteChannel body = new ReadableByteChannel() {
            @Override
            public int read(ByteBuffer into) throws IOException {
                Integer piece = left.poll();
                now.addAndGet(nanosAPiece);
                if (piece == null) {
                    if (breaks) {
                        throw new IOException("broken");
                    }
                    return -1;
                }
                int fits = Math.min(piece, into.remaining());
                into.position(into.position() + fits);
                if (fits < piece) {
                    ((ArrayDeque<Integer>) left).addFirst(piece - fits);
                }
                return fits;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
        return new ChunkReader(body, ByteBuffer.allocate(size), watch, now::get, 0);
    }
}
