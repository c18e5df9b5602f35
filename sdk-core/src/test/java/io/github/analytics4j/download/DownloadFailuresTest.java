package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadFailuresTest {
    private static final SignedUrl LINK =
            SignedUrl.of(URI.create("https://s3.example/bucket/june%20x.csv?X-Amz-Signature=s3cr3t&X-Amz-Date=1"));

    @ParameterizedTest
    @CsvSource({
        "failed at https://s3.example/bucket/june%20x.csv?X-Amz-Signature=s3cr3t&X-Amz-Date=1, failed at https://s3.example/…",
        "failed at /bucket/june%20x.csv, failed at …",
        "the query was X-Amz-Signature=s3cr3t&X-Amz-Date=1 or so, the query was … or so",
        "other http://h.example:81/a?b=c end, other http://h.example:81/… end",
        "cut at ?X-Amz-Sig, cut at …",
        "Signature=other, …",
        "unexpected end of stream on https://s3.example/..., unexpected end of stream on https://s3.example/…",
        "Connection reset, Connection reset"
    })
    void scrub_text_losesLinks(String text, String expected) {
        assertThat(DownloadFailures.scrub(text, LINK)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "of the link: ab%2Bcd%2Fef0123456789%3D, of the link: …",
        "as it was: ab+cd/ef0123456789=!, as it was: …!"
    })
    void scrub_whatSignsALinkAlone_isLost(String text, String expected) {
        SignedUrl link = SignedUrl.of(URI.create("https://s3.example/f?se=2026&sig=ab%2Bcd%2Fef0123456789%3D"));

        assertThat(DownloadFailures.scrub(text, link)).isEqualTo(expected);
        assertThat(link.masked(text)).isEqualTo(expected);
    }

    @Test
    void scrub_causesAndSuppressed_loseLinksAndKeepTheirTraces() {
        IOException failure = new IOException("a " + LINK.reveal(), new RuntimeException("b " + LINK.reveal()));
        failure.addSuppressed(new Exception("c " + LINK.reveal(), new Exception("d " + LINK.reveal())));
        IOException clean = DownloadFailures.scrub(failure, LINK);
        assertThat(clean).hasMessage("java.io.IOException: a https://s3.example/…");
        assertThat(clean.getStackTrace()).isEqualTo(failure.getStackTrace());
        assertThat(clean.getCause()).hasMessage("java.lang.RuntimeException: b https://s3.example/…");
        assertThat(clean.getSuppressed()[0]).hasMessage("java.lang.Exception: c https://s3.example/…");
        assertThat(Secrets.everythingSaidBy(clean)).doesNotContain("s3cr3t").doesNotContain("june");
    }

    @Test
    void scrub_causeCircle_ends() {
        Exception one = new Exception("one");
        Exception two = new Exception("two", one);
        one.initCause(two);
        assertThat(DownloadFailures.scrub(new IOException("x", one), null)).hasMessage("java.io.IOException: x");
    }

    @Test
    void scrub_withoutMessage_namesTheType() {
        assertThat(DownloadFailures.scrub(new EOFException(), null)).hasMessage("java.io.EOFException");
    }
}
