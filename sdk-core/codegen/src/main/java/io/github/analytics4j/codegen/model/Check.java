package io.github.analytics4j.codegen.model;

/** A rule between two parameters, checked before sending and only when both are given; parameters by wire name. */
public sealed interface Check {

    /**
     * The first is not after (greater than) the second.
     *
     * @param first the smaller or earlier one
     * @param second the greater or later one
     */
    record Ordered(String first, String second) implements Check {}

    /**
     * The range is at most so many days long.
     *
     * @param from its start
     * @param to its end
     * @param days the longest allowed
     */
    record MaxDays(String from, String to, int days) implements Check {}
}
