package io.github.analytics4j.codegen.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the mistakes of a spec, so that all are reported together. Not thread-safe. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** Reports one mistake; the same mistake at the same place counts once. */
    public void add(SourceLocation where, String message) {
        Problem problem = new Problem(where, message);
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    /** Whether the spec is without a mistake so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** The mistakes by file and line. */
    public List<Problem> sorted() {
        return found.stream().sorted(Comparator.comparing(Problem::where)).toList();
    }

    /** Refuses the spec if it has any mistake. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new SpecException(sorted());
        }
    }
}
