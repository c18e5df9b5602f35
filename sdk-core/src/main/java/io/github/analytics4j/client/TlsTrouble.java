package io.github.analytics4j.client;

import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateRevokedException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** What went wrong under the HTTP: a certificate that is not to be trusted is so at the next try too. */
final class TlsTrouble {
    private static final Pattern ALERT = Pattern.compile("fatal alert: (\\w{1,40})");

    private TlsTrouble() {}

    /**
     * Names it, or null if TLS has no part in it.
     *
     * @param today what this machine's clock says, by which validity is judged
     */
    static @Nullable IoTrouble of(IOException e, boolean sent, LocalDate today) {
        if (!(e instanceof SSLException)) {
            return null;
        }
        if (e instanceof SSLPeerUnverifiedException) {
            boolean pinned = ("" + e.getMessage()).startsWith("Certificate pinning");
            return IoTrouble.lasting(
                    pinned ? "the certificate is none of the pinned ones" : "the certificate is for another host");
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String certificate = certificate(cause, today);
            if (certificate != null) {
                return IoTrouble.lasting("the certificate " + certificate);
            }
        }
        Matcher alert = ALERT.matcher("" + e.getMessage());
        String why = alert.find() ? " (" + alert.group(1) + ")" : "";
        return new IoTrouble((sent ? "the TLS connection broke" : "the TLS handshake failed") + why, true);
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
