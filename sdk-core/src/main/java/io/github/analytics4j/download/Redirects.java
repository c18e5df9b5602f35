package io.github.analytics4j.download;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where a redirect leads, and whether it may be followed. */
final class Redirects {
    /** A storage host answers at once or after one hop; five leave room for a CDN, and none for a loop. */
    static final int MOST = 5;

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
     * @throws BadLinkException if there is none, or it must not be followed; the message does not repeat it
     */
    static SignedUrl target(SignedUrl base, @Nullable String location) throws BadLinkException {
        if (location == null || location.isBlank()) {
            throw new BadLinkException("a redirect from " + base.origin() + " names no target");
        }
        SignedUrl next = resolve(base, location.trim());
        if (base.isSecure() && !next.isSecure()) {
            throw new BadLinkException("a redirect leads from " + base.origin() + " to " + next.origin()
                    + ", which is not encrypted; it was not followed");
        }
        return next;
    }

    private static SignedUrl resolve(SignedUrl base, String location) throws BadLinkException {
        try {
            URI from = base.reveal();
            URI reference = new URI(escaped(withoutFragment(location)));
            boolean queryAlone = !reference.isOpaque()
                    && !reference.isAbsolute()
                    && reference.getRawAuthority() == null
                    && reference.getRawPath().isEmpty();
            return SignedUrl.of(queryAlone ? samePath(from, reference) : from.resolve(reference));
        } catch (URISyntaxException | IllegalArgumentException e) {
            // What the parser says repeats the link.
            throw new BadLinkException("a redirect from " + base.origin() + " leads to something that is no http link");
        }
    }

    /** {@code URI.resolve} drops the last path segment for a reference that is a query alone; RFC 3986 keeps it. */
    private static URI samePath(URI from, URI reference) throws URISyntaxException {
        String text = withoutFragment(from.toString());
        int query = text.indexOf('?');
        String path = query < 0 ? text : text.substring(0, query);
        return new URI(reference.getRawQuery() == null ? text : path + "?" + reference.getRawQuery());
    }

    private static String withoutFragment(String link) {
        int fragment = link.indexOf('#');
        return fragment < 0 ? link : link.substring(0, fragment);
    }

    /** Servers put blanks, pipes and letters outside ASCII into {@code Location}; browsers escape them, and so do we. */
    private static String escaped(String location) {
        StringBuilder out = new StringBuilder(location.length());
        for (byte b : location.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            if (c <= 0x20 || c >= 0x7f || "\"<>\\^`{|}".indexOf(c) >= 0) {
                out.append(String.format("%%%02X", c));
            } else {
                out.append((char) c);
            }
        }
        return out.toString();
    }
}
