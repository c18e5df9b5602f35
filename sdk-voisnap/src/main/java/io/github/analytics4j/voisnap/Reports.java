package io.github.analytics4j.voisnap;

import io.github.analytics4j.download.Download;
import io.github.analytics4j.download.DownloadOptions;
import io.github.analytics4j.download.DownloadedFile;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.UnreadableResponseException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Reports from their order to their file: {@code create(...).await(...).saveTo(...)}.
 *
 * <p>Safe for use by several threads, and to be used as long as the client it came from is open. Where a request is taken, a
 * lambda over its builder will do, or a request made before.
 */
public interface Reports {
    /** {@return the same two operations without a life cycle around them, and as prepared requests} */
    ReportsApi api();

    /**
     * Orders a report. Each order makes a report of its own and counts against the hourly limit, so it is sent once.
     *
     * <p>A response that names the report is good enough, whatever else of it is missing or undocumented, in strict mode
     * too: a listener hears of what deviates. One that says "failed" as well is a report whose wait ends at once.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the report, whose file is made meanwhile
     * @throws NoResponseException if no complete response came; its message says whether the report may exist, and its id if
     *     what came of the response names it
     * @throws UnreadableResponseException if the response names no report, or only where it is no readable JSON; its message
     *     says that the report may exist, and its id if body or Location header name it
     * @throws ApiException if the server refused the order; after a 409 or 5xx whose body names a report its message says so
     */
    Report create(Consumer<CreateReportRequest.Builder> request);

    /**
     * As {@link #create(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the report to come; canceling the future cancels the request
     */
    CompletableFuture<Report> createAsync(Consumer<CreateReportRequest.Builder> request);

    /**
     * Orders a report, waits for it and saves its file: the whole chain, refused before anything is ordered if the file
     * could not be saved.
     *
     * @param file what the file is to be called
     * @param deadline how long to wait for the report; the transfer has its own
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return where the file is, and what proves it complete
     * @throws DownloadException if the file could not be saved there, or did not become complete
     * @throws InvalidRequestException if the time to wait is none, or more than a hundred years
     */
    default DownloadedFile saveTo(Path file, Duration deadline, Consumer<CreateReportRequest.Builder> request) {
        return saveTo(file, deadline, request, options -> {});
    }

    /**
     * As {@link #saveTo(Path, Duration, Consumer)}, with some options of the download changed.
     *
     * @param file the name of the complete file
     * @param deadline how long to wait for the report
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @param change gets a builder with the default options of the download
     * @return where the file is, and what proves it complete
     */
    DownloadedFile saveTo(
            Path file,
            Duration deadline,
            Consumer<CreateReportRequest.Builder> request,
            Consumer<DownloadOptions.Builder> change);

    /**
     * Picks up a report that was ordered earlier, be it by another process.
     *
     * @param text what {@link Report#toText()} gave
     * @return the report, as it was when the text was made
     * @throws IllegalArgumentException if it is something else
     */
    Report resume(String text);

    /**
     * {@return a report of which nothing but its id is known: it is polled for at once, and its file can be of any kind}
     *
     * @param reportId {@code rpt_…}
     */
    Report withId(String reportId);

    /**
     * {@return the file of a finished report; nothing is sent before it is asked for}
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     */
    Download download(Consumer<DownloadReportRequest.Builder> request);
}
