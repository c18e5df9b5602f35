package io.github.analytics4j.codegen.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The prose of a spec's files beside the model: what the API is, what is odd about it, what a client is opened with, and
 * how it is used.
 *
 * @param about paragraphs in Markdown
 * @param refusals what a section of that name says about the errors of the API, in Markdown; empty without one
 * @param oddities what the vendor's pages get wrong or leave out, each with its place
 * @param settings the lines of {@code settings.txt}, cut into cells
 * @param example the Java program of {@code example.txt}; empty without one
 */
record SpecProse(
        List<String> about, String refusals, List<Oddity> oddities, List<List<String>> settings, String example) {

    static final String REFUSALS = "What the server refuses";

    /** The oddities of operations, records or fields, as the vendor has them. */
    record Oddity(String where, String reason) {}

    static SpecProse read(Path specDirectory) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(specDirectory)) {
            files = all.sorted().toList();
        }
        List<String> about = new ArrayList<>();
        String refusals = "";
        List<Oddity> oddities = new ArrayList<>();
        List<List<String>> settings = new ArrayList<>();
        String example = "";
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (name.endsWith(".md")) {
                String text = Files.readString(file);
                about.addAll(markdown(text));
                refusals = refusals(text);
            } else if (name.equals("overrides.yaml")) {
                oddities.addAll(oddities(yaml(file)));
            } else if (name.endsWith(".yaml")) {
                about.addAll(paragraphs(yaml(file).at("/info/description").asText("")));
            } else if (name.equals("settings.txt")) {
                settings.addAll(settings(Files.readAllLines(file)));
            } else if (name.equals("example.txt")) {
                example = Files.readString(file).strip();
            }
        }
        return new SpecProse(about, refusals, oddities, settings, example);
    }

    private static JsonNode yaml(Path file) throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(Files.readString(file));
    }

    /** Returns the text before the first operation, without the table of settings and the note on the file's own format. */
    private static List<String> markdown(String text) {
        int first = text.indexOf("\n## ");
        String head = first < 0 ? text : text.substring(0, first);
        return paragraphs(head).stream()
                .filter(each -> !each.startsWith("#") && !each.startsWith("|") && !each.contains("FORMAT.md"))
                .toList();
    }

    private static String refusals(String text) {
        String[] parts = text.split("\n## " + REFUSALS + "\n", 2);
        return parts.length < 2 ? "" : parts[1].split("\n## ", 2)[0].strip();
    }

    private static List<String> paragraphs(String text) {
        return Stream.of(text.strip().split("\\n\\s*\\n"))
                .map(each -> each.strip().replaceAll("\\s*\\n\\s*", " "))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static List<Oddity> oddities(JsonNode overrides) {
        List<Oddity> oddities = new ArrayList<>();
        for (JsonNode each : overrides.path("corrections")) {
            JsonNode at = each.has("at") ? each.get("at") : each.path("add");
            List<String> places = new ArrayList<>();
            if (at.isArray()) {
                at.forEach(place -> places.add(place.asText()));
            } else {
                places.add(at.asText());
            }
            String where = String.join(", ", places);
            String reason = each.path("reason").asText().strip();
            if (!each.path("set").has("x-sdk")
                    && !each.path("set").has("x-paging")
                    && !each.path("set").has("x-shared")) {
                oddities.add(new Oddity(where, reason));
            }
        }
        return oddities;
    }

    private static List<List<String>> settings(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> Stream.of(line.split("\\|")).map(String::strip).toList())
                .toList();
    }
}
