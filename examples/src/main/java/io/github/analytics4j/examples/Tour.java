package io.github.analytics4j.examples;

import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.callops.Latency;
import io.github.analytics4j.callops.PeakHour;
import io.github.analytics4j.client.HttpPool;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.Walk;
import io.github.analytics4j.page.WalkProgress;
import io.github.analytics4j.page.WalkReport;
import io.github.analytics4j.synaptiq.ActivityEvent;
import io.github.analytics4j.synaptiq.SynaptiqClient;
import io.github.analytics4j.synthflow.AnalyticsExport;
import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.voisnap.CostBreakdown;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The main job: prints the analytics of an account and walks its whole call log. Runs on a sandbox inside the process, or on the real
 * APIs when their keys are in the environment.
 */
public final class Tour {
    private static final long SANDBOX_CALLS = 10_000;
    private static final long UNASKED = 1_000;

    private final Screen screen;

    Tour(Screen screen) {
        this.screen = screen;
    }

    public static void main(String[] args) throws Exception {
        try (Accounts accounts = Accounts.open(System.getenv(), SANDBOX_CALLS)) {
            new Tour(Screen.ofThisProcess()).run(accounts);
        }
    }

    void run(Accounts accounts) throws Exception {
        screen.line("analytics4j on %s", accounts.description());
        try (HttpPool pool = HttpPool.create()) {
            if (accounts.has("SYNTHFLOW")) {
                with(accounts.synthflow().pool(pool).build(), client -> synthflow(client, accounts.real()));
            }
            if (accounts.has("SYNAPTIQ")) {
                with(accounts.synaptiq().pool(pool).build(), this::synaptiq);
            }
            if (accounts.has("VOISNAP")) {
                with(accounts.voisnap().pool(pool).build(), this::voisnap);
            }
            if (accounts.has("CALLOPS")) {
                with(accounts.callops().pool(pool).build(), this::callops);
            }
        }
    }

    private static <C extends AutoCloseable> void with(C client, Consumer<C> part) throws Exception {
        try (client) {
            part.accept(client);
        }
    }

    void synthflow(SynthflowClient client, boolean real) {
        screen.title("Synthflow: the analytics export");
        AnalyticsExport export = client.analytics().export(r -> {});
        if (export.callStatusStat() != null) {
            export.callStatusStat()
                    .items()
                    .forEach(share -> screen.line(
                            "  %-20s %8d calls  %6.2f %%", share.status(), share.value(), share.percentage()));
        }
        Optional<String> agent = Accounts.busiestAgent(export);
        if (agent.isEmpty()) {
            screen.line("  no agent made a call, so there is no call log to walk");
            return;
        }
        screen.title("Synthflow: the whole call log of agent " + agent.get());
        Paged<Call> log = client.calls().list(r -> r.modelId(agent.get()));
        walk(real ? asMuchAsIsWanted(log) : log);
    }

    /** An account may be large, and its owner only wanted to see a program run. */
    private Paged<Call> asMuchAsIsWanted(Paged<Call> log) {
        long calls = log.firstPage().total().orElse(Long.MAX_VALUE);
        String many = calls == Long.MAX_VALUE ? "an unknown number of calls" : calls + " calls";
        return calls <= UNASKED || screen.confirms("The log has " + many + ". Walk them all?")
                ? log
                : log.limit(UNASKED);
    }

    private void walk(Paged<Call> log) {
        Map<String, Long> byStatus = new TreeMap<>();
        long seconds = 0;
        try (Walk<Call> calls = log.prefetch(4).onProgress(this::show).iterator()) {
            while (calls.hasNext()) {
                Call call = calls.next();
                byStatus.merge(String.valueOf(call.callStatus()), 1L, Long::sum);
                seconds += call.duration() == null ? 0 : call.duration();
            }
            summarise(calls.report(), byStatus, seconds);
        }
    }

    private void show(WalkProgress progress) {
        String total = progress.total() == null ? "" : " of " + progress.total();
        screen.progress(
                "  %d%s calls, %d pages, %.0f calls/s",
                progress.rows(), total, progress.pages(), progress.rowsPerSecond());
    }

    private void summarise(WalkReport report, Map<String, Long> byStatus, long seconds) {
        byStatus.forEach((status, count) -> screen.line("  %-20s %8d calls", status, count));
        screen.line(
                "  %d calls in %d pages, %d minutes of talk; complete: %s",
                report.rows(), report.pages(), seconds / 60, completeness(report));
    }

    private static String completeness(WalkReport report) {
        if (report.proven()) {
            return "proven";
        }
        return report.finished()
                ? "not proven, " + String.join("; ", report.reasons())
                : "no, the walk ended before the log does, as asked";
    }

    private void synaptiq(SynaptiqClient client) {
        screen.title("Synaptiq: funnel of the last 30 days and the newest events");
        client.analytics()
                .funnel(r -> {})
                .stages()
                .forEach(stage -> screen.line("  %-24s %8d", stage.name(), stage.count()));
        client.analytics().activity(r -> {}).stream()
                .limit(5)
                .forEach((ActivityEvent event) ->
                        screen.line("  %s  %-22s %s", event.occurredAt(), event.type(), event.description()));
    }

    private void voisnap(VoisnapClient client) {
        screen.title("Voisnap: costs and intents of the last 30 days");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        CostBreakdown costs = client.analytics()
                .costs(r -> r.dateFrom(today.minusDays(30)).dateTo(today))
                .breakdown();
        screen.line("  %-24s %10s USD", "language model", costs.llm());
        screen.line("  %-24s %10s USD", "text to speech", costs.tts());
        screen.line("  %-24s %10s USD", "speech to text", costs.stt());
        screen.line("  %-24s %10s USD", "telephony", costs.telephony());
        client.analytics()
                .intents(r -> r.dateFrom(today.minusDays(30)).dateTo(today).limit(5))
                .intents()
                .forEach(intent -> screen.line(
                        "  %-24s %8d  %5.1f %%", intent.intent(), intent.count(), 100 * intent.percentage()));
    }

    private void callops(CallOpsClient client) {
        screen.title("CallOps: latency, busiest hour, speech-to-text events");
        Latency latency = client.analytics().latency(r -> {});
        screen.line("  from speech to answer: %.0f ms on average", latency.avgTotalLatencyMs());
        client.analytics().peakHours(r -> {}).stream()
                .max(Comparator.comparingLong(PeakHour::count))
                .ifPresent(peak ->
                        screen.line("  busiest: %s, %02d:00, %d calls", peak.dayOfWeek(), peak.hour(), peak.count()));
        screen.line(
                "  speech-to-text events: %d",
                client.analytics().sttEventsSummary(r -> {}).totalEvents());
    }
}
