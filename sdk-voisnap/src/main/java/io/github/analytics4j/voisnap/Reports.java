package io.github.analytics4j.voisnap;

import io.github.analytics4j.download.Download;
import io.github.analytics4j.error.NoAnswerException;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Reports from their order to their file: {@code create(...).await(...).saveTo(...)}.
 *
 * <p>Safe for use by several threads, and to be used as long as the client it came from is open.
 */
public final class Reports {
    private final ReportsApi api;
    private final Waiting waiting;

    Reports(ReportsApi api, Waiting waiting) {
        this.api = api;
        this.waiting = waiting;
    }

    /** The same two operations without a life cycle around them, and as prepared requests. */
    public ReportsApi api() {
        return api;
    }

    /**
     * Orders a report. Each order makes a report of its own and counts against the hourly limit, so it is sent once.
     *
     * @throws NoAnswerException if no answer came; its message says whether the report may exist
     */
    public Report create(CreateReportRequest request) {
        Objects.requireNonNull(request, "request");
        try {
            return ordered(request, api.create(request));
        } catch (NoAnswerException e) {
            throw LostOrder.of(e);
        }
    }

    /** As {@link #create(CreateReportRequest)}, the request filled in by a lambda. */
    public Report create(Consumer<CreateReportRequest.Builder> request) {
        return create(CreateReportRequest.of(request));
    }

    /** As {@link #create(CreateReportRequest)}, without blocking; cancelling the future cancels the request. */
    public CompletableFuture<Report> createAsync(CreateReportRequest request) {
        CompletableFuture<CreatedReport> answer = api.createAsync(Objects.requireNonNull(request, "request"));
        CompletableFuture<Report> report = new CompletableFuture<>();
        answer.whenComplete((created, failure) -> {
            if (failure == null) {
                report.complete(ordered(request, created));
            } else {
                Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
                report.completeExceptionally(cause instanceof NoAnswerException lost ? LostOrder.of(lost) : cause);
            }
        });
        report.whenComplete((value, failure) -> answer.cancel(true));
        return report;
    }

    /** As {@link #createAsync(CreateReportRequest)}, the request filled in by a lambda. */
    public CompletableFuture<Report> createAsync(Consumer<CreateReportRequest.Builder> request) {
        return createAsync(CreateReportRequest.of(request));
    }

    /**
     * Picks up a report that was ordered earlier, be it by another process.
     *
     * @param text what {@link Report#toText()} gave
     * @throws IllegalArgumentException if it is something else
     */
    public Report resume(String text) {
        return new Report(ReportTicket.parse(text), api, waiting);
    }

    /** A report of which nothing but its id is known: it is looked for at once, and its file can be of any kind. */
    public Report withId(String reportId) {
        return new Report(ReportTicket.ofId(reportId, waiting.clock().instant()), api, waiting);
    }

    /** The file of a finished report. */
    public Download download(DownloadReportRequest request) {
        return api.download(request);
    }

    /** As {@link #download(DownloadReportRequest)}, the request filled in by a lambda. */
    public Download download(Consumer<DownloadReportRequest.Builder> request) {
        return api.download(request);
    }

    private Report ordered(CreateReportRequest request, CreatedReport created) {
        Instant now = waiting.clock().instant();
        return new Report(ReportTicket.of(request.format(), created, now), api, waiting);
    }
}
