package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.download.Checksums.StatedSum;
import io.github.analytics4j.download.DownloadedFile.IntegrityCheck;
import io.github.analytics4j.download.FileFacts.Validator;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SidecarFileTest extends Downloading {
    private static final FileFacts FACTS = new FileFacts(new Validator("\"a\"", null), 5, List.of(), null, null);
    private static final SidecarFile.Content CONTENT = new SidecarFile.Content(
            "voisnap.reports.download rpt_1 at https://api.voisnap.ai",
            new FileFacts(
                    new Validator("\"a: b\"", "Mon, 02 Nov 2026 10:00:00 GMT"),
                    123,
                    List.of(
                            new StatedSum(IntegrityCheck.MD5, "00ff", "Content-MD5"),
                            new StatedSum(IntegrityCheck.CRC32, "01", "x-y")),
                    "text/csv; charset=utf-8",
                    null),
            77,
            "me");

    @Test
    void take_free_remembersWhatIsWritten() throws Exception {
        Path sidecar = folder.resolve("x.resume");
        try (SidecarFile claim = SidecarFile.take(file(), sidecar)) {
            assertThat(claim.foundAny()).isFalse();
            assertThat(claim.found()).isNull();
            claim.write("a rather long identity", FACTS, 3);
            claim.write("short", FACTS, 4);
        }
        try (SidecarFile claim = SidecarFile.take(file(), sidecar)) {
            assertThat(claim.found().identity()).isEqualTo("short");
            assertThat(claim.found().facts()).isEqualTo(FACTS);
            assertThat(claim.found().position()).isEqualTo(4);
        }
    }

    @Test
    void take_takenHere_isRefusedUntilClosed() throws Exception {
        Path sidecar = folder.resolve("x.resume");
        SidecarFile claim = SidecarFile.take(file(), sidecar);
        DownloadException failure = Secrets.failure(
                DownloadException.class,
                () -> SidecarFile.take(file(), folder.resolve(".").resolve("x.resume")));
        assertThat(failure.reason()).isEqualTo(Reason.IN_USE);
        claim.close();
        SidecarFile.take(file(), sidecar).close();
    }

    @Test
    void take_deletedByItsHolder_isThereAgainForTheNext() throws Exception {
        Path sidecar = folder.resolve("x.resume");
        SidecarFile claim = SidecarFile.take(file(), sidecar);
        claim.delete();
        claim.close();
        SidecarFile.take(file(), sidecar).close();
        assertThat(sidecar).exists();
    }

    @Test
    void take_notTextAtAll_isTakenForTorn() throws Exception {
        Path sidecar = folder.resolve("x.resume");
        Files.write(sidecar, new byte[] {(byte) 0xff, 0, (byte) 0xc3, 7});
        try (SidecarFile claim = SidecarFile.take(file(), sidecar)) {
            assertThat(claim.foundAny()).isTrue();
            assertThat(claim.found()).isNull();
        }
    }

    @Test
    void saveTo_anotherProcessDownloads_isRefused() throws Exception {
        Content content = Content.of(1_000_000, 1);
        serve(hit -> Reply.file(content).etag("\"a\"").slow(500_000));
        File log = Files.createTempFile("download", ".log").toFile();
        Process process = DownloadingProcess.start(server.link(0), file(), log);
        while (process.isAlive() && !Files.exists(part())) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(fails(download()).reason()).isEqualTo(Reason.IN_USE);
        process.destroyForcibly().waitFor();
        serve(hit -> Reply.file(content).etag("\"a\""));
        saved(content, download());
        Files.delete(log.toPath());
    }

    @Test
    void saveTo_triedTwiceHere_staysLockedForOtherProcesses() throws Exception {
        Content content = Content.of(100_000, 1);
        File log = Files.createTempFile("download", ".log").toFile();
        serve(hit -> {
            try {
                Secrets.failure(DownloadException.class, () -> download().saveTo(file()));
                Process process = DownloadingProcess.start(server.link(0), file(), log);
                assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return Reply.file(content);
        });
        saved(content, download());
        assertThat(Files.readString(log.toPath())).contains(file() + " is being downloaded by someone else");
        Files.delete(log.toPath());
    }

    @Test
    void toText_full_isReadable() {
        assertThat(CONTENT.toText())
                .isEqualTo("analytics4j-download: 1\n"
                        + "identity: voisnap.reports.download rpt_1 at https://api.voisnap.ai\n"
                        + "owner: me\n"
                        + "etag: \"a: b\"\n"
                        + "last-modified: Mon, 02 Nov 2026 10:00:00 GMT\n"
                        + "length: 123\n"
                        + "position: 77\n"
                        + "content-type: text/csv; charset=utf-8\n"
                        + "sum: MD5 00ff Content-MD5\n"
                        + "sum: CRC32 01 x-y\n"
                        + "end: " + CONTENT.toText().substring(CONTENT.toText().lastIndexOf("end: ") + 5));
    }

    @Test
    void parse_ownText_givesTheSame() {
        SidecarFile.Content bare = new SidecarFile.Content("x", FileFacts.UNKNOWN, 0, "o");
        assertThat(SidecarFile.Content.parse(CONTENT.toText())).isEqualTo(CONTENT);
        assertThat(SidecarFile.Content.parse(bare.toText())).isEqualTo(bare);
    }

    @Test
    void parse_trailingRubbish_isOverlooked() {
        assertThat(SidecarFile.Content.parse(CONTENT.toText() + "\u0000\u0000\u0000"))
                .isEqualTo(CONTENT);
    }

    @Test
    void parse_tornAnywhere_isNull() {
        String text = CONTENT.toText();
        int complete = text.length() - 1; // without its last line end it is whole
        for (int cut = 0; cut < complete; cut++) {
            assertThat(SidecarFile.Content.parse(text.substring(0, cut)))
                    .as("cut at %d", cut)
                    .isNull();
        }
    }

    @Test
    void parse_anyByteChanged_isNullOrTheSame() {
        long seed = 7;
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder(CONTENT.toText());
            text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(90)));
            SidecarFile.Content read = SidecarFile.Content.parse(text.toString());
            assertThat(read == null || read.equals(CONTENT))
                    .as("seed %d, case %d: %s", seed, i, text)
                    .isTrue();
        }
    }

    @Test
    void parse_foreign_isNull() {
        assertThat(SidecarFile.Content.parse("")).isNull();
        assertThat(SidecarFile.Content.parse("hello\nend: 1")).isNull();
        assertThat(SidecarFile.Content.parse("analytics4j-download: 2\nend: 1")).isNull();
    }

    @Test
    void toText_identityWithLineEnds_staysOneLine() {
        SidecarFile.Content sidecar = new SidecarFile.Content("a\nlength: 5", FileFacts.UNKNOWN, 0, "o");
        SidecarFile.Content read = SidecarFile.Content.parse(sidecar.toText());
        assertThat(read.identity()).isEqualTo("a length: 5");
        assertThat(read.facts().total()).isEqualTo(-1);
    }
}
