package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamedResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds where a redirect leads, and whether it may be followed. */
final class Redirects {
    /** A storage host answers at once or after one hop; five leave room for a CDN, and none for a loop. */
    static final int MOST = 5;

    /** Scheme, authority, path and query, as in appendix B of RFC 3986. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?]*))?([^?]*)(?:\\?(.*))?", Pattern.DOTALL);

    private Redirects() {}

    static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    /**
     * The target of a redirect.
     *
     * @throws RefusedException if there is none, or it must not be followed; the message does not repeat it
     */
    static SignedUrl target(SignedUrl base, @Nullable String location) throws RefusedException {
        if (location == null || location.isBlank()) {
            throw new RefusedException("a redirect from " + base.origin() + " names no target");
        }
        SignedUrl next = resolve(base, location.trim());
        if (base.isSecure() && !next.isSecure()) {
            throw new RefusedException("a redirect leads from " + base.origin() + " to " + next.origin()
                    + ", which is not encrypted; it was not followed");
        }
        return next;
    }

    /** As the other one, of a redirect as it came. */
    static SignedUrl target(StreamedResponse redirect) throws RefusedException {
        return target(SignedUrl.of(redirect.url()), redirect.header("Location"));
    }

    /** By RFC 3986, 5.2.2, and as lenient as a browser: a Location is what some server put together. */
    private static SignedUrl resolve(SignedUrl base, String location) throws RefusedException {
        try {
            return SignedUrl.of(new URI(resolved(base.reveal(), withoutFragment(location))));
        } catch (URISyntaxException | IllegalArgumentException e) {
            // The parser's message repeats the link.
            throw new RefusedException("a redirect from " + base.origin() + " leads to something that is no http link");
        }
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

    /** A link that will not be followed, and why; the message is fit to be shown. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }
}
