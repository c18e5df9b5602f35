package io.github.analytics4j.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Where a key may go: an absolute URL, over TLS unless the host is this machine or was allowed by name. */
final class BaseUrl {
    private static final int LAST_PORT = 65_535;

    private BaseUrl() {}

    /** The URL, or null after adding to the mistakes; those do not repeat it, since it may hold a password. */
    static @Nullable URI check(String text, Set<String> plainHosts, List<String> mistakes) {
        List<String> found = new ArrayList<>(0);
        URI url = parse(text, found);
        if (url != null) {
            checkParts(url, found);
        }
        if (url != null && found.isEmpty()) {
            checkPlace(url, plainHosts, found);
        }
        mistakes.addAll(found);
        return found.isEmpty() ? url : null;
    }

    /** Host and port as what sends reads them: {@code URI} knows no host with an underscore. */
    private static void checkPlace(URI url, Set<String> plainHosts, List<String> found) {
        HttpUrl sent = HttpUrl.parse(url.toString());
        if (sent == null) {
            found.add(
                    url.getPort() == 0 || url.getPort() > LAST_PORT
                            ? "baseUrl must have a port of 1.." + LAST_PORT + ", was " + url.getPort()
                            : "baseUrl names no host");
        } else if (!sent.isHttps() && !isLoopback(sent.host()) && !isNamed(sent.host(), plainHosts)) {
            String host = shown(sent.host());
            found.add("baseUrl would send the key over plain http to " + host
                    + "; use https, or allow it with allowHttpTo(\"" + host + "\")");
        }
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
        } else if (url.getRawAuthority() == null) {
            found.add("baseUrl names no host");
        }
        if (url.getRawAuthority() != null && url.getRawAuthority().contains("@")) {
            found.add("baseUrl must not name a user");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            found.add("baseUrl must end with its path");
        }
    }

    private static boolean isNamed(String host, Set<String> plainHosts) {
        return plainHosts.contains(host) || plainHosts.contains(shown(host));
    }

    /** An IPv6 address with its brackets. */
    private static String shown(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** OkHttp writes every form of an address in one way. */
    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("::1") || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }
}
