package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.download.DownloadOptions.FileKind;
import io.github.analytics4j.download.DownloadedFile.IntegrityCheck;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that the storage keeps encoded, and sends so whatever was asked for. */
class GzipDownloadTest extends Downloading {
    private final Content content = Content.of(400_000, 15);
    private final Content coded = Content.of(gzip(content.bytes()));

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private Reply stored() {
        return Reply.file(coded).header("Content-Encoding", "gzip");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void saveTo_decodedOverAFileThatIsPrivate_keepsItSo() throws Exception {
        serve(hit -> stored());
        privateFile();
        saved(content, download(o -> o.overwrite(true)));
        assertPrivate();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP", "aws-chunked,gzip", "identity, gzip"})
    void saveTo_storedAsGzip_isDecoded(String coding) throws Exception {
        serve(hit -> Reply.file(coded).header("Content-Encoding", coding));
        DownloadedFile done = saved(content, download());
        assertThat(done.bytes()).isEqualTo(400_000);
        assertThat(done.checks()).containsExactly(IntegrityCheck.LENGTH);
    }

    @Test
    void saveTo_asItIs_isTheEncodedFile() throws Exception {
        serve(hit -> stored());
        DownloadedFile done = saved(coded, download(o -> o.decode(false)));
        assertThat(done.bytes()).isEqualTo(coded.length());
    }

    @Test
    void saveTo_breaks_areResumedInTheEncodedBytes() throws Exception {
        String md5 = Base64.getEncoder().encodeToString(coded.digest("MD5"));
        serve(hit -> stored().etag("\"a\"").header("Content-MD5", md5).breakAfter(150_000));
        assertThat(saved(content, download()).checks())
                .containsExactlyInAnyOrder(IntegrityCheck.LENGTH, IntegrityCheck.MD5);
        assertThat(server.ranges()).startsWith("-", "bytes=148976-");
    }

    @Test
    void saveTo_keptPart_isGoneOnWithInTheNextRun() throws Exception {
        serve(hit -> stored().breakAfter(hit.number() == 1 ? 150_000 : 0));
        fails(download(o -> o.maxFruitlessTries(1)));
        serve(hit -> stored());
        saved(content, download());
        assertThat(server.ranges()).containsExactly("bytes=148976-");
    }

    @Test
    void transferTo_breaks_handOutEachDecodedByteOnce() throws Exception {
        serve(hit -> stored().etag("\"a\"").breakAfter(hit.number() == 1 ? 5 : 100_000));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(download().transferTo(out)).isEqualTo(400_000);
        assertThat(out.toByteArray()).isEqualTo(content.bytes());
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        assertThat(download(o -> o.decode(false)).transferTo(raw)).isEqualTo(coded.length());
        assertThat(raw.toByteArray()).isEqualTo(coded.bytes());
    }

    @Test
    void saveTo_severalMembers_areOneFile() throws Exception {
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.write(gzip("id,cost\n".getBytes(StandardCharsets.UTF_8)));
        two.write(gzip("1,2\n".getBytes(StandardCharsets.UTF_8)));
        two.write(new byte[100]); // as tape drives pad
        serve(hit -> Reply.file(Content.of(two.toByteArray())).header("Content-Encoding", "gzip"));
        download().saveTo(file());
        assertThat(file()).hasContent("id,cost\n1,2\n");
    }

    @Test
    void saveTo_unframedGzipBrokenBetweenItsMembers_isNotProven() throws Exception {
        byte[] first = gzip(content.bytes());
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(gzip("the rest\n".getBytes(StandardCharsets.UTF_8)));
        Content members = Content.of(both.toByteArray());
        serve(hit -> Reply.file(members)
                .header("Content-Encoding", "gzip")
                .withoutLength()
                .ignoringRanges()
                .breakAfter(first.length));
        assertThat(fails(download()).reason()).isEqualTo(Reason.NOT_PROVEN);
        assertThat(fails(download(o -> o.decode(false))).reason()).isEqualTo(Reason.NOT_PROVEN);
        DownloadException handedOut =
                Secrets.failure(DownloadException.class, () -> download().transferTo(new ByteArrayOutputStream()));
        assertThat(handedOut.reason()).isEqualTo(Reason.NOT_PROVEN);
        assertThat(part()).hasSize(first.length);
    }

    @Test
    void saveTo_unframedGzipBrokenBetweenItsMembers_goesOnWhereRangesAreServed() throws Exception {
        byte[] first = gzip(content.bytes());
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(gzip(content.bytes()));
        Content members = Content.of(both.toByteArray());
        serve(hit -> hit.number() == 1
                ? Reply.file(members)
                        .header("Content-Encoding", "gzip")
                        .withoutLength()
                        .breakAfter(first.length)
                : Reply.file(members).header("Content-Encoding", "gzip"));
        assertThat(download().saveTo(file()).bytes()).isEqualTo(800_000);
        assertThat(server.ranges()).containsExactly("-", "bytes=" + (first.length - 1024) + "-");
    }

    @Test
    void saveTo_unframedGzipWithoutRanges_isTakenOnlyWhenAllowed() throws Exception {
        serve(hit -> stored().withoutLength().ignoringRanges());
        assertThat(fails(download()).reason()).isEqualTo(Reason.NOT_PROVEN);
        saved(content, download(o -> o.allowUnproven(true)));
    }

    @Test
    void saveTo_encodingChangesMidway_beginsAnew() throws Exception {
        serve(hit -> hit.number() == 1 ? stored().breakAfter(150_000) : Reply.file(content));
        saved(content, download());
    }

    @Test
    void transferTo_encodingChangesMidway_isAnError() throws Exception {
        for (int at : new int[] {500, 150_000}) {
            serve(hit -> hit.number() == 1 ? stored().breakAfter(at) : Reply.file(content));
            assertThat(Secrets.failure(
                                    DownloadException.class, () -> download().transferTo(new ByteArrayOutputStream()))
                            .reason())
                    .isEqualTo(Reason.CHANGED);
        }
    }

    @Test
    void saveTo_damagedGzip_isNoFile_asItIsItCanBeHad() throws Exception {
        byte[] bytes = coded.bytes().clone();
        bytes[bytes.length - 6] ^= 1;
        Content damaged = Content.of(bytes);
        serve(hit -> Reply.file(damaged).header("Content-Encoding", "gzip"));
        DownloadException failure = fails(download());
        assertThat(failure.reason()).isEqualTo(Reason.NOT_THE_FILE);
        assertThat(failure)
                .hasMessage(file() + ": the bytes cannot be decoded from gzip: its checksum or length is another;"
                        + " decode(false) takes them as they are; what came is kept in " + part());
        assertThat(names()).containsExactly("june.csv.part", "june.csv.part.resume");
        saved(damaged, download(o -> o.decode(false)));
        assertThat(Secrets.failure(DownloadException.class, () -> download().transferTo(new ByteArrayOutputStream()))
                        .reason())
                .isEqualTo(Reason.NOT_THE_FILE);
    }

    @Test
    void saveTo_strangersDecodedFile_isLeftAlone() throws Exception {
        serve(hit -> stored());
        Path decoded = folder.resolve("june.csv.part.decoded");
        Files.writeString(decoded, "precious");
        assertThat(fails(download())).hasMessageStartingWith(decoded + " is there, but nothing says");
        assertThat(decoded).hasContent("precious");
    }

    @Test
    void saveTo_gzipThatEndsEarly_isNoFile() throws Exception {
        Content half = Content.of(Arrays.copyOf(coded.bytes(), 200_000));
        serve(hit -> Reply.file(half).header("Content-Encoding", "gzip"));
        assertThat(fails(download())).hasMessageContaining("cannot be decoded from gzip: it ends early");
        assertThat(Secrets.failure(DownloadException.class, () -> download().transferTo(new ByteArrayOutputStream())))
                .hasMessageContaining("cannot be decoded from gzip: it ends early");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "deflate", "gzip, gzip"})
    void saveTo_codingThatCannotBeUndone_isNamed(String coding) throws Exception {
        serve(hit -> Reply.file(content).header("Content-Encoding", coding));
        assertThat(fails(download()))
                .hasMessage("download from " + server.origin() + ": the bytes are encoded (" + coding
                        + ") though they must not be, and this client undoes gzip alone; decode(false) takes them as they"
                        + " are (at byte 0)");
        saved(content, download(o -> o.decode(false)));
    }

    @Test
    void saveTo_bomb_stopsAtTheLimit() throws Exception {
        Content bomb = Content.of(gzip(new byte[5_000_000]));
        serve(hit -> Reply.file(bomb).header("Content-Encoding", "gzip"));
        DownloadException failure = fails(download(o -> o.maxBytes(1_000_000)));
        assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(names()).containsExactly("june.csv.part", "june.csv.part.resume");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(Secrets.failure(
                                DownloadException.class,
                                () -> download(o -> o.maxBytes(1_000_000)).transferTo(out))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(out.size()).isLessThanOrEqualTo(1_000_000);
    }

    @Test
    void saveTo_pageInGzip_isNoReport_csvInGzipIs() throws Exception {
        Content page = Content.of(gzip("<html>sorry</html>".getBytes(StandardCharsets.UTF_8)));
        serve(hit -> Reply.file(page).header("Content-Encoding", "gzip"));
        assertThat(fails(download(o -> o.expect(FileKind.CSV))))
                .hasMessageContaining("it begins otherwise than CSV does: HTML");
        byte[] rows = "<5s,>5s\n1,2\n".getBytes(StandardCharsets.UTF_8);
        serve(hit -> Reply.file(Content.of(gzip(rows))).header("Content-Encoding", "gzip"));
        saved(Content.of(rows), download(o -> o.expect(FileKind.CSV)));
    }

    @Test
    void saveTo_decodedOnTheWay_isNotHeldAgainstTheSumsOfWhatIsStored() throws Exception {
        String md5 = Base64.getEncoder().encodeToString(coded.digest("MD5"));
        serve(hit -> Reply.file(content)
                .chunked()
                .header("x-goog-stored-content-encoding", "gzip")
                .header("x-goog-hash", "md5=" + md5));
        assertThat(saved(content, download()).checks()).isEmpty();
    }
}
