package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.client.StreamedExchange;
import io.github.analytics4j.client.StreamedExchange.StreamOpener;
import io.github.analytics4j.client.StreamedExchange.StreamedResponse;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Bodies that never fall silent and never end, in simulated time. */
class SlowDownloadTest extends Downloading {
    private static final int LENGTH = 1_000_000;

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger opened = new AtomicInteger();
    private final ManualTime simulated = new ManualTime(now::get, pause -> {
        sleeps.add(pause);
        now.addAndGet(pause.toNanos());
    });

    /** So many bytes at a time, each after so long. */
    private Download dripping(int bytes, Duration pause) {
        StreamOpener opener = (link, headers) -> new StreamedExchange() {
            @Override
            public StreamedResponse execute() {
                opened.incrementAndGet();
                String range = headers.getOrDefault("Range", "bytes=0-");
                int from = Integer.parseInt(range.substring(6, range.length() - 1));
                return new Dripping(from, bytes, pause);
            }

            @Override
            public void cancel() {}
        };
        Links endless = new Links("test.download june", number -> "http://127.0.0.1:9/x?link=" + number);
        return over(endless, opener, simulated, PartFile.Opener.DISK);
    }

    private final class Dripping implements StreamedResponse, ReadableByteChannel {
        private final int from;
        private final int bytes;
        private final Duration pause;
        private int at;

        Dripping(int from, int bytes, Duration pause) {
            this.from = from;
            this.bytes = bytes;
            this.pause = pause;
            this.at = from;
        }

        @Override
        public int read(ByteBuffer into) {
            now.addAndGet(pause.toNanos());
            int count = Math.min(Math.min(bytes, into.remaining()), LENGTH - at);
            into.put(new byte[count]);
            at += count;
            return count == 0 ? -1 : count;
        }

        @Override
        public int status() {
            return from == 0 ? 200 : 206;
        }

        @Override
        public URI url() {
            return URI.create("http://127.0.0.1:9/x");
        }

        @Override
        public String header(String name) {
            return Map.of(
                            "Content-Length", "" + (LENGTH - from),
                            "Content-Range", "bytes " + from + "-" + (LENGTH - 1) + "/" + LENGTH)
                    .get(name);
        }

        @Override
        public ReadableByteChannel body() {
            return this;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    @Test
    void saveTo_aByteASecond_isGivenUpAfterSomeMinutes() throws Exception {
        DownloadException failure = Secrets.failure(
                DownloadException.class,
                () -> dripping(1, Duration.ofSeconds(1)).saveTo(file()));
        assertThat(failure.reason()).isEqualTo(Reason.BROKEN);
        assertThat(failure.getMessage())
                .startsWith(
                        "download from http://127.0.0.1:9: 6 tries in a row brought too few bytes; the last: only 30"
                                + " bytes came in 30 s of waiting for them (at byte ")
                .endsWith("; what came is kept in " + part());
        assertThat(opened).hasValue(6);
        assertThat(Duration.ofNanos(now.get())).isLessThan(Duration.ofMinutes(4));
    }

    @Test
    void saveTo_slowButAboveTheFloor_isFetched() throws Exception {
        dripping(1500, Duration.ofSeconds(1)).saveTo(file());
        assertThat(file()).hasSize(LENGTH);
        assertThat(opened).hasValue(1);
    }

    @Test
    void saveTo_withoutAFloor_endsWithTheDay() throws Exception {
        DeadlineExceededException failure = Secrets.failure(
                DeadlineExceededException.class,
                () -> dripping(1, Duration.ofSeconds(1))
                        .saveTo(file(), o -> o.minBytesPerSecond(0).stallTimeout(Duration.ofHours(1))));
        assertThat(failure.getMessage()).startsWith("the download was not complete after 86400 s");
        assertThat(Duration.ofNanos(now.get())).isLessThan(Duration.ofHours(25));
    }

    @Test
    void transferTo_slowConsumer_isNoSlowConnection() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long length = dripping(8192, Duration.ofMillis(10)).forEachChunk((chunk, position) -> {
            now.addAndGet(Duration.ofMinutes(5).toNanos());
            byte[] bytes = new byte[chunk.remaining()];
            chunk.get(bytes);
            out.write(bytes);
        });
        assertThat(length).isEqualTo(LENGTH).isEqualTo(out.size());
        assertThat(opened).hasValue(1);
    }
}
