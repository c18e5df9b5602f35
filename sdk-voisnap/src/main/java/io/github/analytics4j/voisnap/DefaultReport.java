package io.github.analytics4j.voisnap;

import io.github.analytics4j.download.Download;
import io.github.analytics4j.download.DownloadOptions;
import io.github.analytics4j.download.DownloadedFile;
import io.github.analytics4j.error.RequestChecks;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A report as its ticket tells of it, waited for by polling. */
final class DefaultReport implements Report {
    private final ReportTicket ticket;
    private final ReportsApi api;
    private final ReportWaiter waiter;
    private final Duration ageWhenRead;
    private final Instant readAt;

    DefaultReport(ReportTicket ticket, ReportsApi api, ReportWaiter waiter) {
        this.ticket = ticket;
        this.api = api;
        this.waiter = waiter;
        this.readAt = waiter.time().steady();
        Duration age = Duration.between(ticket.orderedAt(), waiter.time().now());
        this.ageWhenRead = age.isNegative() ? Duration.ZERO : age; // a clock that was set, here or where it was ordered
    }

    @Override
    public String reportId() {
        return ticket.reportId();
    }

    @Override
    public ReportStatus status() {
        return ticket.status();
    }

    @Override
    public Instant orderedAt() {
        return ticket.orderedAt();
    }

    @Override
    public Optional<Duration> estimate() {
        return Optional.ofNullable(ticket.estimate());
    }

    @Override
    public Optional<ReportFormat> format() {
        return Optional.ofNullable(ticket.format());
    }

    @Override
    public String toText() {
        return ticket.toText();
    }

    @Override
    public ReadyReport await(Duration deadline, Consumer<WaitOptions.Builder> change) {
        return waiter.await(poller(deadline, change));
    }

    @Override
    public CompletableFuture<ReadyReport> awaitAsync(Duration deadline, Consumer<WaitOptions.Builder> change) {
        return waiter.awaitAsync(poller(deadline, change));
    }

    @Override
    public DownloadedFile saveTo(Path file, Duration deadline, Consumer<DownloadOptions.Builder> change) {
        checkDeadline(deadline);
        download().with(change).checkTarget(file);
        return await(deadline).saveTo(file, change);
    }

    @Override
    public Download download() {
        Download download = api.download(request -> request.reportId(ticket.reportId()));
        return download.with(options -> options.expect(ReportFiles.kind(ticket.format()))
                .name(ReportFiles.name(ticket.reportId(), ticket.format())));
    }

    /** How long ago it was ordered: what the two clocks said when the report came into this process, and what passed since. */
    Duration age() {
        return ageWhenRead.plus(Duration.between(readAt, waiter.time().steady()));
    }

    static void checkDeadline(Duration deadline) {
        Objects.requireNonNull(deadline, "deadline");
        RequestChecks.of("Report.await").positive("deadline", deadline).done();
    }

    private ReportPoller poller(Duration deadline, Consumer<WaitOptions.Builder> change) {
        checkDeadline(deadline);
        WaitOptions.Builder options = WaitOptions.builder();
        change.accept(options);
        return new ReportPoller(this, ticket, options.build(), deadline, waiter.time());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DefaultReport that && ticket.equals(that.ticket);
    }

    @Override
    public int hashCode() {
        return ticket.hashCode();
    }

    @Override
    public String toString() {
        return "Report[" + ticket.reportId() + ", ordered " + ticket.orderedAt() + "]";
    }
}
