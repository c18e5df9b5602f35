package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.download.FileFacts.Validator;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SidecarFileTest extends Downloading {
    private static final FileFacts FACTS = new FileFacts(new Validator("\"a\"", null), 5, List.of(), null, null);

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
}
