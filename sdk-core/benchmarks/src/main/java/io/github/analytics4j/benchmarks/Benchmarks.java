package io.github.analytics4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one command: {@code full}, {@code short} or {@code asked}, then the names of scenarios if not all of them. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] args) throws IOException {
        List<String> words = Arrays.stream(args)
                .flatMap(arg -> Arrays.stream(arg.split("[ ,]+")))
                .toList();
        Settings settings = words.contains("short")
                ? Settings.brief()
                : words.contains("asked") ? Settings.asked() : Settings.full();
        String ownClassPath = System.getProperty("java.class.path");
        Path target = Path.of(System.getProperty("benchmarks.target", "target"));
        ClassPaths classPaths = new ClassPaths(mavenCommand(), target.resolve("peers"), ownClassPath);
        Report report = new Report(Benchmarks::say);
        try (ServerProcess server = ServerProcess.start(classPaths.all())) {
            Lab lab = new Lab(settings, server, classPaths);
            for (Scenario scenario : chosen(words)) {
                scenario.run(lab, report);
            }
        }
        Path table = target.resolve("benchmarks.md");
        Files.writeString(table, report.markdown());
        say("written to " + table);
    }

    private static List<Scenario> chosen(List<String> words) {
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        scenarios.put("footprint", Scenarios::footprint);
        scenarios.put("cold", Scenarios::coldStart);
        scenarios.put("decode", DecodeScenario::run);
        scenarios.put("walk", Scenarios::walk);
        scenarios.put("gzip", Scenarios::compressed);
        scenarios.put("odd", Scenarios::odd);
        scenarios.put("https", FarScenarios::secure);
        scenarios.put("slow", FarScenarios::slowWalk);
        scenarios.put("ahead", FarScenarios::readAhead);
        scenarios.put("growth", Scenarios::growth);
        scenarios.put("download", Scenarios::download);
        scenarios.put("report", Scenarios::reports);
        List<Scenario> named = scenarios.entrySet().stream()
                .filter(entry -> words.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return named.isEmpty() ? List.copyOf(scenarios.values()) : named;
    }

    /** Maven as it was started, or as it is found on the path. */
    private static String mavenCommand() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        String name = windows ? "mvn.cmd" : "mvn";
        String home = System.getProperty("benchmarks.maven");
        return home == null ? name : Path.of(home, "bin", name).toString();
    }

    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
    }
}
