package io.github.analytics4j.client;

/** The version of this build and of what it was built on, filled in by it: a jar's manifest is lost where jars are merged into one. */
final class Version {
    static final String OKHTTP = "${okhttp.version}";
    static final String OKIO = "${okio.version}";
    static final String KOTLIN = "${kotlin.version}";

    private Version() {}

    static String text() {
        return "${project.version}";
    }
}
