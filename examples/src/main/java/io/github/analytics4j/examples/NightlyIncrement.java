package io.github.analytics4j.examples;

import io.github.analytics4j.page.Walk;
import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.SynthflowClient;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How do I fetch each night what came since the last? Ask for a day more than you need and keep calls by their id: a call that came
 * late, or whose row changed when it ended, is found in that day. The file is replaced only when the walk is proven complete.
 */
public final class NightlyIncrement {
    private static final Duration LOOK_BACK = Duration.ofDays(1);
    private static final Duration FIRST_NIGHT = Duration.ofDays(90);

    private NightlyIncrement() {}

    public static void main(String[] args) throws IOException {
        Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("analytics4j");
        try (Accounts accounts = Accounts.open()) {
            run(accounts, folder.resolve("calls.jsonl"), System.out);
        }
    }

    static void run(Accounts accounts, Path file, PrintStream out) throws IOException {
        try (SynthflowClient synthflow = accounts.synthflow().build()) {
            String agent = accounts.agent(synthflow);
            night(synthflow, agent, file, out);
            accounts.sandbox()
                    .ifPresent(
                            sandbox -> { // a day passes: calls come, and some come late
                                sandbox.synthflow().calls().insertFirst(40);
                                sandbox.synthflow().calls().insert(44, 5);
                            });
            night(synthflow, agent, file, out);
        }
    }

    private static void night(SynthflowClient synthflow, String agent, Path file, PrintStream out) throws IOException {
        Map<String, Call> kept = load(file);
        Instant from = kept.values().stream()
                .map(Call::startTime)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(newest -> newest.minus(LOOK_BACK))
                .orElseGet(() -> Instant.now().minus(FIRST_NIGHT));
        int before = kept.size();
        long changed = 0;
        try (Walk<Call> calls = synthflow
                .calls()
                .list(r -> r.modelId(agent).fromDate(from))
                .prefetch(4)
                .iterator()) {
            while (calls.hasNext()) {
                Call call = calls.next();
                Call old = kept.put(key(call), call);
                changed += old != null && !old.equals(call) ? 1 : 0;
            }
            out.printf(
                    "asked since %s: %d calls, %d of them new, %d changed%n",
                    from, calls.report().rows(), kept.size() - before, changed);
            if (!calls.report().proven()) {
                throw new IOException("not proven complete, so nothing was kept: "
                        + calls.report().reasons());
            }
        }
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.write(draft, kept.values().stream().map(Call::toJson).toList());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Map<String, Call> load(Path file) throws IOException {
        Map<String, Call> kept = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return kept; // the first night
        }
        for (String line : Files.readAllLines(file)) {
            Call call = Call.fromJson(line);
            kept.put(key(call), call);
        }
        return kept;
    }

    /** The vendor documents an id for each call; one without it is told by all it has. */
    private static String key(Call call) {
        return call.callId() == null ? call.toJson() : call.callId();
    }
}
