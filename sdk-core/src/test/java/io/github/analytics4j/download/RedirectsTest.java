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
                "  https://s3.example/x  |https://s3.example/x",
                "https://my_bucket.s3.example/x?s=1|https://my_bucket.s3.example/x?s=1",
                "https://mock_api:8080/x|https://mock_api:8080/x",
                "https://s3.example/a[1].csv?tags[]=b|https://s3.example/a%5B1%5D.csv?tags[]=b",
                "https://s3.example/100%.csv?off=5%&x=%zz|https://s3.example/100%25.csv?off=5%25&x=%25zz",
                "%zz|https://api.example/v1/reports/1/%25zz",
                "https://b\u00fccher.example/x|https://b\u00fccher.example/x",
                "https://s3.example:8443|https://s3.example:8443",
                "https://[::1]:8443/x|https://[::1]:8443/x",
                "./a/./b/../c.csv|https://api.example/v1/reports/1/a/c.csv",
                "../../../../x|https://api.example/x",
                "https://s3.example/a/../b|https://s3.example/a/../b"
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
                .isInstanceOf(Redirects.RefusedException.class)
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
                "http://h:0/secret",
                "http://h:99999/secret",
                "http://h:secret/",
                "https:secret",
                "http://good\\@evil/secret",
                "http://h h/secret"
            })
    void target_noHttpLink_isRefusedWithoutRepeatingIt(String location) {
        assertThatThrownBy(() -> Redirects.target(BASE, location))
                .isInstanceOf(Redirects.RefusedException.class)
                .hasMessage("a redirect from https://api.example leads to something that is no http link")
                .hasNoCause();
    }

    @Test
    void target_ofAHostThatUriCannotName_isResolvedToo() throws Exception {
        SignedUrl base = SignedUrl.of(URI.create("http://mock_api:8080/api/v1/reports/1/download"));
        assertThat(Redirects.target(base, "/files/1.csv").reveal()).hasToString("http://mock_api:8080/files/1.csv");
        assertThat(Redirects.target(base, "/files/1.csv").origin()).isEqualTo("http://mock_api:8080");
    }

    @ParameterizedTest
    @CsvSource({"301,true", "302,true", "303,true", "307,true", "308,true", "300,false", "304,false", "200,false"})
    void isRedirect_status_isKnown(int status, boolean redirect) {
        assertThat(Redirects.isRedirect(status)).isEqualTo(redirect);
    }
}
