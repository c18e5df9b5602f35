package io.github.analytics4j.client;

/** A request as a command line for a POSIX shell. */
final class CurlLine {
    private CurlLine() {}

    static String of(PreparedRequest request) {
        StringBuilder line = new StringBuilder("curl");
        if (!request.info().method().equals("GET")) {
            line.append(" -X ").append(request.info().method());
        }
        line.append(' ').append(quoted(request.shownUrl()));
        String keyHeader = request.scheme().header();
        request.shownHeaders()
                .forEach((name, value) -> line.append(" -H ")
                        .append(
                                name.equals(keyHeader)
                                        ? withKey(name, request.scheme().prefix())
                                        : header(name, value)));
        String body = request.shownBody();
        if (body != null) {
            line.append(" --data-raw ").append(quoted(body));
        }
        return line.toString();
    }

    /** The key's variable is the one thing for the shell to fill in; whatever is around it stays as it is. */
    private static String withKey(String name, String prefix) {
        String before = name + ": " + prefix;
        return before.matches("[A-Za-z0-9 :_-]*") ? "\"" + before + "$API_KEY\"" : quoted(before) + "\"$API_KEY\"";
    }

    /** A header without a value ends with a semicolon: curl takes a colon for the wish to leave it out. */
    private static String header(String name, String value) {
        return quoted(value.isBlank() ? name + ";" : name + ": " + value);
    }

    /** In single quotes nothing is special but the single quote. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
