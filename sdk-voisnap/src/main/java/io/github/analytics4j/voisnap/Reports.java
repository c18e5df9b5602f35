package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.ApiResponse;
import io.github.analytics4j.download.Download;
import io.github.analytics4j.download.DownloadOptions;
import io.github.analytics4j.download.DownloadedFile;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.NoAnswerException;
import io.github.analytics4j.error.UnreadableAnswerException;
import io.github.analytics4j.error.WorkFuture;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Reports from their order to their file: {@code create(...).await(...).saveTo(...)}.
 *
 * <p>Safe for use by several threads, and to be used as long as the client it came from is open.
 */
public final class Reports {
    private final ReportsApi api;
    private final ReportsApi orders;
    private final ReportWaiter waiter;

    Reports(ReportsApi api, ReportWaiter waiter) {
        this(api, api, waiter);
    }

    /**
     * With an API of its own for orders, which is never strict: a response that is refused for a field it has or lacks
     * would take the id of a report with it that exists and is counted.
     */
    Reports(ReportsApi api, ReportsApi orders, ReportWaiter waiter) {
        this.api = api;
        this.orders = orders;
        this.waiter = waiter;
    }

    /** The same two operations without a life cycle around them, and as prepared requests. */
    public ReportsApi api() {
        return api;
    }

    /**
     * Orders a report. Each order makes a report of its own and counts against the hourly limit, so it is sent once.
     *
     * <p>A response that names the report is good enough, whatever else of it is missing or undocumented, in strict mode
     * too: a listener hears of what deviates. One that says "failed" as well is a report whose wait ends at once.
     *
     * @throws NoAnswerException if no complete response came; its message says whether the report may exist, and its id if
     *     what came of the response names it
     * @throws UnreadableAnswerException if the response names no report, or only where it is no readable JSON; its message
     *     says that the report may exist, and its id if body or Location header name it
     * @throws ApiException if the server refused the order; after a 409 or 5xx whose body names a report its message says so
     */
    public Report create(CreateReportRequest request) {
        Objects.requireNonNull(request, "request");
        ApiResponse<CreatedReport> response;
        try {
            response = orders.prepareCreate(request).response();
        } catch (NoAnswerException e) {
            throw OrderFailures.of(e);
        } catch (UnreadableAnswerException e) {
            throw OrderFailures.of(e);
        } catch (ApiException e) {
            return refused(request, e);
        }
        return ordered(request, response);
    }

    /** As {@link #create(CreateReportRequest)}, the request filled in by a lambda. */
    public Report create(Consumer<CreateReportRequest.Builder> request) {
        return create(CreateReportRequest.of(request));
    }

    /** As {@link #create(CreateReportRequest)}, without blocking; canceling the future cancels the request. */
    public CompletableFuture<Report> createAsync(CreateReportRequest request) {
        CompletableFuture<ApiResponse<CreatedReport>> response =
                orders.prepareCreate(Objects.requireNonNull(request, "request")).responseAsync();
        WorkFuture<Report> report = new WorkFuture<>();
        report.onEnd(() -> response.cancel(true));
        var ignored = response.whenComplete((created, failure) -> {
            try {
                if (failure == null) {
                    report.complete(ordered(request, created));
                } else if (OrderFailures.of(failure) instanceof ApiException refusal) {
                    report.complete(refused(request, refusal));
                } else {
                    report.completeExceptionally(OrderFailures.of(failure));
                }
            } catch (Throwable unusable) { // an Error belongs to the waiter of the future
                report.completeExceptionally(unusable);
            }
        });
        return report;
    }

    /** As {@link #createAsync(CreateReportRequest)}, the request filled in by a lambda. */
    public CompletableFuture<Report> createAsync(Consumer<CreateReportRequest.Builder> request) {
        return createAsync(CreateReportRequest.of(request));
    }

    /**
     * Orders a report, waits for it and saves its file: the whole chain, refused before anything is ordered if the file
     * could not be saved.
     *
     * @param file what the file is to be called
     * @param deadline how long to wait for the report; the transfer has its own
     * @throws DownloadException if the file could not be saved there, or did not become complete
     * @throws InvalidRequestException if the time to wait is none, or more than a hundred years
     */
    public DownloadedFile saveTo(Path file, Duration deadline, Consumer<CreateReportRequest.Builder> request) {
        return saveTo(file, deadline, CreateReportRequest.of(request), options -> {});
    }

    /** As {@link #saveTo(Path, Duration, Consumer)}, with some options of the download changed. */
    public DownloadedFile saveTo(
            Path file, Duration deadline, CreateReportRequest request, Consumer<DownloadOptions.Builder> change) {
        Objects.requireNonNull(request, "request");
        Report.checkDeadline(deadline);
        DownloadOptions.Builder options = DownloadOptions.builder();
        change.accept(options);
        options.build().checkTarget(file);
        return create(request).await(deadline).saveTo(file, change);
    }

    /**
     * Picks up a report that was ordered earlier, be it by another process.
     *
     * @param text what {@link Report#toText()} gave
     * @throws IllegalArgumentException if it is something else
     */
    public Report resume(String text) {
        return new Report(ReportTicket.parse(text), api, waiter);
    }

    /** A report of which nothing but its id is known: it is polled for at once, and its file can be of any kind. */
    public Report withId(String reportId) {
        return new Report(ReportTicket.ofId(reportId, waiter.time().now()), api, waiter);
    }

    /** The file of a finished report. */
    public Download download(DownloadReportRequest request) {
        return api.download(request);
    }

    /** As {@link #download(DownloadReportRequest)}, the request filled in by a lambda. */
    public Download download(Consumer<DownloadReportRequest.Builder> request) {
        return api.download(request);
    }

    private Report ordered(CreateReportRequest request, ApiResponse<CreatedReport> response) {
        Instant now = waiter.time().now();
        ReportTicket ticket = ReportTicket.of(request.format(), response.value(), now);
        if (ticket == null) {
            throw OrderFailures.withoutId(response);
        }
        return new Report(ticket, api, waiter);
    }

    /** A success that holds an error in the place of all that is documented may name the report all the same. */
    private Report refused(CreateReportRequest request, ApiException refusal) {
        String body = refusal.body();
        ReportTicket ticket = refusal.status() >= 300
                ? null
                : ReportTicket.ofRefusal(request.format(), body, waiter.time().now());
        if (ticket == null) {
            throw OrderFailures.of(refusal);
        }
        return new Report(ticket, api, waiter);
    }
}
