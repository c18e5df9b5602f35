package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedUrlTest {
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
}
