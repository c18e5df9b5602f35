package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.ApiResponse;
import io.github.analytics4j.download.Download;
import io.github.analytics4j.download.DownloadOptions;
import io.github.analytics4j.download.DownloadedFile;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.SdkThreads.WorkFuture;
import io.github.analytics4j.error.UnreadableResponseException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Reports over the two operations, and the waiting between them. */
final class DefaultReports implements Reports {
    private final ReportsApi api;
    private final ReportsApi orders;
    private final ReportWaiter waiter;

    DefaultReports(ReportsApi api, ReportWaiter waiter) {
        this(api, api, waiter);
    }

    /**
     * With an API of its own for orders, which is never strict: a response that is refused for a field it has or lacks
     * would take the id of a report with it that exists and is counted.
     */
    DefaultReports(ReportsApi api, ReportsApi orders, ReportWaiter waiter) {
        this.api = api;
        this.orders = orders;
        this.waiter = waiter;
    }

    @Override
    public ReportsApi api() {
        return api;
    }

    @Override
    public Report create(Consumer<CreateReportRequest.Builder> fill) {
        CreateReportRequest request = CreateReportRequest.of(fill);
        ApiResponse<CreatedReport> response;
        try {
            response = orders.prepareCreate(request).response();
        } catch (NoResponseException e) {
            throw OrderFailures.of(e);
        } catch (UnreadableResponseException e) {
            throw OrderFailures.of(e);
        } catch (ApiException e) {
            return refused(request, e);
        }
        return ordered(request, response);
    }

    @Override
    public CompletableFuture<Report> createAsync(Consumer<CreateReportRequest.Builder> fill) {
        CreateReportRequest request = CreateReportRequest.of(fill);
        CompletableFuture<ApiResponse<CreatedReport>> response =
                orders.prepareCreate(request).responseAsync();
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

    @Override
    public DownloadedFile saveTo(
            Path file,
            Duration deadline,
            Consumer<CreateReportRequest.Builder> fill,
            Consumer<DownloadOptions.Builder> change) {
        CreateReportRequest request = CreateReportRequest.of(fill);
        DefaultReport.checkDeadline(deadline);
        DownloadOptions.Builder options = DownloadOptions.builder();
        change.accept(options);
        options.build().checkTarget(file);
        return create(request).await(deadline).saveTo(file, change);
    }

    @Override
    public Report resume(String text) {
        return new DefaultReport(ReportTicket.parse(text), api, waiter);
    }

    @Override
    public Report withId(String reportId) {
        return new DefaultReport(ReportTicket.ofId(reportId, waiter.time().now()), api, waiter);
    }

    @Override
    public Download download(Consumer<DownloadReportRequest.Builder> request) {
        return api.download(request);
    }

    private Report ordered(CreateReportRequest request, ApiResponse<CreatedReport> response) {
        Instant now = waiter.time().now();
        ReportTicket ticket = ReportTicket.of(request.format(), response.value(), now);
        if (ticket == null) {
            throw OrderFailures.withoutId(response);
        }
        return new DefaultReport(ticket, api, waiter);
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
        return new DefaultReport(ticket, api, waiter);
    }
}
