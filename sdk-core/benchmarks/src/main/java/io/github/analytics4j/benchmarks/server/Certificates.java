package io.github.analytics4j.benchmarks.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import okhttp3.tls.HeldCertificate;

/** The certificate of the loopback interface, and a trust store that clients read as they do the platform's. */
final class Certificates {
    private Certificates() {}

    static HeldCertificate ofLoopback() {
        return new HeldCertificate.Builder()
                .commonName("benchmarks")
                .addSubjectAlternativeName("127.0.0.1")
                .build();
    }

    /** Writes all that the platform trusts and this one: it takes as long to read as the platform's own. */
    static void writeTrustStore(HeldCertificate certificate, Path file) throws IOException {
        Path platform = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore known = KeyStore.getInstance(platform.toFile(), "changeit".toCharArray());
            KeyStore all = KeyStore.getInstance(
                    "JKS"); // whose certificates are read without a password, as the platform's are
            all.load(null, null);
            for (String alias : Collections.list(known.aliases())) {
                all.setCertificateEntry(alias, known.getCertificate(alias));
            }
            all.setCertificateEntry("benchmarks", certificate.certificate());
            all.store(out, "changeit".toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
