package io.github.analytics4j.download;

import io.github.analytics4j.child.ChildJvm;
import io.github.analytics4j.client.StreamedExchange.StreamOpener;
import io.github.analytics4j.client.TimeSource;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;

/** A program that downloads one file, to be killed or kept short of memory. */
final class DownloadingProcess {
    private DownloadingProcess() {}

    /** The link, whose number is counted up with each renewal, and where the file is to be. */
    public static void main(String[] args) {
        URI link = URI.create(args[0]);
        Links links = new Links("process", number -> link + "&renewal=" + number);
        Download download = DefaultDownload.of(links, StreamOpener.of(new OkHttpClient()), TimeSource.SYSTEM)
                .with(o -> o.stallTimeout(Duration.ofMillis(500)).maxRenewals(1000));
        Path target = Path.of(args[1]);
        DownloadedFile done = Files.isDirectory(target) ? download.saveInto(target) : download.saveTo(target);
        System.out.println("complete: " + done.bytes());
    }

    /** Starts it. */
    static Process start(URI link, Path file, File log, String... jvmOptions) throws IOException {
        return program(link, file, log, jvmOptions).start();
    }

    /** Starts it where the system's charset holds ASCII alone. */
    static Process startInAscii(URI link, Path file, File log) throws IOException {
        ProcessBuilder process = program(link, file, log);
        process.environment().put("LC_ALL", "C");
        return process.start();
    }

    private static ProcessBuilder program(URI link, Path file, File log, String... jvmOptions) {
        return ChildJvm.program(List.of(jvmOptions), DownloadingProcess.class, link.toString(), file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    }
}
