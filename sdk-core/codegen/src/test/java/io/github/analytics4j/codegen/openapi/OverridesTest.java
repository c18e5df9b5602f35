package io.github.analytics4j.codegen.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.codegen.model.Problem;
import io.github.analytics4j.codegen.model.Problems;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverridesTest {

    private static final String SPEC = """
            paths:
              /calls:
                get:
                  parameters:
                    - name: limit
                      schema: {type: integer}
                    - name: offset
                      schema: {type: integer}
            components:
              schemas:
                Call:
                  properties:
                    a.b: {type: string}
                    duration: {type: integer, format: int64}
            """;

    private final Problems problems = new Problems();
    private final SpecTree spec = SpecTree.parse("spec.yaml", SPEC, problems);

    @Test
    void set_onField_mergesKeepsAndTakesAway() {
        apply("- {at: Call.duration, set: {type: [integer, string], format: null, x-unit: s}, reason: r}");

        assertThat(at("components", "schemas", "Call", "properties", "duration"))
                .isEqualTo(Map.of("type", List.of("integer", "string"), "x-unit", "s"));
    }

    @Test
    void set_onParameter_goesDeep() {
        apply("- {at: GET /calls offset, set: {schema: {minimum: 0}}, reason: r}");

        assertThat(at("paths", "/calls", "get", "parameters", "1", "schema"))
                .isEqualTo(Map.of("type", "integer", "minimum", new BigDecimal(0)));
        assertThat(at("paths", "/calls", "get", "parameters", "0", "schema")).isEqualTo(Map.of("type", "integer"));
    }

    @Test
    void set_onSeveral_givesEachItsOwn() {
        apply("- {at: [GET /calls limit, GET /calls offset], set: {x: {y: 1}}, reason: r}");
        apply("- {at: GET /calls limit, set: {x: {z: 2}}, reason: r}");

        assertThat(at("paths", "/calls", "get", "parameters", "0", "x"))
                .isEqualTo(Map.of("y", new BigDecimal(1), "z", new BigDecimal(2)));
        assertThat(at("paths", "/calls", "get", "parameters", "1", "x")).isEqualTo(Map.of("y", new BigDecimal(1)));
    }

    @Test
    void set_onFieldWithADot_isFound() {
        apply("- {at: Call.a.b, set: {x: 1}, reason: r}");

        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void add_schemaAndField_areLocatedInTheOverrides() {
        apply("- {add: Status, set: {type: string}, reason: r}\n- {add: Call.version, set: {type: string}, reason: r}");

        assertThat(at("components", "schemas", "Status")).isEqualTo(Map.of("type", "string"));
        assertThat(spec.locate(Place.of("components", "schemas", "Call", "properties", "version")))
                .hasToString("overrides.yaml:2");
        assertThat(spec.locate(Place.of("components", "schemas", "Call", "properties", "duration", "format")))
                .hasToString("spec.yaml:14");
    }

    @Test
    void mistakes_areAllNamed() {
        apply("""
                - {at: Call.nothing, set: {}, reason: r}
                - {at: GET /calls nothing, set: {}, reason: r}
                - {at: GET /nothing, set: {}, reason: r}
                - {add: Call.duration, set: {}, reason: r}
                - {add: GET /calls new, set: {}, reason: r}
                - {at: Call, set: {}}
                - {at: Call, set: {}, reason: ' '}
                - {at: Call, reason: r}
                - {at: Call, add: Call, set: {}, reason: r}
                - {set: {}, reason: r}
                - {at: Call, set: {}, reason: r, because: x}
                - {at: 'LOOK /calls', set: {}, reason: r}
                - {at: '', set: {}, reason: r}
                - {at: 3, set: {}, reason: r}
                - at Call set x""");

        String address = "; expected GET /path, GET /path parameter, Schema or Schema.field";
        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactly(
                        "overrides.yaml:1: Call.nothing is not in the spec",
                        "overrides.yaml:2: GET /calls nothing is not in the spec",
                        "overrides.yaml:3: GET /nothing is not in the spec",
                        "overrides.yaml:4: Call.duration is in the spec already",
                        "overrides.yaml:5: GET /calls new is not in the spec; only schemas and fields can be added",
                        "overrides.yaml:6: a correction must give its reason",
                        "overrides.yaml:7: a correction must give its reason",
                        "overrides.yaml:8: a correction must say what to set",
                        "overrides.yaml:9: a correction must say either what it is at or what it adds",
                        "overrides.yaml:10: a correction must say either what it is at or what it adds",
                        "overrides.yaml:11: unknown key because; known are add, at, reason, set",
                        "overrides.yaml:12: no address: LOOK /calls" + address,
                        "overrides.yaml:13: no address: " + address,
                        "overrides.yaml:14: no address: 3" + address,
                        "overrides.yaml:15: a correction must be an object with at, set and reason");
    }

    private Object at(String... keys) {
        return spec.get(Place.of(keys));
    }

    private void apply(String corrections) {
        // on one line, so that the first correction is on the first line of messages
        String yaml = "corrections: [" + corrections.replaceAll("(?m)^- (.*)$", "$1,") + "]";
        SpecTree tree = SpecTree.parse("overrides.yaml", yaml, problems);
        new Overrides(tree, problems).applyTo(spec);
    }
}
