package io.github.analytics4j.codegen.model;

import java.util.Comparator;

/**
 * A place in a spec.
 *
 * @param file the file's name, as it is to be shown
 * @param line the line, counted from 1
 */
public record SourceLocation(String file, int line) implements Comparable<SourceLocation> {

    private static final Comparator<SourceLocation> ORDER =
            Comparator.comparing(SourceLocation::file).thenComparingInt(SourceLocation::line);

    @Override
    public int compareTo(SourceLocation other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
