package io.github.analytics4j.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * A word after {@code analytics4j} that is no API: found by {@code ServiceLoader}, so that a module beside the command can
 * bring one. It needs a public constructor without arguments.
 */
public interface Subcommand {

    /** {@return the word, in lower case} */
    String name();

    /** {@return one sentence about what it does: the line in {@code analytics4j --help}} */
    String summary();

    /**
     * {@return its options, with a description each} Called once a process, when the word was typed or completion is written.
     */
    CommandSpec spec();

    /**
     * Does it.
     *
     * @param arguments what was typed, by the options of {@link #spec}
     * @param surroundings where data and messages go
     * @return the exit code; see the README's table
     * @throws Exception if it failed; the command ends with one line on stderr and the code that belongs to the exception
     */
    int run(ParseResult arguments, Surroundings surroundings) throws Exception;
}
