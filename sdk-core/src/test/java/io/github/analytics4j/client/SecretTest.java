package io.github.analytics4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.client.AbstractClientBuilder.AuthScheme;
import io.github.analytics4j.client.Credentials.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretTest {

    @Test
    void toString_anyKey_showsNothing() {
        assertThat(Secret.of("sk_live_canary")).hasToString("***");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "canary\\n|the API key has a line break at position 7 of 7; copy it again without it",
                "can\\rary|the API key has a line break at position 4 of 7; copy it again without it",
                "' canary'|the API key has a blank at position 1 of 7; copy it again without it",
                "can\\tary|the API key has a blank at position 4 of 7; copy it again without it",
                "can\\0ary|the API key has a control character at position 4 of 7; copy it again without it",
                "canäry|the API key has a character that is not ASCII at position 4 of 6; copy it again without it",
                "\"canary\"|the API key stands in quotation marks; set it without them",
                "'''canary'''|the API key stands in quotation marks; set it without them"
            })
    void of_unfitForAHeader_saysWhereWithoutTheKey(String escaped, String message) {
        String key = escaped.replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\t", "\t")
                .replace("\\0", "\0");

        assertThatThrownBy(() -> Secret.of(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message)
                .hasMessageNotContaining("can");
    }

    @Test
    void of_empty_isRefused() {
        assertThatThrownBy(() -> Secret.of("")).hasMessage("the API key is empty");
    }

    @Test
    void equals_sameKey_isEqual() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).hasSameHashCodeAs(Secret.of("a"));
        assertThat(Secret.of("a")).isNotEqualTo(Secret.of("b")).isNotEqualTo("a");
    }

    @Test
    void value_bearerAndHeader_areWhatTheVendorsWant() {
        assertThat(AuthScheme.BEARER.header()).isEqualTo("Authorization");
        assertThat(AuthScheme.BEARER.value(Secret.of("k"))).isEqualTo("Bearer k");
        assertThat(AuthScheme.BEARER.masked()).isEqualTo("Bearer $API_KEY");
        assertThat(AuthScheme.header("X-API-Key").value(Secret.of("k"))).isEqualTo("k");
        assertThat(AuthScheme.header("X-API-Key").masked()).isEqualTo("$API_KEY");
    }
}
