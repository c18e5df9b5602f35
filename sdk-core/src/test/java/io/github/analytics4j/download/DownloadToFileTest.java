package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.http.Openers;
import java.nio.file.Path;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadToFileTest {
    @TempDir
    Path folder;

    @Test
    void saveTo_connectionBreaks_resumes() throws Exception {
        Content content = Content.of(1_000_000, 1);
        try (StorageServer server =
                new StorageServer(hit -> Reply.file(content).etag("\"a\"").breakAfter(300_000))) {
            Path file = folder.resolve("june.csv");
            DownloadedFile done = Download.of(Links.to(server), Openers.of(new OkHttpClient()))
                    .saveTo(file);
            assertThat(content.isIn(file)).isTrue();
            System.out.println(server.ranges() + " " + done);
        }
    }
}
