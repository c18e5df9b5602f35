package io.github.analytics4j.testkit.vendor.voisnap;

import io.github.analytics4j.testkit.CreatedReport;
import io.github.analytics4j.testkit.StorageFile;
import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.server.Env;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Reply;
import io.github.analytics4j.testkit.server.Routes.Hit;
import io.github.analytics4j.testkit.server.Times;
import io.github.analytics4j.testkit.storage.StorageResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes orders for reports and hands them out. */
public final class ReportDesk {
    // The vendor's own figure.
    private static final Duration KEPT = Duration.ofDays(7);

    private static final Duration HOUR = Duration.ofHours(1);

    private final Env env;
    private final ConversationLog log;
    private final ReportSettings controls;
    private final BiConsumer<String, StorageFile> store;
    private final Function<String, URI> links;

    public ReportDesk(
            Env env,
            ConversationLog log,
            ReportSettings controls,
            BiConsumer<String, StorageFile> store,
            Function<String, URI> links) {
        this.env = env;
        this.log = log;
        this.controls = controls;
        this.store = store;
        this.links = links;
    }

    public synchronized Reply create(Hit hit) {
        ReportOrder order = ReportOrder.read(hit.request().body(), Times.date(env.now()));
        if (lately().size() >= controls.exportsPerHour) {
            throw new Refusal(429, "The export limit of this hour is used up.");
        }
        MadeReport report = make(hit.request().body(), order);
        JsonOut out = JsonOut.local().beginObject().field("reportId", report.created.reportId());
        out.field("status", "generating").field("estimatedSeconds", controls.estimatedSeconds);
        return Reply.json(controls.createStatus, out.endObject());
    }

    /** When the reports of the last hour were ordered, the oldest first. */
    private List<Instant> lately() {
        Instant hourAgo = env.now().minus(HOUR);
        return controls.reports.stream()
                .map(report -> report.created.createdAt())
                .filter(time -> time.isAfter(hourAgo))
                .toList();
    }

    /** States the limit on exports, which is another one than that on requests. */
    public synchronized void limitHeaders(Reply reply) {
        if (controls.exportsPerHour != Integer.MAX_VALUE) {
            List<Instant> lately = lately();
            Instant reset = (lately.isEmpty() ? env.now() : lately.get(0)).plus(HOUR);
            long left = Math.max(0, controls.exportsPerHour - lately.size());
            reply.header("X-RateLimit-Limit", Long.toString(controls.exportsPerHour))
                    .header("X-RateLimit-Remaining", Long.toString(left))
                    .header(
                            "X-RateLimit-Reset",
                            Long.toString(reset.plusNanos(999_999_999).getEpochSecond()))
                    .header("X-RateLimit-Policy", "analytics-export");
        }
    }

    private MadeReport make(String body, ReportOrder order) {
        int number = controls.reports.size() + 1;
        String id = String.format(Locale.ROOT, "rpt_%013X", Noise.mix(env.seed("reports"), number) >>> 12);
        StorageFile content = controls.content;
        StorageFile file = content != null ? content : ReportContent.file(log, order, id);
        MadeReport report = new MadeReport(
                new CreatedReport(id, body, env.now(), file), controls.estimatedSeconds, controls.failing);
        store.accept(report.fileName(), file);
        controls.reports.add(report);
        return report;
    }

    public Reply download(Hit hit) {
        MadeReport report = find(hit.star());
        if (report == null) {
            throw new Refusal(404, "There is no such report.");
        }
        Instant now = env.now();
        if (report.gone || now.isAfter(report.created.createdAt().plus(KEPT))) {
            throw new Refusal(410, "The report is no longer available.");
        }
        boolean early = now.isBefore(report.created.createdAt().plus(controls.readyAfter(report)));
        if (early || report.looks.getAndIncrement() < controls.readyAfterLooks) {
            return notReady(report);
        }
        if (report.failed) {
            return status(200, report, "failed");
        }
        return controls.direct ? direct(report) : hop(report, 0);
    }

    /** A redirect that was followed within the API's origin. */
    public Reply followed(Hit hit) {
        MadeReport report = find(hit.star());
        if (report == null) {
            throw new Refusal(404, "There is no such report.");
        }
        return hop(report, hit.params().number("hop", 1));
    }

    private Reply hop(MadeReport report, long hop) {
        String location = hop < controls.relativeHops
                ? "/downloads/" + report.created.reportId() + "?hop=" + (hop + 1)
                : links.apply(report.fileName()).toString();
        return Reply.empty(controls.redirectStatus).header("Location", location);
    }

    private static Reply direct(MadeReport report) {
        StorageFile file = report.created.file();
        return new Reply(200, new StorageResponse.Part(file, 0, file.size()))
                .header("Content-Type", file.contentType());
    }

    private Reply notReady(MadeReport report) {
        int status = controls.notReadyStatus;
        if (status >= 400) {
            throw new Refusal(status, "The report is not ready yet.");
        }
        return status(status, report, "generating");
    }

    private static Reply status(int status, MadeReport report, String text) {
        JsonOut out = JsonOut.local().beginObject().field("reportId", report.created.reportId());
        return Reply.json(status, out.field("status", text).endObject());
    }

    private @Nullable MadeReport find(String id) {
        return controls.reports.stream()
                .filter(report -> report.created.reportId().equals(id))
                .findFirst()
                .orElse(null);
    }
}
