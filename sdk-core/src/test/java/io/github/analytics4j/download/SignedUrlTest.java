package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedUrlTest {
    private static final SignedUrl BASE = SignedUrl.of(URI.create("https://api.example/v1/reports/1/download?a=b"));

    @ParameterizedTest
    @CsvSource({
        "https://Bucket.s3.example/path/secret.csv?X-Amz-Signature=abc, https://bucket.s3.example/…",
        "http://127.0.0.1:8080/p?q=secret#frag, http://127.0.0.1:8080/…",
        "https://h.example, https://h.example/…",
        "HTTPS://h.example:443/a, https://h.example:443/…",
        "https://My_Bucket.s3.example/a?b, https://my_bucket.s3.example/…",
        "http://mock_api:8080/a?b, http://mock_api:8080/…",
        "https://[2001:db8::1]:8443/a, https://[2001:db8::1]:8443/…"
    })
    void toString_anyLink_showsTheOriginAlone(String link, String shown) {
        SignedUrl url = SignedUrl.of(URI.create(link));
        assertThat(url).hasToString(shown);
        assertThat(url.reveal()).hasToString(link);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/relative?sig=secret", "ftp://host/secret", "file:///secret", "mailto:secret@host"})
    void of_noHttpLink_isRefusedWithoutRepeatingIt(String link) {
        assertThatThrownBy(() -> SignedUrl.of(URI.create(link)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a link must be absolute, with http or https");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https:///secret", "https://user:secret@host/x", "https://user@bad_host/secret"})
    void of_linkWithoutHostOrWithUser_isRefusedWithoutRepeatingIt(String link) {
        assertThatThrownBy(() -> SignedUrl.of(URI.create(link)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a link must name a host, and no user");
    }

    @Test
    void equals_sameLink_isEqual() {
        SignedUrl one = SignedUrl.of(URI.create("https://h.example/a?b"));
        assertThat(one)
                .isEqualTo(SignedUrl.of(URI.create("https://h.example/a?b")))
                .hasSameHashCodeAs(SignedUrl.of(URI.create("https://h.example/a?b")))
                .isNotEqualTo(SignedUrl.of(URI.create("https://h.example/a?c")));
        assertThat(one.isSecure()).isTrue();
        assertThat(SignedUrl.of(URI.create("http://h.example/")).isSecure()).isFalse();
    }

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
    void redirectedTo_absoluteAndRelative_isResolved(String location, String expected) throws Exception {
        assertThat(BASE.redirectedTo(location).reveal()).hasToString(expected);
    }

    @Test
    void redirectedTo_unescapedPipe_isEscaped() throws Exception {
        assertThat(BASE.redirectedTo("https://s3.example/x?a=1|2").reveal())
                .hasToString("https://s3.example/x?a=1%7C2");
    }

    @Test
    void redirectedTo_queryOfALinkWithoutQuery_keepsThePath() throws Exception {
        SignedUrl base = SignedUrl.of(URI.create("https://api.example/v1/file"));
        assertThat(base.redirectedTo("?x=1").reveal()).hasToString("https://api.example/v1/file?x=1");
    }

    @Test
    void redirectedTo_fromHttpsToHttp_isRefused() {
        assertThatThrownBy(() -> BASE.redirectedTo("http://s3.example/secret?sig=secret"))
                .isInstanceOf(SignedUrl.RefusedException.class)
                .hasMessage("a redirect leads from https://api.example to http://s3.example, which is not encrypted;"
                        + " it was not followed");
    }

    @Test
    void redirectedTo_fromHttpToHttps_isFollowed() throws Exception {
        SignedUrl base = SignedUrl.of(URI.create("http://127.0.0.1:80/x"));
        assertThat(base.redirectedTo("https://s3.example/x").isSecure()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void redirectedTo_blank_isRefused(String location) {
        assertThatThrownBy(() -> BASE.redirectedTo(location))
                .hasMessage("a redirect from https://api.example names no target");
    }

    @Test
    void redirectedTo_absent_isRefused() {
        assertThatThrownBy(() -> BASE.redirectedTo(null))
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
    void redirectedTo_noHttpLink_isRefusedWithoutRepeatingIt(String location) {
        assertThatThrownBy(() -> BASE.redirectedTo(location))
                .isInstanceOf(SignedUrl.RefusedException.class)
                .hasMessage("a redirect from https://api.example leads to something that is no http link")
                .hasNoCause();
    }

    @Test
    void redirectedTo_ofAHostThatUriCannotName_isResolvedToo() throws Exception {
        SignedUrl base = SignedUrl.of(URI.create("http://mock_api:8080/api/v1/reports/1/download"));
        assertThat(base.redirectedTo("/files/1.csv").reveal()).hasToString("http://mock_api:8080/files/1.csv");
        assertThat(base.redirectedTo("/files/1.csv").origin()).isEqualTo("http://mock_api:8080");
    }
}
