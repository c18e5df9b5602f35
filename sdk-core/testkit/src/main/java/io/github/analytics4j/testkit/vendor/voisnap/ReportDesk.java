package io.github.analytics4j.testkit.vendor.voisnap;

import io.github.analytics4j.testkit.CreatedReport;
import io.github.analytics4j.testkit.StorageFile;
import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.json.JsonTree;
import io.github.analytics4j.testkit.server.Env;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Reply;
import io.github.analytics4j.testkit.server.Routes.Hit;
import io.github.analytics4j.testkit.storage.StorageAnswer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes orders for reports and hands them out. */
public final class ReportDesk {
    // The vendor's own figure.
    private static final Duration KEPT = Duration.ofDays(7);

    private final Env env;
    private final ReportSettings controls;
    private final BiConsumer<String, StorageFile> store;
    private final Function<String, URI> links;

    public ReportDesk(
            Env env, ReportSettings controls, BiConsumer<String, StorageFile> store, Function<String, URI> links) {
        this.env = env;
        this.controls = controls;
        this.store = store;
        this.links = links;
    }

    public synchronized Reply create(Hit hit) {
        Map<?, ?> order = read(hit.request().body());
        if (!(order.get("type") instanceof String)) {
            throw new Refusal(400, "Field required", "type");
        }
        Object format = order.get("format") == null ? "csv" : order.get("format");
        if (!List.of("csv", "pdf").contains(format)) {
            throw new Refusal(400, "Must be one of csv, pdf", "format");
        }
        Instant hourAgo = env.now().minus(Duration.ofHours(1));
        long lately = controls.reports.stream()
                .filter(report -> report.created.createdAt().isAfter(hourAgo))
                .count();
        if (lately >= controls.exportsPerHour) {
            throw new Refusal(429, "The export limit of this hour is used up.");
        }
        MadeReport report = make(hit.request().body(), order, format.equals("pdf"));
        JsonOut out = JsonOut.local().beginObject().field("reportId", report.created.reportId());
        out.field("status", "generating").field("estimatedSeconds", controls.estimatedSeconds);
        return Reply.json(controls.createStatus, out.endObject());
    }

    private MadeReport make(String body, Map<?, ?> order, boolean pdf) {
        int number = controls.reports.size() + 1;
        String id = String.format("rpt_%013X", Noise.mix(env.seed("reports"), number) >>> 12);
        StorageFile content = controls.content;
        StorageFile file = content != null ? content : pdf ? ReportContent.pdf(id) : ReportContent.csv(env, order);
        MadeReport report = new MadeReport(new CreatedReport(id, body, env.now(), file));
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
        boolean early = now.isBefore(report.created.createdAt().plus(controls.readyAfter));
        if (early || report.looks.getAndIncrement() < controls.readyAfterLooks) {
            return notReady(report);
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
        return new Reply(200, new StorageAnswer.Part(file, 0, file.size())).header("Content-Type", file.contentType());
    }

    private Reply notReady(MadeReport report) {
        int status = controls.notReadyStatus;
        if (status >= 400) {
            throw new Refusal(status, "The report is not ready yet.");
        }
        JsonOut out = JsonOut.local().beginObject().field("reportId", report.created.reportId());
        return Reply.json(status, out.field("status", "generating").endObject());
    }

    private @Nullable MadeReport find(String id) {
        return controls.reports.stream()
                .filter(report -> report.created.reportId().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static Map<?, ?> read(String body) {
        try {
            if (JsonTree.read(body) instanceof Map<?, ?> order) {
                return order;
            }
        } catch (IllegalArgumentException notJson) {
            // refused below, as anything else that is no object
        }
        throw new Refusal(400, "The body must be a JSON object.");
    }
}
