package io.github.analytics4j.client;

import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.retry.RetryRules.Durations;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateRevokedException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Says what an {@link IOException} means in words of our own, since the library's may name more than should be shown.
 *
 * @param mayPass false where another try cannot end otherwise
 */
record NetworkTrouble(String text, boolean mayPass) {
    static final String UNREAD = "the server refused the request before it read it, so that it was not carried out";

    /** The message where a user's code sends an exchange twice; a status may follow. */
    static final String SENT_AGAIN = "an interceptor of the HTTP client sent the request again";

    /** The message where a proxy wants a login: OkHttp's for a tunnel, and ours where the proxy sends the request on. */
    static final String LOGIN_WANTED = "Failed to authenticate with proxy";

    private static final String UNKNOWN_HOST = " has an unknown host name";
    private static final String REFUSED = " refused the connection";

    private static final Pattern TUNNEL_REFUSED = Pattern.compile("Unexpected response code for CONNECT: (\\d{3})");

    /** OkHttp says this over HTTP/2; over HTTP/1.1 it tells such headers like a connection that ends. */
    private static final Pattern HEADERS_TOO_LARGE = Pattern.compile("header byte count limit of (\\d+) exceeded");

    private static final Pattern ALERT = Pattern.compile("fatal alert: (\\w{1,40})");

    private static NetworkTrouble passing(String text) {
        return new NetworkTrouble(text, true);
    }

    static NetworkTrouble lasting(String text) {
        return new NetworkTrouble(text, false);
    }

    static NetworkTrouble of(IOException thrown, ExchangeTrace trace, Duration attemptTimeout) {
        if (trace.unread()) {
            return passing(UNREAD);
        }
        IOException e = trace.sent() ? thrown : farthest(thrown);
        if (e instanceof UsersCodeGuard.Thrown) {
            return lasting("an interceptor, cookie jar or authenticator of the HTTP client failed with "
                    + Objects.requireNonNull(e.getCause()).getClass().getName());
        }
        if (says(e, "too many open files")) {
            return passing("this process may open no more files and connections (too many open files); "
                    + "close some, read fewer pages ahead, or raise the limit (ulimit -n)");
        }
        Matcher headers = HEADERS_TOO_LARGE.matcher("" + e.getMessage());
        if (headers.matches()) {
            return lasting("the headers of the response have more than " + headers.group(1)
                    + " bytes, which no setting of this client raises");
        }
        if (("" + e.getMessage()).startsWith("Received HTTP_PROXY_AUTH")) {
            return lasting("something on the way asks for a proxy login (407), though no proxy is set");
        }
        NetworkTrouble onTheWay =
                trace.sent() ? null : beforeTheServer(e, trace.proxy(), given(e, trace, attemptTimeout));
        if (onTheWay != null) {
            return onTheWay;
        }
        NetworkTrouble tls = ofTls(e, trace.sent(), LocalDate.now(ZoneOffset.UTC));
        if (tls != null) {
            return tls;
        }
        if (isTimeout(e)) {
            return passing((trace.sent() ? "no complete response within " : "no connection within ")
                    + Durations.text(given(e, trace, attemptTimeout)));
        }
        return trace.sent() ? broken(e) : notMade(e, trace.isLocal() ? "" : unheeded(System.getenv()));
    }

    /** OkHttp throws what failed at the host's first address, and at the others as suppressed: what came farthest tells most. */
    private static IOException farthest(IOException first) {
        return Stream.concat(Stream.of(first), Stream.of(first.getSuppressed()))
                .filter(IOException.class::isInstance)
                .map(IOException.class::cast)
                .min(Comparator.comparing((IOException e) -> !(e instanceof SSLException))
                        .thenComparing(NetworkTrouble::isWithoutRoute)
                        .thenComparing(NetworkTrouble::isRefusal))
                .orElse(first);
    }

    /** A connection has its own time-out, which may be the shorter one. */
    private static Duration given(IOException e, ExchangeTrace trace, Duration attemptTimeout) {
        Duration connect = trace.connectTimeout();
        return says(e, "connect timed out") && !connect.isZero() && connect.compareTo(attemptTimeout) < 0
                ? connect
                : attemptTimeout;
    }

    /** Trouble with the proxy, or null if it is none of it. */
    private static @Nullable NetworkTrouble beforeTheServer(IOException e, Proxy proxy, Duration given) {
        String message = "" + e.getMessage();
        if (proxy.type() == Proxy.Type.DIRECT) {
            return null;
        }
        String name = name(proxy);
        if (message.equals(LOGIN_WANTED) || message.startsWith("Too many tunnel connections")) {
            return lasting(name + " asks for a login (407), or refuses the one it got; give the HTTP client a "
                    + "proxyAuthenticator with the right one");
        }
        if (proxy.type() == Proxy.Type.SOCKS) {
            NetworkTrouble socks = throughSocks(e, name, proxy.address(), given);
            if (socks != null) {
                return socks;
            }
        }
        Matcher tunnel = TUNNEL_REFUSED.matcher(message);
        if (tunnel.find()) {
            int status = Integer.parseInt(tunnel.group(1));
            return new NetworkTrouble(
                    name + " refused the tunnel to the server (" + status + ")", ApiException.mayPass(status));
        }
        if (isWithoutRoute(e)) {
            return passing("there is no route to " + name);
        }
        if (e instanceof UnknownHostException || isRefusal(e) || isTimeout(e)) {
            String what = e instanceof UnknownHostException
                    ? UNKNOWN_HOST
                    : isRefusal(e) ? REFUSED : " made no connection within " + Durations.text(given);
            return passing(name + what);
        }
        return e instanceof SSLException ? null : passing(name + " made no connection");
    }

    /** Finds the failure of a SOCKS proxy by the words of Java's SocksSocketImpl; null for any other failure. */
    private static @Nullable NetworkTrouble throughSocks(
            IOException e, String name, @Nullable SocketAddress address, Duration given) {
        String message = "" + e.getMessage();
        if (address instanceof InetSocketAddress proxy && message.equals(proxy.getHostString())) {
            return passing(name + UNKNOWN_HOST);
        }
        if (e
                instanceof
                UnknownHostException) { // the server's: Java went on with version 4, which needs its IP address
            return passing(name + " does not answer as a SOCKS proxy of version 5 does");
        }
        return switch (message) {
            case "SOCKS : authentication failed" ->
                lasting(name
                        + " asks for a login, or refuses the one it got; Java takes it from java.net.Authenticator");
            case "SOCKS : No acceptable methods" ->
                lasting(name
                        + " accepts neither no login nor one with name and password, which are all that Java offers");
            case "SOCKS: Connection not allowed by ruleset" ->
                lasting(name + " refused the connection to the server: its rules do not allow it");
            case "SOCKS: Command not supported", "SOCKS: address type not supported" ->
                lasting(name + " cannot connect to servers by their host name");
            case "Connection refused" -> passing(name + REFUSED);
            case "Connect timed out" -> passing(name + " made no connection within " + Durations.text(given));
            default -> null;
        };
    }

    private static String name(Proxy proxy) {
        String kind = proxy.type() == Proxy.Type.SOCKS ? "the SOCKS proxy " : "the proxy ";
        return proxy.address() instanceof InetSocketAddress address
                ? kind + address.getHostString() + ":" + address.getPort()
                : kind + "of the HTTP client";
    }

    private static NetworkTrouble notMade(IOException e, String hint) {
        if (e instanceof UnknownHostException) {
            return passing("the host name is unknown" + hint);
        }
        if (e instanceof UnknownServiceException) {
            return lasting("the settings of the HTTP client allow no such connection");
        }
        String why = isRefusal(e) ? "the connection was refused" : "the connection could not be made";
        return passing((isWithoutRoute(e) ? "there is no route to the server" : why) + hint);
    }

    /** Java heeds the system properties for proxies, and no environment variable. */
    static String unheeded(Map<String, String> environment) {
        for (String name : new String[] {"HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY"}) {
            if (!environment.getOrDefault(name, "").isBlank()) {
                return "; " + name + " is set but Java does not heed it: set -Dhttps.proxyHost and -Dhttps.proxyPort";
            }
        }
        return "";
    }

    private static boolean isRefusal(IOException e) {
        return e instanceof ConnectException && !isWithoutRoute(e) && !isTimeout(e);
    }

    private static boolean isWithoutRoute(IOException e) {
        return e instanceof NoRouteToHostException || (e instanceof ConnectException && says(e, "unreachable"));
    }

    static boolean isTimeout(IOException e) {
        return e instanceof SocketTimeoutException
                || (e instanceof InterruptedIOException && "timeout".equals(e.getMessage()))
                || (e instanceof ConnectException && says(e, "timed out"));
    }

    private static boolean says(Throwable e, String words) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (("" + cause.getMessage()).toLowerCase(Locale.ROOT).contains(words)) {
                return true;
            }
        }
        return false;
    }

    private static NetworkTrouble broken(IOException e) {
        if (("" + e.getMessage()).startsWith(SENT_AGAIN)) {
            return passing(e.getMessage() + "; that is stopped, since it is for this client's RetryPolicy to say");
        }
        boolean early =
                e instanceof EOFException || e instanceof ProtocolException || e.getCause() instanceof EOFException;
        return passing(early ? "the response broke off" : "the connection was reset");
    }

    /**
     * Names trouble of TLS, or null if TLS has no part in it: a certificate that is not to be trusted is so at the next try too.
     *
     * @param today what this machine's clock says, by which validity is judged
     */
    static @Nullable NetworkTrouble ofTls(IOException e, boolean sent, LocalDate today) {
        if (!(e instanceof SSLException)) {
            return null;
        }
        if (e instanceof SSLPeerUnverifiedException) {
            boolean pinned = ("" + e.getMessage()).startsWith("Certificate pinning");
            return lasting(
                    pinned ? "the certificate is none of the pinned ones" : "the certificate is for another host");
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String certificate = certificate(cause, today);
            if (certificate != null) {
                return lasting("the certificate " + certificate);
            }
        }
        Matcher alert = ALERT.matcher("" + e.getMessage());
        String why = alert.find() ? " (" + alert.group(1) + ")" : "";
        return passing((sent ? "the TLS connection broke" : "the TLS handshake failed") + why);
    }

    private static @Nullable String certificate(Throwable cause, LocalDate today) {
        if (cause instanceof CertificateExpiredException) {
            return "has expired, if this machine's clock is right, which says " + today;
        }
        if (cause instanceof CertificateNotYetValidException) {
            return "is not valid yet, if this machine's clock is right, which says " + today;
        }
        if (cause instanceof CertificateRevokedException) {
            return "was revoked";
        }
        if (cause instanceof CertPathBuilderException) {
            return "is self-signed, or of an issuer that this Java does not trust";
        }
        String message = "" + cause.getMessage();
        if (cause instanceof CertificateException
                && (message.contains("subject alternative") || message.startsWith("No name matching"))) {
            return "is for another host";
        }
        // the path checks are causes of one of these, and say more
        return cause instanceof CertificateException && cause.getCause() == null ? "is not trusted" : null;
    }
}
