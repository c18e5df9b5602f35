package io.github.analytics4j.http;

/** A request as a command line for a POSIX shell. */
final class CurlLine {
    private CurlLine() {}

    static String of(PreparedRequest request) {
        StringBuilder line = new StringBuilder("curl");
        if (!request.info().method().equals("GET")) {
            line.append(" -X ").append(request.info().method());
        }
        line.append(' ').append(quoted(request.shownUrl()));
        request.shownHeaders()
                .forEach((name, value) -> line.append(" -H ")
                        .append(
                                value.endsWith("$API_KEY")
                                        ? "\"" + name + ": " + value + "\""
                                        : quoted(name + ": " + value)));
        String body = request.body();
        if (body != null) {
            line.append(" --data-raw ").append(quoted(body));
        }
        return line.toString();
    }

    /** In single quotes nothing is special but the single quote. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
