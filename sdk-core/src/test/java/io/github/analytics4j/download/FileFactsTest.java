package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.download.Checksums.StatedSum;
import io.github.analytics4j.download.FileFacts.Validator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FileFactsTest {
    @Test
    void of_wholeFile_takesItsLength() {
        FileFacts facts = FileFacts.of(FakeResponse.of(
                200,
                "Content-Length",
                " 12 ",
                "ETag",
                "\"a\"",
                "Content-Type",
                "text/csv",
                "Content-Disposition",
                "x"));
        assertThat(facts).isEqualTo(new FileFacts(new Validator("\"a\"", null), 12, List.of(), "text/csv", "x"));
    }

    @Test
    void of_range_takesTheTotal_notTheRangesLength() {
        assertThat(FileFacts.of(FakeResponse.of(206, "Content-Length", "2", "Content-Range", "bytes 8-9/10"))
                        .total())
                .isEqualTo(10);
        assertThat(FileFacts.of(FakeResponse.of(206, "Content-Length", "2", "Content-Range", "bytes 8-9/*"))
                        .total())
                .isEqualTo(-1);
        assertThat(FileFacts.of(FakeResponse.of(206, "Content-Length", "2")).total())
                .isEqualTo(-1);
    }

    @Test
    void of_noOrStrangeLength_isUnknown() {
        assertThat(FileFacts.of(FakeResponse.of(200)).total()).isEqualTo(-1);
        assertThat(FileFacts.of(FakeResponse.of(200, "Content-Length", "-5")).total())
                .isEqualTo(-1);
        assertThat(FileFacts.of(FakeResponse.of(200, "Content-Length", "99999999999999999999"))
                        .total())
                .isEqualTo(-1);
    }

    @Test
    void and_laterAnswer_addsWhatWasNotKnown() {
        FileFacts first = new FileFacts(Validator.NONE, -1, List.of(), "text/csv", null);
        FileFacts later = new FileFacts(new Validator("\"a\"", null), 10, List.of(), "text/plain", "x");
        assertThat(first.and(later))
                .isEqualTo(new FileFacts(new Validator("\"a\"", null), 10, List.of(), "text/csv", "x"));
        assertThat(later.and(first)).isEqualTo(later);
    }

    @Test
    void sink_remembersItsTail_andSaysWhatDiffers() throws Exception {
        SinkTarget sink = new SinkTarget((chunk, position) -> chunk.position(chunk.limit()));
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
        SinkTarget early = new SinkTarget((chunk, position) -> chunk.position(chunk.limit()));
        early.learn(stated);
        early.write(ByteBuffer.wrap("hello".getBytes(StandardCharsets.UTF_8)));
        assertThat(early.mismatch()).isEqualTo(wrong);
        SinkTarget late = new SinkTarget((chunk, position) -> chunk.position(chunk.limit()));
        late.learn(FileFacts.UNKNOWN);
        late.write(ByteBuffer.wrap("he".getBytes(StandardCharsets.UTF_8)));
        late.learn(stated);
        late.write(ByteBuffer.wrap("llo".getBytes(StandardCharsets.UTF_8)));
        assertThat(late.mismatch()).isNull();
    }
}
