package io.github.analytics4j.codegen.model;

import java.util.List;
import java.util.stream.Collectors;

/** A spec was refused; the message lists every mistake with its file and line. */
public final class SpecException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /** Names these mistakes. */
    public SpecException(List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n", problems.size() + " mistake(s) in the spec:\n", "")));
        this.problems = List.copyOf(problems);
    }

    /** The mistakes by file and line. */
    public List<Problem> problems() {
        return problems;
    }
}
