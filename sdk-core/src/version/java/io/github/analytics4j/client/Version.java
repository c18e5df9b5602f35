package io.github.analytics4j.client;

/** The version of this build, filled in by it: a jar's manifest is lost where jars are merged into one. */
final class Version {
    private Version() {}

    static String text() {
        return "${project.version}";
    }
}
