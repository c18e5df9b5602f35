package io.github.analytics4j.codegen.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.codegen.model.ModelChecks;
import io.github.analytics4j.codegen.model.Problem;
import io.github.analytics4j.codegen.model.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A spec with one of everything, right until a test changes it. */
final class SmallSpec {

    private String text = load();

    static String load() {
        try (InputStream in = SmallSpec.class.getResourceAsStream("small.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Replaces the first occurrence of a text, which has to be there. */
    SmallSpec with(String old, String replacement) {
        int at = text.indexOf(old);
        assertThat(at).as("'%s' in small.md", old).isNotNegative();
        text = text.substring(0, at) + replacement + text.substring(at + old.length());
        return this;
    }

    String text() {
        return text;
    }

    /** Everything wrong with it, by line. */
    List<String> mistakes() {
        return mistakes(text);
    }

    static List<String> mistakes(String text) {
        Problems problems = new Problems();
        new ModelChecks(TableSpec.read("small.md", text, problems).api(), problems).run();
        return problems.sorted().stream().map(Problem::toString).toList();
    }

    /** The spec, which has to be right. */
    TableSpec read() {
        Problems problems = new Problems();
        TableSpec spec = TableSpec.read("small.md", text, problems);
        new ModelChecks(spec.api(), problems).run();
        problems.throwIfAny();
        return spec;
    }

    /** The first line that begins with a text. */
    int line(String beginning) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(beginning)) {
                return i + 1;
            }
        }
        throw new AssertionError("no line of small.md begins with " + beginning);
    }
}
