package io.github.analytics4j.codegen.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.codegen.model.Problem;
import io.github.analytics4j.codegen.model.Problems;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
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

    @Test
    void parse_wordsThatJsonTakesForText_areText() {
        assertThat(parse("a: yes\nb: off\nc: TRUE\nd: 1e3\ne: 1_000\nf: 012").root())
                .containsEntry("a", "yes")
                .containsEntry("b", "off")
                .containsEntry("c", true)
                .containsEntry("d", new BigDecimal("1e3"))
                .containsEntry("e", "1_000")
                .containsEntry("f", new BigDecimal(12));
    }

    @Test
    void parse_mergeKeys_bringInWhatIsNotThere() {
        SpecTree tree = parse("a: &a {x: 1, y: 2}\nb: &b {z: 3}\nc:\n  <<: [*a, *b]\n  y: 4\n");

        assertThat(tree.get(Place.of("c")))
                .isEqualTo(Map.of("x", new BigDecimal(1), "y", new BigDecimal(4), "z", new BigDecimal(3)));
        assertThat(tree.locate(Place.of("c", "y"))).hasToString("f.yaml:5");
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void parse_aliasOfItself_andKeyThatIsNoText_areProblems() {
        parse("a: &a\n  b: *a\n? [x]\n: 1\n");

        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactly("f.yaml:1: an alias here contains itself", "f.yaml:3: a key must be text");
    }

    @Test
    void parse_below_countsTheLinesAbove() {
        assertThat(SpecTree.parse("page.md", 10, "a:\n  b: 1\n", problems).locate(Place.of("a", "b")))
                .hasToString("page.md:12");
        assertThat(SpecTree.parse("page.md", 10, "{\"a\":\n{\"b\": 1}}", problems)
                        .locate(Place.of("a", "b")))
                .hasToString("page.md:12");
    }

    private SpecTree parse(String yaml) {
        return SpecTree.parse("f.yaml", yaml, problems);
    }
}
