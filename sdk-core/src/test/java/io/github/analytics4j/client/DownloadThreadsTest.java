package io.github.analytics4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.download.Download;
import io.github.analytics4j.download.DownloadedFile;
import io.github.analytics4j.error.DeadlineExceededException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many downloads at once take few threads, and those that wait for one are not forgotten. */
@Timeout(60)
class DownloadThreadsTest {
    private static final byte[] FILE = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private static long threads(String begin) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(begin))
                .count();
    }

    private static Download file(ApiClient client) {
        return client.transport().download(TestApi.FILE, Ask.NOTHING);
    }

    @Test
    void saveToAsync_300AtOnce_takesFewThreadsAndSavesAll() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer();
                ApiClient client = TestApi.client(server.url()).build()) {
            server.times(300, (socket, out) -> {
                go.await();
                return ScriptedServer.whole(200, "text/csv", FILE).give(socket, out);
            });
            long before = threads("analytics4j-"); // other tests' idle ones
            List<CompletableFuture<DownloadedFile>> all = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                all.add(file(client).saveToAsync(folder.resolve("f" + i)));
            }
            server.take();

            assertThat(threads("analytics4j-") - before).isLessThan(60);
            go.countDown();
            // each waits for another: a continuation takes no thread of a download
            all.stream()
                    .map(one -> one.thenApply(saved -> all.get(299).join()))
                    .toList()
                    .forEach(one -> assertThat(one.join().bytes()).isEqualTo(FILE.length));
            assertThat(folder.toFile().list()).hasSize(300);
        }
    }

    @Test
    void saveToAsync_waitsForAThread_endsAtItsDeadlineOrWhenItIsCanceled() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer();
                ApiClient client = TestApi.client(server.url()).build()) {
            server.times(32, (socket, out) -> {
                go.await();
                return ScriptedServer.whole(200, "text/csv", FILE).give(socket, out);
            });
            List<CompletableFuture<DownloadedFile>> first = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                first.add(file(client).saveToAsync(folder.resolve("f" + i)));
            }
            for (int i = 0; i < 32; i++) {
                server.take();
            }
            CompletableFuture<DownloadedFile> late =
                    file(client).with(o -> o.deadline(Duration.ofMillis(200))).saveToAsync(folder.resolve("late"));
            CompletableFuture<DownloadedFile> unwanted = file(client).saveToAsync(folder.resolve("unwanted"));
            unwanted.cancel(true);

            assertThatThrownBy(() -> late.get(5, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessage(
                            "the download was not begun within 200 ms: 32 others of this process were under way all the time");
            assertThatThrownBy(unwanted::join).isInstanceOf(CancellationException.class);
            go.countDown();
            first.forEach(CompletableFuture::join);
            assertThat(server.count()).isZero();
        }
    }
}
