package io.github.analytics4j.testkit.server;

import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A certificate made for one run, with the authority that signed it: what clients are to trust. */
public final class Certificate {
    private final HeldCertificate authority;
    private final HandshakeCertificates server;

    private Certificate(HeldCertificate authority, HandshakeCertificates server) {
        this.authority = authority;
        this.server = server;
    }

    /** For this host, and for loopback by each of its names. */
    static Certificate create(String host) {
        HeldCertificate authority = new HeldCertificate.Builder()
                .commonName("analytics4j sandbox")
                .certificateAuthority(0)
                .duration(30, TimeUnit.DAYS)
                .build();
        HeldCertificate.Builder server = new HeldCertificate.Builder()
                .commonName("analytics4j sandbox server")
                .signedBy(authority)
                .duration(30, TimeUnit.DAYS)
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1")
                .addSubjectAlternativeName("::1");
        String bare = host.replace("[", "").replace("]", "");
        if (!bare.equals("localhost") && !bare.equals("127.0.0.1") && !bare.equals("::1")) {
            server.addSubjectAlternativeName(bare);
        }
        return new Certificate(
                authority,
                new HandshakeCertificates.Builder()
                        .heldCertificate(server.build(), authority.certificate())
                        .build());
    }

    SSLContext server() {
        return server.sslContext();
    }

    /** The authority in PEM. */
    public String pem() {
        return authority.certificatePem();
    }

    /** A context that trusts this authority and no other. */
    public SSLContext trusting() {
        return new HandshakeCertificates.Builder()
                .addTrustedCertificate(authority.certificate())
                .build()
                .sslContext();
    }
}
