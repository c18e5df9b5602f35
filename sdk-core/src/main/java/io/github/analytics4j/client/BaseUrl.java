package io.github.analytics4j.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a key may go: an absolute URL, over TLS unless the host is this machine or was allowed by name. */
final class BaseUrl {
    private BaseUrl() {}

    /** The URL, or null after adding to the mistakes; those do not repeat it, since it may hold a password. */
    static @Nullable URI check(String text, Set<String> plainHosts, List<String> mistakes) {
        List<String> found = new ArrayList<>(0);
        URI url = parse(text, found);
        if (url != null) {
            checkParts(url, found);
            if (found.isEmpty() && !isSecureEnough(url, plainHosts)) {
                found.add("baseUrl would send the key over plain http to " + url.getHost()
                        + "; use https, or allow it with allowHttpTo(\"" + url.getHost() + "\")");
            }
        }
        mistakes.addAll(found);
        return found.isEmpty() ? url : null;
    }

    private static @Nullable URI parse(String text, List<String> found) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException e) {
            found.add("baseUrl is no URL");
            return null;
        }
    }

    private static void checkParts(URI url, List<String> found) {
        String scheme = url.getScheme();
        if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
            found.add("baseUrl must begin with https://");
        } else if (url.getHost() == null) {
            found.add("baseUrl names no host");
        }
        if (url.getRawUserInfo() != null) {
            found.add("baseUrl must not name a user");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            found.add("baseUrl must end with its path");
        }
    }

    private static boolean isSecureEnough(URI url, Set<String> plainHosts) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return "https".equalsIgnoreCase(url.getScheme()) || isLoopback(host) || plainHosts.contains(host);
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }
}
