package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.TestClient.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every field that the spec of Synthflow's analytics export documents occurs, with a value that says something. */
class ExportFieldsTest {
    private static final Path SPEC = Path.of("../../sdk-synthflow/src/spec/synthflow.yaml");
    private static final Pattern LINE = Pattern.compile("^( *)['\"]?([\\w$-]+)['\"]?:(.*)$");
    private static final Pattern REFERENCE = Pattern.compile("#/components/schemas/(\\w+)");

    /** Each schema of the spec: its properties and the schemas they refer to, or nothing. */
    private static Map<String, Map<String, String>> schemas() throws IOException {
        Map<String, Map<String, String>> schemas = new LinkedHashMap<>();
        String schema = "";
        String property = "";
        boolean inside = false;
        List<String> lines = Files.readAllLines(SPEC);
        for (String text : lines.subList(lines.indexOf("  schemas:") + 1, lines.size())) {
            Matcher line = LINE.matcher(text);
            if (!line.matches()) {
                continue;
            }
            int indent = line.group(1).length();
            Matcher reference = REFERENCE.matcher(line.group(3));
            if (indent == 4) {
                schema = line.group(2);
                schemas.put(schema, new LinkedHashMap<>());
            } else if (indent == 6) {
                inside = line.group(2).equals("properties");
            } else if (inside && indent == 8) {
                property = line.group(2);
                schemas.get(schema).put(property, "");
            } else if (inside && line.group(2).equals("$ref") && reference.find()) {
                schemas.get(schema).put(property, reference.group(1));
            }
        }
        return schemas;
    }

    private static void documented(
            Map<String, Map<String, String>> schemas, String schema, String at, Set<String> into) {
        schemas.getOrDefault(schema, Map.of()).forEach((property, type) -> {
            into.add(at + property);
            documented(schemas, type, at + property + ".", into);
        });
    }

    /** All values that were seen at a field's place. */
    private static void collect(Object value, String at, Map<String, Set<Object>> into) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> {
                if (inner != null) {
                    into.computeIfAbsent(at + name, place -> new HashSet<>()).add(inner);
                }
                collect(inner, at + name + ".", into);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(element -> collect(element, at, into));
        }
    }

    @Test
    void everyDocumentedField_occursWithAValue() throws Exception {
        Set<String> documented = new TreeSet<>();
        documented(schemas(), "AnalyticsExport", "", documented);
        Map<String, Set<Object>> seen = new TreeMap<>();
        ManualClock clock = new ManualClock(Instant.parse("2026-04-22T10:00:00Z"));
        try (Sandbox usual = Sandbox.start();
                Sandbox sandbox =
                        Sandbox.builder().clock(clock).callsPerDay(100_000).start()) {
            collect(TestClient.json(usual.synthflow(), "/analytics/").value(), "", seen);
            // statuses that last for parts of a second are seen by looking often
            for (int i = 0; i < 40; i++) {
                collect(
                        TestClient.json(
                                        sandbox.synthflow(),
                                        "/analytics/?from_date="
                                                + clock.instant().minusSeconds(3_600))
                                .value(),
                        "",
                        seen);
                clock.advance(Duration.ofMillis(470));
            }
        }

        assertThat(documented).hasSize(88);
        assertThat(seen.keySet()).containsAll(documented);
        List<String> saysNothing = new ArrayList<>();
        for (String field : documented) {
            if (Set.of(Set.of(0.0), Set.of(""), Set.of(List.of())).contains(seen.get(field))) {
                saysNothing.add(field);
            }
        }
        assertThat(saysNothing).isEmpty();
    }

    @Test
    void accountAsItComes_hasEveryField() throws Exception {
        Set<String> documented = new TreeSet<>();
        documented(schemas(), "AnalyticsExport", "", documented);
        Map<String, Set<Object>> seen = new TreeMap<>();
        try (Sandbox sandbox = Sandbox.start()) {
            Json export = TestClient.json(sandbox.synthflow(), "/analytics/");
            collect(export.value(), "", seen);
        }

        assertThat(seen.keySet()).containsAll(documented);
    }
}
