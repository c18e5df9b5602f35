package io.github.analytics4j.http;

import io.github.analytics4j.retry.Durations;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What an {@link IOException} means, in words of our own: the library's may name more than should be shown. */
final class IoTrouble {
    static final String UNREAD = "the server refused the request before it read it, so that it was not carried out";

    private IoTrouble() {}

    static String text(IOException e, WireTrace trace, Duration attemptTimeout) {
        boolean sent = trace.sent();
        if (trace.unread()) {
            return UNREAD;
        }
        if (e instanceof UsersCodeGuard.Thrown) {
            return "an interceptor, cookie jar or authenticator of the HTTP client failed with "
                    + e.getCause().getClass().getName();
        }
        if (e instanceof UnknownHostException) {
            return "the host name is unknown";
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return "the connection was refused";
        }
        if (e instanceof SSLPeerUnverifiedException) {
            return "the certificate is for another host";
        }
        if (e instanceof SSLException) {
            return sent ? "the TLS connection broke" : "the TLS handshake failed";
        }
        if (isTimeout(e)) {
            return sent
                    ? "no complete answer within " + Durations.text(attemptTimeout)
                    : "no connection within " + Durations.text(attemptTimeout);
        }
        return sent ? broken(e) : "the connection could not be made";
    }

    static boolean isTimeout(IOException e) {
        return e instanceof SocketTimeoutException
                || (e instanceof InterruptedIOException && "timeout".equals(e.getMessage()));
    }

    private static String broken(IOException e) {
        boolean early =
                e instanceof EOFException || e instanceof ProtocolException || e.getCause() instanceof EOFException;
        return early ? "the answer broke off" : "the connection was reset";
    }
}
