package io.github.analytics4j.download;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A link that is a secret: anyone who has it can fetch the file.
 *
 * <p>Its {@code toString} shows the origin alone, so that it can appear in logs and messages. Immutable.
 */
public final class SignedUrl {
    /** A host as OkHttp takes it, which sends: {@code URI} knows none with an underscore or a letter beyond ASCII. */
    private static final Pattern PLACE = Pattern.compile("(\\[[0-9A-Fa-f:.]+\\]|[^\\s:@\\[\\]]+)(?::(\\d{0,5}))?");

    /** Scheme, authority, path and query, as in appendix B of RFC 3986. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?]*))?([^?]*)(?:\\?(.*))?", Pattern.DOTALL);

    private static final int LAST_PORT = 65_535;

    /** The signatures and tokens of storages are longer; what is shorter is a date, a type or the name of a key. */
    private static final int SHORTEST_SECRET = 16;

    private final URI uri;
    private final String origin;

    private SignedUrl(URI uri, String origin) {
        this.uri = uri;
        this.origin = origin;
    }

    /**
     * Takes an absolute {@code http} or {@code https} link.
     *
     * @param uri with the secret parts that sign it
     * @return the link, which prints as its origin alone
     * @throws IllegalArgumentException if it is anything else; the message does not repeat the link
     */
    public static SignedUrl of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException("a link must be absolute, with http or https");
        }
        String authority = uri.getRawAuthority();
        Matcher place = PLACE.matcher(authority == null ? "" : authority);
        if (!place.matches()) {
            throw new IllegalArgumentException("a link must name a host, and no user");
        }
        return new SignedUrl(uri, scheme + "://" + place.group(1).toLowerCase(Locale.ROOT) + port(place.group(2)));
    }

    private static String port(@Nullable String digits) {
        if (digits == null || digits.isEmpty()) {
            return "";
        }
        int port = Integer.parseInt(digits);
        if (port == 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("a link must have a port from 1 to " + LAST_PORT);
        }
        return ":" + port;
    }

    /** {@return the link itself, secret parts included, for callers that fetch it on their own} */
    public URI reveal() {
        return uri;
    }

    /** {@return whether it is fetched over TLS} */
    public boolean isSecure() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** {@return scheme, host and port: what may be shown} */
    public String origin() {
        return origin;
    }

    /**
     * The link to which a redirect from this one leads, by RFC 3986, 5.2.2, and as lenient as a browser: a Location is what some
     * server put together.
     *
     * @throws RefusedException if there is none, or it must not be followed; the message does not repeat it
     */
    SignedUrl redirectedTo(@Nullable String location) throws RefusedException {
        if (location == null || location.isBlank()) {
            throw new RefusedException("a redirect from " + origin + " names no target");
        }
        SignedUrl next;
        try {
            next = of(new URI(resolved(uri, withoutFragment(location.trim()))));
        } catch (URISyntaxException | IllegalArgumentException e) {
            // The parser's message repeats the link.
            throw new RefusedException("a redirect from " + origin + " leads to something that is no http link");
        }
        if (isSecure() && !next.isSecure()) {
            throw new RefusedException("a redirect leads from " + origin + " to " + next.origin
                    + ", which is not encrypted; it was not followed");
        }
        return next;
    }

    /** A text from outside without what signs the link, should a server repeat that part alone. */
    String masked(String text) {
        String clean = text;
        for (String query : new String[] {uri.getRawQuery(), uri.getQuery()}) {
            for (String part : query == null ? new String[0] : query.split("&")) {
                String value = part.substring(part.indexOf('=') + 1);
                clean = value.length() < SHORTEST_SECRET ? clean : clean.replace(value, "…");
            }
        }
        return clean;
    }

    private static String resolved(URI from, String location) {
        Matcher reference = REFERENCE.matcher(location);
        if (!reference.matches()) {
            return location;
        }
        String scheme = reference.group(1);
        String authority = reference.group(2);
        String path = escaped(reference.group(3), "[]");
        String query = reference.group(4) == null ? null : escaped(reference.group(4), "");
        if (scheme == null && authority == null) {
            authority = from.getRawAuthority();
            String here = from.getRawPath() == null ? "" : from.getRawPath();
            if (path.isEmpty()) {
                path = here;
                query = query == null ? from.getRawQuery() : query;
            } else if (!path.startsWith("/")) {
                path = withoutDots(here.substring(0, here.lastIndexOf('/') + 1) + path);
            }
        }
        return (scheme == null ? from.getScheme() : scheme) + ":"
                + (authority == null ? "" : "//" + authority)
                + path
                + (query == null ? "" : "?" + query);
    }

    private static String withoutDots(String path) {
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            boolean up = segments[i].equals("..");
            if (up) {
                kept.pollLast();
            }
            if (!up && !segments[i].equals(".")) {
                kept.addLast(segments[i]);
            } else if (last) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }

    private static String withoutFragment(String link) {
        int fragment = link.indexOf('#');
        return fragment < 0 ? link : link.substring(0, fragment);
    }

    /**
     * Servers put blanks, pipes, brackets, a percent sign of its own and letters outside ASCII into {@code Location};
     * browsers escape them, and so do we.
     */
    private static String escaped(String part, String more) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int c = bytes[i] & 0xff;
            boolean stray = c == '%' && !(i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2]));
            if (stray || c <= 0x20 || c >= 0x7f || "\"<>\\^`{|}".indexOf(c) >= 0 || more.indexOf(c) >= 0) {
                out.append(String.format("%%%02X", c));
            } else {
                out.append((char) c);
            }
        }
        return out.toString();
    }

    private static boolean isHex(byte c) {
        return Character.digit(c, 16) >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedUrl that && uri.equals(that.uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }

    @Override
    public String toString() {
        return origin() + "/…";
    }

    /** A link that will not be followed, and why; the message is fit to be shown. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }
}
