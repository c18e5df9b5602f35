package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.client.StreamedExchange.StreamOpener;
import io.github.analytics4j.download.Checksums.StatedSum;
import io.github.analytics4j.download.DownloadedFile.IntegrityCheck;
import io.github.analytics4j.download.FileFacts.Validator;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DownloadToSinkTest extends Downloading {
    private final Content content = Content.of(500_000, 6);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void transferTo_streamOverBreaks_getsEachByteOnce() throws Exception {
        serve(hit -> Reply.file(content).etag("\"a\"").breakAfter(130_000));
        assertThat(download().transferTo(out)).isEqualTo(500_000);
        assertThat(out.toByteArray()).isEqualTo(content.bytes());
        assertThat(server.hits()).isEqualTo(4);
        assertThat(names()).isEmpty();
    }

    @Test
    void transferTo_channel_getsAllAndStaysOpen() throws Exception {
        serve(hit -> Reply.file(content).breakAfter(300_000));
        WritableByteChannel channel = Channels.newChannel(out);
        assertThat(download().transferTo(channel)).isEqualTo(500_000);
        assertThat(channel.isOpen()).isTrue();
        assertThat(out.toByteArray()).isEqualTo(content.bytes());
    }

    @Test
    void forEachChunk_positions_followEachOther() throws Exception {
        AtomicLong next = new AtomicLong();
        serve(hit -> Reply.file(content).etag("\"a\"").breakAfter(300_000));
        long length = download().forEachChunk((chunk, position) -> {
            assertThat(position).isEqualTo(next.getAndAdd(chunk.remaining()));
            byte[] bytes = new byte[chunk.remaining()];
            chunk.get(bytes);
            out.write(bytes);
        });
        assertThat(length).isEqualTo(next.get()).isEqualTo(500_000);
        assertThat(out.toByteArray()).isEqualTo(content.bytes());
    }

    @Test
    void transferTo_verySmallBeginning_goesOnWithoutARange() throws Exception {
        serve(hit -> hit.number() == 1
                ? Reply.file(content).etag("\"a\"").breakAfter(500)
                : Reply.file(content).etag("\"a\""));
        assertThat(download().transferTo(out)).isEqualTo(500_000);
        assertThat(out.toByteArray()).isEqualTo(content.bytes());
        assertThat(server.ranges()).containsExactly("-", "-");
    }

    @Test
    void transferTo_fileChangesAfterBytesWereHandedOut_isAnError() throws Exception {
        serve(hit -> hit.number() == 1
                ? Reply.file(content).etag("\"a\"").breakAfter(200_000)
                : Reply.file(Content.of(500_000, 7)).etag("\"b\""));
        DownloadException failure =
                Secrets.failure(DownloadException.class, () -> download().transferTo(out));
        assertThat(failure.reason()).isEqualTo(Reason.CHANGED);
        assertThat(failure)
                .hasMessage("download from " + server.origin()
                        + ": the file changed, or the server ignores ranges (at byte 200000 of 500000);"
                        + " 200000 bytes were handed out");
    }

    @Test
    void transferTo_fileChangesWithoutASign_isToldByTheTail() throws Exception {
        serve(hit -> hit.number() == 1 ? Reply.file(content).breakAfter(200_000) : Reply.file(Content.of(500_000, 7)));
        assertThat(Secrets.failure(DownloadException.class, () -> download().transferTo(out))
                        .reason())
                .isEqualTo(Reason.CHANGED);
        assertThat(out.size()).isEqualTo(200_000);
    }

    @Test
    void transferTo_checksum_isComputedOverBreaks() throws Exception {
        String sha = Base64.getEncoder().encodeToString(content.digest("SHA-256"));
        serve(hit -> Reply.file(content)
                .etag("\"a\"")
                .header("x-amz-checksum-sha256", sha)
                .breakAfter(180_000));
        assertThat(download().transferTo(out)).isEqualTo(500_000);
        serve(hit -> Reply.file(Content.of(500_000, 8)).header("x-amz-checksum-sha256", sha));
        DownloadException failure =
                Secrets.failure(DownloadException.class, () -> download().transferTo(out));
        assertThat(failure.reason()).isEqualTo(Reason.WRONG_CHECKSUM);
        assertThat(failure.getMessage()).contains("the bytes do not have the SHA256 of x-amz-checksum-sha256");
    }

    /** As one that does not block, whose other side is slow. */
    @Test
    void transferTo_channelThatTakesNothing_endsAtOnce() throws Exception {
        serve(hit -> Reply.file(content));
        try (Pipe.SinkChannel full = Pipe.open().sink()) {
            full.configureBlocking(false);
            DownloadException failure =
                    Secrets.failure(DownloadException.class, () -> download().transferTo(full));
            assertThat(failure)
                    .hasMessageStartingWith("the consumer of the bytes failed: the channel took no byte;"
                            + " one that does not block must be set to block");
        }
    }

    @Test
    void transferTo_receiverFails_endsAtOnceWithItsFailure() throws Exception {
        serve(hit -> Reply.file(content));
        IOException broken = new IOException("broken pipe");
        DownloadException failure = Secrets.failure(
                DownloadException.class,
                () -> download().forEachChunk((chunk, at) -> {
                    throw broken;
                }));
        assertThat(failure.reason()).isEqualTo(Reason.NOT_WRITTEN);
        assertThat(failure)
                .hasMessage("the consumer of the bytes failed: broken pipe")
                .hasCause(broken);
        assertThat(server.hits()).isEqualTo(1);
    }

    @Test
    void transferTo_slowReceiver_isNoStall() throws Exception {
        AtomicLong now = new AtomicLong();
        ManualTime manual = new ManualTime(now::get, sleeps::add);
        serve(hit -> Reply.file(content));
        Download download = over(links, StreamOpener.of(CLIENT), manual, null);
        long length = download.forEachChunk((chunk, at) -> {
            now.addAndGet(3_600_000_000_000L);
            chunk.position(chunk.limit());
        });
        assertThat(length).isEqualTo(500_000);
        assertThat(server.hits()).isEqualTo(1);
    }

    @Test
    void sink_remembersItsTail_andSaysWhatDiffers() throws Exception {
        Target.Sink sink = forgetting();
        byte[] bytes = new byte[3000];
        new Random(1).nextBytes(bytes);
        sink.learn(FileFacts.UNKNOWN);
        sink.write(ByteBuffer.wrap(bytes, 0, 10));
        sink.write(ByteBuffer.wrap(bytes, 10, 2990));
        assertThat(sink.position()).isEqualTo(3000);
        assertThat(sink.matches(2000, ByteBuffer.wrap(bytes, 2000, 1000))).isTrue();
        assertThat(sink.matches(0, ByteBuffer.wrap(new byte[1000])))
                .as("not remembered")
                .isTrue();
        byte[] other = bytes.clone();
        other[2999] ^= 1;
        assertThat(sink.matches(2000, ByteBuffer.wrap(other, 2000, 1000))).isFalse();
        assertThat(sink.canRestart()).isFalse();
        assertThat(sink.kept()).isEqualTo("; 3000 bytes were handed out");
    }

    @Test
    void sink_sums_areTakenOnlyFromTheBeginning() throws Exception {
        StatedSum wrong = new StatedSum(IntegrityCheck.CRC32, "00000000", "x-amz-checksum-crc32");
        FileFacts stated = new FileFacts(Validator.NONE, 5, List.of(wrong), null, null);
        Target.Sink early = forgetting();
        early.learn(stated);
        early.write(ByteBuffer.wrap("hello".getBytes(StandardCharsets.UTF_8)));
        assertThat(early.mismatch()).isEqualTo(wrong);
        Target.Sink late = forgetting();
        late.learn(FileFacts.UNKNOWN);
        late.write(ByteBuffer.wrap("he".getBytes(StandardCharsets.UTF_8)));
        late.learn(stated);
        late.write(ByteBuffer.wrap("llo".getBytes(StandardCharsets.UTF_8)));
        assertThat(late.mismatch()).isNull();
    }
}
