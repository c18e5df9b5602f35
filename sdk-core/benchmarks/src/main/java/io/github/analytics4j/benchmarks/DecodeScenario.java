package io.github.analytics4j.benchmarks;

import io.github.analytics4j.benchmarks.decode.DecodeBenchmark;
import io.github.analytics4j.benchmarks.decode.Document;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Decoding alone: JMH, a fresh process for each measurement, the decoders in turn. */
final class DecodeScenario {
    private static final String OURS = "analytics4j";
    private static final Map<String, String> OTHERS =
            Map.of("jackson", "Jackson records", "moshi", "Moshi by reflection");
    private static final double KILO = 1024;

    private DecodeScenario() {}

    static void run(Lab lab, Report report) throws IOException {
        int seconds = lab.settings().jmhSeconds();
        for (Document document : lab.settings().documents()) {
            for (String other : List.of("jackson", "moshi")) {
                Duel duel = Duel.fight(
                        lab.settings().decodePairs(),
                        () -> measure(OURS, document, seconds),
                        () -> measure(other, document, seconds));
                String what = "decode " + document.title();
                report.line(what, OTHERS.getOrDefault(other, other), Figure.DECODING, duel);
                report.line(what, OTHERS.getOrDefault(other, other), Figure.GARBAGE, duel);
                if (document == Document.LONG_CALLS && other.equals("jackson")) {
                    Sample strings = new Sample(Map.of(Figure.GARBAGE, document.stringBytes() / KILO));
                    Duel bytes = new Duel(
                            duel.ours(),
                            duel.ours().stream().map(sample -> strings).toList());
                    report.line(what, "the decoded strings' own bytes", Figure.GARBAGE, bytes);
                }
            }
        }
    }

    private static Sample measure(String decoder, Document document, int seconds) throws IOException {
        Options options = new OptionsBuilder()
                .include("\\." + DecodeBenchmark.class.getSimpleName() + "\\." + decoder + "$")
                .param("document", document.name())
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(seconds))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(seconds))
                .addProfiler(GCProfiler.class)
                .jvmArgs("-Xmx1g")
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            RunResult result = new Runner(options).runSingle();
            double garbage = Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                    .getScore();
            return new Sample(
                    Map.of(Figure.DECODING, result.getPrimaryResult().getScore(), Figure.GARBAGE, garbage / KILO));
        } catch (RunnerException e) {
            throw new IOException(e);
        }
    }
}
