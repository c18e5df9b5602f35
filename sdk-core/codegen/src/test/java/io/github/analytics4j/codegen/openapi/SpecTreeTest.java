package io.github.analytics4j.codegen.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.codegen.model.Problem;
import io.github.analytics4j.codegen.model.Problems;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SpecTreeTest {

    private final Problems problems = new Problems();

    @Test
    void parse_scalars_keepTheirKind() {
        SpecTree tree = parse("a: 1\nb: '1'\nc: true\nd: 'true'\ne: ~\nf: 1.50\ng: 0x10\nh: 2026-01-01\ni: [x, ~]");

        assertThat(tree.root())
                .containsEntry("a", new BigDecimal(1))
                .containsEntry("b", "1")
                .containsEntry("c", true)
                .containsEntry("d", "true")
                .containsEntry("e", null)
                .containsEntry("f", new BigDecimal("1.50"))
                .containsEntry("g", "0x10")
                .containsEntry("h", "2026-01-01")
                .containsEntry("i", Arrays.asList("x", null));
    }

    @Test
    void locate_keysAndElements_knowTheirLines() {
        SpecTree tree = parse("a:\n  b:\n    - x\n    - c: 1\n");

        assertThat(tree.locate(Place.of("a", "b"))).hasToString("f.yaml:2");
        assertThat(tree.locate(Place.of("a", "b", "1", "c"))).hasToString("f.yaml:4");
        assertThat(tree.locate(Place.of("a", "b", "1", "gone", "too"))).hasToString("f.yaml:4");
        assertThat(tree.locate(Place.ROOT)).hasToString("f.yaml:1");
    }

    @Test
    void get_wrongKinds_isNull() {
        SpecTree tree = parse("a: [1]\n");

        assertThat(tree.get(Place.of("a", "0"))).isEqualTo(new BigDecimal(1));
        assertThat(tree.get(Place.of("a", "1"))).isNull();
        assertThat(tree.get(Place.of("a", "b"))).isNull();
        assertThat(tree.get(Place.of("a", "0", "b"))).isNull();
    }

    @Test
    void parse_noYaml_isOneProblem() {
        parse("a: [1\nb: 2");

        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactly("f.yaml:2: this is no YAML: expected ',' or ']', but got :");
    }

    @Test
    void parse_noObject_isOneProblem() {
        parse("- a\n");

        assertThat(problems.sorted()).extracting(Problem::toString).containsExactly("f.yaml:1: this is no YAML object");
    }

    @Test
    void parse_keyTwice_isAProblem() {
        parse("a: 1\nb: 2\na: 3\n");

        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactly("f.yaml:3: the key a is here twice");
    }

    private SpecTree parse(String yaml) {
        return SpecTree.parse("f.yaml", yaml, problems);
    }
}
