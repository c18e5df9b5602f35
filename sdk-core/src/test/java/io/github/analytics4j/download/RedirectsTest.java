package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectsTest {
    private static final SignedUrl BASE = SignedUrl.of(URI.create("https://api.example/v1/reports/1/download?a=b"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://s3.example/x?X-Amz-Signature=1%2B2|https://s3.example/x?X-Amz-Signature=1%2B2",
                "//cdn.example/x?q|https://cdn.example/x?q",
                "/other/file.csv?s=1|https://api.example/other/file.csv?s=1",
                "file.csv|https://api.example/v1/reports/1/file.csv",
                "../2/file.csv|https://api.example/v1/reports/2/file.csv",
                "?sig=2|https://api.example/v1/reports/1/download?sig=2",
                "https://s3.example/a b|https://s3.example/a%20b",
                "https://s3.example/ü.csv|https://s3.example/%C3%BC.csv",
                "https://s3.example/x?a=b#part|https://s3.example/x?a=b",
                "  https://s3.example/x  |https://s3.example/x"
            })
    void target_absoluteAndRelative_isResolved(String location, String expected) throws Exception {
        assertThat(Redirects.target(BASE, location).reveal()).hasToString(expected);
    }

    @Test
    void target_unescapedPipe_isEscaped() throws Exception {
        assertThat(Redirects.target(BASE, "https://s3.example/x?a=1|2").reveal())
                .hasToString("https://s3.example/x?a=1%7C2");
    }

    @Test
    void target_queryOfALinkWithoutQuery_keepsThePath() throws Exception {
        SignedUrl base = SignedUrl.of(URI.create("https://api.example/v1/file"));
        assertThat(Redirects.target(base, "?x=1").reveal()).hasToString("https://api.example/v1/file?x=1");
    }

    @Test
    void target_fromHttpsToHttp_isRefused() {
        assertThatThrownBy(() -> Redirects.target(BASE, "http://s3.example/secret?sig=secret"))
                .isInstanceOf(BadLinkException.class)
                .hasMessage("a redirect leads from https://api.example to http://s3.example, which is not encrypted;"
                        + " it was not followed");
    }

    @Test
    void target_fromHttpToHttps_isFollowed() throws Exception {
        SignedUrl base = SignedUrl.of(URI.create("http://127.0.0.1:80/x"));
        assertThat(Redirects.target(base, "https://s3.example/x").isSecure()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void target_blank_isRefused(String location) {
        assertThatThrownBy(() -> Redirects.target(BASE, location))
                .hasMessage("a redirect from https://api.example names no target");
    }

    @Test
    void target_absent_isRefused() {
        assertThatThrownBy(() -> Redirects.target(BASE, null))
                .hasMessage("a redirect from https://api.example names no target");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://secret/x",
                "javascript:secret",
                "https://",
                "http://[secret",
                "https://u:secret@h/x",
                "%zz"
            })
    void target_noHttpLink_isRefusedWithoutRepeatingIt(String location) {
        assertThatThrownBy(() -> Redirects.target(BASE, location))
                .isInstanceOf(BadLinkException.class)
                .hasMessage("a redirect from https://api.example leads to something that is no http link")
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource({"301,true", "302,true", "303,true", "307,true", "308,true", "300,false", "304,false", "200,false"})
    void isRedirect_status_isKnown(int status, boolean redirect) {
        assertThat(Redirects.isRedirect(status)).isEqualTo(redirect);
    }
}
