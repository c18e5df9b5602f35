package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a night's export meets, all at once. */
@Timeout(240)
class LargeDownloadTest extends Downloading {
    private static final long SIZE = 200_000_000;

    private final Content content = Content.of(SIZE, 10);
    private final long seed = Long.getLong("walk.seed", 20261121L);
    private final Random random = new Random(seed);

    @Test
    void saveTo_200MegabytesOverBreaksStallsAndExpiringLinks_arriveWithoutReadingTwice() throws Exception {
        serve(this::moody);
        DownloadedFile done = saved(
                content, download(o -> o.stallTimeout(Duration.ofMillis(250)).maxRenewals(1000)));
        assertThat(done.bytes()).isEqualTo(SIZE);
        assertThat(server.hits()).as("seed %d", seed).isGreaterThan(30);
        assertThat(links.asked()).isGreaterThan(3);
        assertReadOnce();
    }

    @Test
    void saveTo_killedTenTimes_continuesEachTimeWithoutReadingTwice() throws Exception {
        serve(hit ->
                Reply.file(content).etag("\"a\"").slow(60_000_000).breakAfter(5_000_000 + random.nextInt(30_000_000)));
        Path file = folder.resolve("june.csv");
        File log = Files.createTempFile("download", ".log").toFile();
        for (int kill = 0; kill < 10; kill++) {
            long moment = kill * SIZE / 10 + random.nextInt((int) (SIZE / 11));
            Process process = DownloadingProcess.start(server.link(0), file, log);
            while (process.isAlive() && lengthOf(part()) < moment) {
                LockSupport.parkNanos(200_000);
            }
            assertThat(process.isAlive())
                    .as("seed %d: %s", seed, Files.readString(log.toPath()))
                    .isTrue();
            process.destroyForcibly().waitFor();
            assertThat(file).doesNotExist();
        }
        Process last = DownloadingProcess.start(server.link(0), file, log);
        assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(log.toPath())).isEqualTo("complete: " + SIZE + "\n");
        assertThat(content.isIn(file)).isTrue();
        assertThat(names()).containsExactly("june.csv");
        assertReadOnce();
        Files.delete(log.toPath());
    }

    @Test
    void saveTo_2Gigabytes_fitInAHeapOf32Megabytes() throws Exception {
        Content huge = Content.of(2L << 30, 11);
        serve(hit -> Reply.file(huge).etag("\"a\""));
        File log = Files.createTempFile("download", ".log").toFile();
        Process process = DownloadingProcess.start(server.link(0), file(), log, "-Xmx32m");
        assertThat(process.waitFor(200, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(log.toPath())).isEqualTo("complete: " + (2L << 30) + "\n");
        assertThat(Files.size(file())).isEqualTo(2L << 30);
        assertThat(names()).containsExactly("june.csv");
        Files.delete(log.toPath());
    }

    private synchronized Reply moody(StorageServer.Hit hit) {
        if (random.nextInt(8) == 0) {
            return Reply.expired();
        }
        Reply reply = Reply.file(content).etag("\"a\"");
        long some = 100_000L + random.nextInt(8_000_000);
        return random.nextInt(10) == 0 ? reply.stallAfter(some) : reply.breakAfter(some);
    }

    private void assertReadOnce() {
        long again = server.bytesSent() - SIZE;
        assertThat(again).as("seed %d: bytes sent more than once", seed).isLessThan(SIZE / 50);
    }

    private static long lengthOf(Path path) throws IOException {
        return Files.exists(path) ? Files.size(path) : -1;
    }
}
