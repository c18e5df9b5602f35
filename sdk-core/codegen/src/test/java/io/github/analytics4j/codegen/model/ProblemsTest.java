package io.github.analytics4j.codegen.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProblemsTest {

    private final Problems problems = new Problems();

    @Test
    void throwIfAny_none_passes() {
        problems.throwIfAny();

        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void throwIfAny_some_namesThemByFileAndLine() {
        problems.add(new SourceLocation("b.yaml", 3), "third");
        problems.add(new SourceLocation("a.yaml", 20), "second");
        problems.add(new SourceLocation("a.yaml", 3), "first");

        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOf(SpecException.class)
                .hasMessage("3 mistake(s) in the spec:\na.yaml:3: first\na.yaml:20: second\nb.yaml:3: third");
    }

    @Test
    void add_theSameTwice_countsOnce() {
        problems.add(new SourceLocation("a.yaml", 1), "same");
        problems.add(new SourceLocation("a.yaml", 1), "same");
        problems.add(new SourceLocation("a.yaml", 2), "same");

        assertThat(problems.sorted()).extracting(Problem::toString).containsExactly("a.yaml:1: same", "a.yaml:2: same");
    }
}
