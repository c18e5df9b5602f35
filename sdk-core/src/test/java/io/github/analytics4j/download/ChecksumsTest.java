package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.download.Checksums.StatedSum;
import io.github.analytics4j.download.DownloadedFile.IntegrityCheck;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sums are those of "hello world", computed elsewhere. */
class ChecksumsTest {
    private static final String MD5 = "XrY7u+Ae7tCTyyK7j1rNww==";
    private static final String MD5_HEX = "5eb63bbbe01eeed093cb22bb8f5acdc3";
    private static final String SHA1 = "Kq5sNclPz7QV2+lfQIuc6R7oRu0=";
    private static final String SHA256 = "uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=";
    private static final String SHA512 =
            "MJ7MSJwS1utMxA9QyQLytNDtd+5RGnx6m808qG1M2G+YndNbxf9JlnDaNCVbRbDP2DDoH2Bdz33FVC6TrpzXbw==";
    private static final String CRC32 = "DUoRhQ==";
    private static final String CRC32C = "yZRlqg==";

    @ParameterizedTest
    @CsvSource({
        "Content-MD5, " + MD5 + ", MD5",
        "Content-Digest, sha-256=:" + SHA256 + ":, SHA256",
        "Repr-Digest, sha-512=:" + SHA512 + ":, SHA512",
        "Digest, SHA-256=" + SHA256 + ", SHA256",
        "Digest, sha=" + SHA1 + ", SHA1",
        "x-goog-hash, crc32c=" + CRC32C + ", CRC32C",
        "x-amz-checksum-crc32, " + CRC32 + ", CRC32",
        "x-amz-checksum-sha1, " + SHA1 + ", SHA1",
        "x-amz-checksum-sha256, " + SHA256 + ", SHA256",
    })
    void of_statedSum_isFoundAndRight(String header, String value, IntegrityCheck check) {
        List<StatedSum> sums = Checksums.stated(FakeResponse.of(200, header, value));
        assertThat(sums).extracting(StatedSum::check).containsExactly(check);
        assertThat(mismatch(sums, "hello world")).isNull();
        assertThat(mismatch(sums, "hello World")).isEqualTo(sums.get(0));
    }

    @Test
    void of_severalInOneHeader_areAllFound() {
        assertThat(Checksums.stated(FakeResponse.of(200, "x-goog-hash", "crc32c=" + CRC32C + ",md5=" + MD5)))
                .extracting(StatedSum::check)
                .containsExactly(IntegrityCheck.CRC32C, IntegrityCheck.MD5);
    }

    @Test
    void of_rangeAnswer_takesOnlySumsOfTheWholeFile() {
        FakeResponse range = FakeResponse.of(
                206,
                "Content-MD5",
                MD5,
                "Content-Digest",
                "sha-256=:" + SHA256 + ":",
                "Repr-Digest",
                "md5=:" + MD5 + ":");
        assertThat(Checksums.stated(range)).containsExactly(new StatedSum(IntegrityCheck.MD5, MD5_HEX, "Repr-Digest"));
    }

    @Test
    void of_amazonTag_isAnMd5() {
        assertThat(Checksums.stated(FakeResponse.of(206, "ETag", "\"" + MD5_HEX + "\"", "x-amz-request-id", "1")))
                .containsExactly(new StatedSum(IntegrityCheck.MD5, MD5_HEX, "ETag"));
    }

    @Test
    void of_tagThatOnlyLooksLikeAnMd5_isNone() {
        String tag = "\"" + MD5_HEX + "\"";
        assertThat(Checksums.stated(FakeResponse.of(200, "ETag", tag))).isEmpty();
        assertThat(Checksums.stated(FakeResponse.of(200, "ETag", "W/" + tag, "x-amz-request-id", "1")))
                .isEmpty();
        assertThat(Checksums.stated(FakeResponse.of(200, "ETag", "\"" + MD5_HEX + "-3\"", "x-amz-request-id", "1")))
                .isEmpty();
        assertThat(Checksums.stated(FakeResponse.of(
                        200, "ETag", tag, "x-amz-request-id", "1", "x-amz-server-side-encryption", "aws:kms")))
                .isEmpty();
    }

    @Test
    void of_compositeChecksum_isNone() {
        assertThat(Checksums.stated(
                        FakeResponse.of(200, "x-amz-checksum-sha256", SHA256, "x-amz-checksum-type", "COMPOSITE")))
                .isEmpty();
        assertThat(Checksums.stated(FakeResponse.of(200, "x-amz-checksum-sha256", SHA256 + "-3")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Content-MD5, not base64!",
        "Content-MD5, YWJj",
        "Digest, sha-999=abc",
        "Digest, nothing",
        "Repr-Digest, sha-256=::",
        "x-goog-hash, crc32c="
    })
    void of_unusable_isIgnored(String header, String value) {
        assertThat(Checksums.stated(FakeResponse.of(200, header, value))).isEmpty();
    }

    private static StatedSum mismatch(List<StatedSum> stated, String text) {
        Checksums sums = new Checksums(stated);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sums.update(ByteBuffer.wrap(bytes, 0, 4));
        sums.update(ByteBuffer.wrap(bytes, 4, bytes.length - 4));
        return sums.mismatch();
    }
}
