package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.client.StreamedExchange.StreamOpener;
import io.github.analytics4j.client.TimeSource;
import io.github.analytics4j.download.Connector.LinkSource;
import io.github.analytics4j.error.DownloadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A folder, a storage host that follows a script, and a download whose waits are recorded and not waited. */
@ExtendWith(Secrets.class)
abstract class Downloading {
    static final OkHttpClient CLIENT = new OkHttpClient();

    @TempDir
    Path folder;

    final List<Duration> sleeps = Collections.synchronizedList(new ArrayList<>());
    final ManualTime timing = new ManualTime(System::nanoTime, sleeps::add);
    StorageServer server;
    Links links;

    @AfterEach
    void nothingIsLeftRunning() throws Exception {
        Thread.interrupted();
        if (server != null) {
            server.close();
        }
        downloadsEnd();
    }

    /** Waits until no thread downloads, which has to be soon. */
    static void downloadsEnd() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("analytics4j-download")) {
                thread.join(2000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    /** A target that forgets what it is given. */
    static Target.Sink forgetting() {
        return new Target.Sink((chunk, position) -> chunk.position(chunk.limit()), DownloadOptions.DEFAULT);
    }

    void serve(Function<StorageServer.Hit, Reply> script) throws IOException {
        server = new StorageServer(script);
        links = Links.to(server);
    }

    Download download() {
        return over(links, StreamOpener.of(CLIENT), timing, PartFile.Opener.DISK);
    }

    /** A download in the time and on the disk of a test. */
    static Download over(LinkSource source, StreamOpener opener, TimeSource time, PartFile.Opener disk) {
        return new DefaultDownload(
                new DefaultDownload.Parts(source, opener, DownloadOptions.DEFAULT, null, null, time, () -> 0.5, disk));
    }

    Download download(Consumer<DownloadOptions.Builder> options) {
        return download().with(options);
    }

    Path file() {
        return folder.resolve("june.csv");
    }

    /** A file that is there, and that its owner alone may read. */
    void privateFile() throws IOException {
        Files.setPosixFilePermissions(
                Files.writeString(file(), "private"), PosixFilePermissions.fromString("rw-------"));
    }

    void assertPrivate() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    Path part() {
        return folder.resolve("june.csv.part");
    }

    /** Saves the file, which must become complete. */
    DownloadedFile saved(Content content, Download download) throws IOException {
        DownloadedFile done = download.saveTo(file());
        assertThat(content.isIn(file())).isTrue();
        assertThat(names()).containsExactly("june.csv");
        return done;
    }

    /** Saves the file, which must not become complete. */
    DownloadException fails(Download download) throws IOException {
        DownloadException failure = Secrets.failure(DownloadException.class, () -> download.saveTo(file()));
        assertThat(names()).doesNotContain("june.csv");
        return failure;
    }

    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
