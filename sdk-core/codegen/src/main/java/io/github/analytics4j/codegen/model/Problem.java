package io.github.analytics4j.codegen.model;

/**
 * One mistake of a spec.
 *
 * @param where its place
 * @param message what is wrong, naming the thing and what would be right
 */
public record Problem(SourceLocation where, String message) {

    @Override
    public String toString() {
        return where + ": " + message;
    }
}
