package io.github.analytics4j.download;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/**
 * A link that is a secret: whoever has it can fetch the file.
 *
 * <p>Its {@code toString} shows the origin alone, so that it can appear in logs and messages. Immutable.
 */
public final class SignedUrl {
    private final URI uri;

    private SignedUrl(URI uri) {
        this.uri = uri;
    }

    /**
     * Takes an absolute {@code http} or {@code https} link.
     *
     * @throws IllegalArgumentException if it is anything else; the message does not repeat the link
     */
    public static SignedUrl of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException("a link must be absolute, with http or https");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("a link must name a host, and no user");
        }
        return new SignedUrl(uri);
    }

    /** The link itself, secret parts included, for whoever fetches it on their own. */
    public URI reveal() {
        return uri;
    }

    /** Whether it is fetched over TLS. */
    public boolean isSecure() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** Scheme, host and port: what may be shown. */
    public String origin() {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedUrl that && uri.equals(that.uri);
    }

    @Override
    public int hashCode() {
        return Objects.hash(uri);
    }

    @Override
    public String toString() {
        return origin() + "/…";
    }
}
