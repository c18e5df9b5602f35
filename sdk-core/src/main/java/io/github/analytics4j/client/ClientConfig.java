package io.github.analytics4j.client;

import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.retry.RetryRules;
import io.github.analytics4j.retry.RetryRules.RetryBudget;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * All that a client was told, checked. Clients derived from one another share everything but the options.
 *
 * @param profile which API this is
 * @param baseUrl where requests go
 * @param credentials what opens the door
 * @param options the rest
 * @param time the clocks
 * @param random chance for jitter, at least 0 and below 1
 * @param budget what retries may cost
 */
record ClientConfig(
        ApiProfile profile,
        URI baseUrl,
        Credentials credentials,
        ClientOptions options,
        TimeSource time,
        DoubleSupplier random,
        RetryBudget budget) {
    private static final int LAST_PORT = 65_535;

    /** Says whether to try again; null when retries are off. */
    @Nullable
    RetryRules retryRules() {
        RetryPolicy policy = options.retry();
        return policy.maxAttempts() > 1 ? new RetryRules(policy, random, budget) : null;
    }

    /** With other options; the budget is shared unless its size changes. */
    ClientConfig with(ClientOptions other) {
        int retries = other.retry().budget();
        RetryBudget shared = retries == options.retry().budget() ? budget : new RetryBudget(time::nanos, retries);
        return new ClientConfig(profile, baseUrl, credentials, other, time, random, shared);
    }

    /**
     * Where a key may go: an absolute URL, over TLS unless the host is this machine or was allowed by name. The URL, or null after adding to the mistakes; those do not repeat it, since it may hold a password.
     */
    private static @Nullable URI checkedUrl(String text, Set<String> plainHosts, List<String> mistakes) {
        URI url;
        try {
            url = withPlainScheme(new URI(text.strip()));
        } catch (URISyntaxException e) {
            mistakes.add("baseUrl is no URL");
            return null;
        }
        List<String> found = new ArrayList<>(0);
        HttpUrl sent = checkParts(url, found);
        if (sent != null && found.isEmpty() && !isSecureEnough(sent, plainHosts)) {
            String host = sent.host().contains(":") ? "[" + sent.host() + "]" : sent.host();
            found.add("baseUrl would send the key over plain http to " + host
                    + "; use https, or allow it with allowHttpTo(\"" + host + "\")");
        }
        mistakes.addAll(found);
        return found.isEmpty() ? url : null;
    }

    /** The scheme in lower case: it says whether TLS has to be set up. */
    private static URI withPlainScheme(URI url) {
        String scheme = url.getScheme();
        return scheme == null
                ? url
                : URI.create(scheme.toLowerCase(Locale.ROOT) + url.toString().substring(scheme.length()));
    }

    /** Host and port as OkHttp takes them, which sends: {@code java.net.URI} knows no underscore in a host. */
    private static @Nullable HttpUrl checkParts(URI url, List<String> found) {
        String scheme = url.getScheme();
        String authority = url.getRawAuthority();
        HttpUrl sent = HttpUrl.parse(url.toString());
        if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
            found.add("baseUrl must begin with https://");
        } else if (authority == null || authority.isEmpty()) {
            found.add("baseUrl names no host");
        } else if (sent == null) {
            found.add(portMistake(authority));
        }
        if (authority != null && authority.indexOf('@') >= 0) {
            found.add("baseUrl must not name a user");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            found.add("baseUrl must end with its path");
        }
        return sent;
    }

    /** Tells the mistake in a host and port to which no request can go; the text in the place of a port may be half of a password. */
    private static String portMistake(String authority) {
        int colon = authority.lastIndexOf(':');
        String port = colon <= authority.lastIndexOf(']') ? "" : authority.substring(colon + 1);
        if (port.isEmpty()
                || (port.matches("[0-9]{1,5}") && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= LAST_PORT)) {
            return "baseUrl is no URL";
        }
        return "baseUrl must have a port of 1.." + LAST_PORT + (port.matches("-?[0-9]{1,12}") ? ", was " + port : "");
    }

    private static boolean isSecureEnough(HttpUrl url, Set<String> plainHosts) {
        return url.isHttps()
                || isLoopback(url.host())
                || plainHosts.stream().map(ClientConfig::canonical).anyMatch(url.host()::equals);
    }

    /** As OkHttp spells it, so that an address may be given in any of its forms. */
    private static String canonical(String host) {
        try {
            return new HttpUrl.Builder().scheme("http").host(host).build().host();
        } catch (IllegalArgumentException e) {
            return host;
        }
    }

    /** Names below {@code localhost} are this machine's (RFC 6761). */
    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("::1")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    /** The addresses that a builder was told of, of which one is used. */
    static final class Address {
        private final @Nullable String usual;

        private @Nullable String own;
        private @Nullable String vendors;
        private @Nullable String programsMistake;

        @Nullable
        String environments;

        private @Nullable String environmentsMistake;

        Address(@Nullable String usual) {
            this.usual = usual;
        }

        static @Nullable String unlessBlank(@Nullable String text) {
            return text == null || text.isBlank() ? null : text;
        }

        /** An address of the program's, in place of one of the vendor's that was chosen before. */
        void set(String url) {
            own = url;
            vendors = null;
            programsMistake = null;
        }

        /** One of the vendor's; beside the program's own it is a mistake, for a key would go where that does not say. */
        void choose(String by, String vendorsUrl) {
            vendors = vendorsUrl;
            programsMistake = own == null
                    ? null
                    : by + " is set though baseUrl was set before: set one of them, or " + by + " first to replace it";
        }

        /** The environment names one of the vendor's. */
        <P extends Enum<P>> void fromEnvironment(
                String urlVariable, String variable, String value, P[] places, Function<P, String> url) {
            if (environments != null) {
                environmentsMistake =
                        variable + " and " + urlVariable + " exclude one another: leave one of them unset";
                return;
            }
            List<String> names = new ArrayList<>();
            for (P place : places) {
                names.add(place.name());
                environments = place.name().equalsIgnoreCase(value) ? url.apply(place) : environments;
            }
            environmentsMistake = environments != null
                    ? null
                    : variable + " must be one of " + String.join(", ", names) + "; was \"" + value + "\"";
        }

        /** That of the program, else of the environment, else the usual one. */
        @Nullable
        String inUse() {
            String programs = own != null ? own : vendors;
            return programs != null ? programs : environments != null ? environments : usual;
        }

        /** The one in use, if it may be; null after adding to the mistakes. */
        @Nullable
        URI checked(UnaryOperator<String> tidy, Set<String> plainHosts, String ifMissing, List<String> mistakes) {
            if (programsMistake != null) {
                mistakes.add(programsMistake);
            } else if (own == null && vendors == null && environmentsMistake != null) {
                mistakes.add(environmentsMistake);
            }
            String used = inUse();
            if (used == null) {
                mistakes.add(ifMissing);
                return null;
            }
            return checkedUrl(tidy.apply(used), plainHosts, mistakes);
        }
    }
}
