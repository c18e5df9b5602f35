package io.github.analytics4j.benchmarks.clients;

import io.github.analytics4j.voisnap.VoisnapClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** Fetches a file into a folder of its own, and deletes it; what it saw is one item, as large as the file. */
public abstract class DownloadReader implements Reader {
    private DownloadReader() {}

    /** This SDK's report download: the link asked for, the file written beside its name, checked, synced and moved. */
    public static final class Sdk extends DownloadReader {
        private @Nullable VoisnapClient client;

        @Override
        void fetch(URI files, Path file) {
            if (client == null) {
                client = VoisnapClient.builder()
                        .apiKey("key")
                        .baseUrl(files.toString())
                        .build();
            }
            client.reports().download(r -> r.reportId("rpt_1")).saveTo(file);
        }

        @Override
        public void close() {
            if (client != null) {
                client.close();
            }
        }
    }

    /** OkHttp alone: the body straight into the file. */
    public static final class Plain extends DownloadReader {
        private final OkHttpClient client = new OkHttpClient();

        @Override
        void fetch(URI files, Path file) throws IOException {
            Request request = new Request.Builder().url(files + "/file").build();
            try (Response response = client.newCall(request).execute();
                    BufferedSink sink = Okio.buffer(Okio.sink(file))) {
                sink.writeAll(response.body().source());
            }
        }

        @Override
        public void close() {
            OkHttpPages.shutDown(client);
        }
    }

    abstract void fetch(URI files, Path file) throws IOException;

    @Override
    public Totals read(URI files, long atMost) throws IOException {
        Path folder = Files.createTempDirectory("download");
        Path file = folder.resolve("report.csv");
        fetch(files, file);
        Totals totals = new Totals();
        totals.add(Files.size(file), "");
        Files.delete(file);
        Files.delete(folder);
        return totals;
    }
}
