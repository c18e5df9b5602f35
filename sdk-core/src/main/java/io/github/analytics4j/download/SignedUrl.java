package io.github.analytics4j.download;

import java.net.URI;
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

    private static final int LAST_PORT = 65_535;

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
}
