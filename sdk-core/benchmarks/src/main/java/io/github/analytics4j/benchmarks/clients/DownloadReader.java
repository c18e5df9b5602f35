package io.github.analytics4j.benchmarks.clients;

import io.github.analytics4j.download.Download;
import io.github.analytics4j.voisnap.ReportFormat;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** Fetches a file into a folder of its own, and deletes it; what it saw is one item, as large as the file. */
public abstract class DownloadReader implements Reader {
    /** No text that would have to be parsed: that is a hundred classes, and not the SDK's. */
    private static final LocalDate FROM = LocalDate.of(2026, 4, 1);

    private static final LocalDate TO = LocalDate.of(2026, 4, 30);

    private DownloadReader() {}

    /** This SDK's report, from a client that is built once. */
    private abstract static class Voisnap extends DownloadReader {
        private @Nullable VoisnapClient client;

        VoisnapClient client(URI files) {
            VoisnapClient known = client;
            if (known == null) {
                known = VoisnapClient.builder()
                        .apiKey("key")
                        .baseUrl(files.toString())
                        .build();
                client = known;
            }
            return known;
        }

        @Override
        public final void close() {
            if (client != null) {
                client.close();
            }
        }
    }

    /** A finished report's download: the link asked for, the file written beside its name, checked, synced and moved. */
    public static final class Sdk extends Voisnap {
        @Override
        void fetch(URI files, Path file) {
            client(files).reports().download(r -> r.reportId("rpt_1")).saveTo(file);
        }
    }

    /** A whole report: ordered, waited for, then as {@link Sdk}. */
    public static final class SdkReport extends Voisnap {
        @Override
        void fetch(URI files, Path file) {
            client(files)
                    .reports()
                    .create(r -> r.type("conversation_summary")
                            .format(ReportFormat.CSV)
                            .dateFrom(FROM)
                            .dateTo(TO))
                    .await(Duration.ofMinutes(5))
                    .saveTo(file);
        }
    }

    /** A client of OkHttp, built once and by the first file, as ours is: a first pass pays for either. */
    private abstract static class OfOkHttp extends DownloadReader {
        private @Nullable OkHttpClient client;

        final OkHttpClient client() {
            OkHttpClient known = client;
            if (known == null) {
                known = new OkHttpClient();
                client = known;
            }
            return known;
        }

        @Override
        public final void close() {
            if (client != null) {
                OkHttpPages.shutDown(client);
            }
        }
    }

    /** A link that is given, saved by this SDK. */
    public static final class SdkLink extends OfOkHttp {
        @Override
        void fetch(URI files, Path file) {
            Download.of(URI.create(files + "/file"), client()).saveTo(file);
        }
    }

    /** OkHttp alone: a body straight into the file. */
    public static class Plain extends OfOkHttp {
        @Override
        void fetch(URI files, Path file) throws IOException {
            save(files + "/file", file);
        }

        final void save(String address, Path file) throws IOException {
            Request request = new Request.Builder().url(address).build();
            try (Response response = client().newCall(request).execute();
                    BufferedSink sink = Okio.buffer(Okio.sink(file))) {
                sink.writeAll(response.body().source());
            }
        }

        final void sync(Path file) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }

    /** As {@link Plain}, and the file is on the disk when it ends. */
    public static final class PlainSynced extends Plain {
        @Override
        void fetch(URI files, Path file) throws IOException {
            save(files + "/file", file);
            sync(file);
        }
    }

    /** The requests of a whole report with OkHttp alone: the order, the link that it redirects to, the file, synced. */
    public static final class PlainReport extends Plain {
        private static final String ORDER = "{\"type\":\"conversation_summary\",\"dateFrom\":\"" + FROM
                + "\",\"dateTo\":\"" + TO + "\",\"format\":\"csv\"}";

        @Override
        void fetch(URI files, Path file) throws IOException {
            Request order = new Request.Builder()
                    .url(files + "/api/v1/reports")
                    .header("Authorization", "Bearer key")
                    .post(RequestBody.create(ORDER, MediaType.get("application/json")))
                    .build();
            try (Response response = client().newCall(order).execute()) {
                String id = response.body().string().replaceAll(".*\"reportId\":\"(.*?)\".*", "$1");
                save(files + "/api/v1/reports/" + id + "/download", file);
            }
            sync(file);
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
