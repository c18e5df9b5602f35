package io.github.analytics4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.json.JsonValue.Kind;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Free-form values. */
class JsonValueTest {
    @Test
    void get_nested_findsItsWay() {
        JsonValue value = JsonValue.parse("{\"a\": [1, {\"b\": \"c\"}], \"t\": true, \"n\": null, \"d\": \"2.50\"}");

        assertThat(value.kind()).isEqualTo(Kind.OBJECT);
        assertThat(value.get("a").get(1).get("b").asText()).isEqualTo("c");
        assertThat(value.get("a").get(0).asLong()).isEqualTo(1);
        assertThat(value.get("t").asBoolean()).isTrue();
        assertThat(value.get("n").isNull()).isTrue();
        assertThat(value.get("d").asDecimal()).isEqualTo(new BigDecimal("2.50"));
        assertThat(value.get("d").asLong()).isNull();
        assertThat(value.get("missing")).isNull();
        assertThat(value.get(0)).isNull();
        assertThat(value.get("a").get(2)).isNull();
        assertThat(value.get("a").get(-1)).isNull();
        assertThat(value.fields()).containsOnlyKeys("a", "t", "n", "d");
        assertThat(value.get("a").elements()).hasSize(2);
        assertThat(value).hasToString(value.json());
    }

    @Test
    void as_anotherKind_isNull() {
        JsonValue text = JsonValue.ofText("x");
        assertThat(text.kind()).isEqualTo(Kind.STRING);
        assertThat(text.asLong()).isNull();
        assertThat(text.asDecimal()).isNull();
        assertThat(text.asBoolean()).isNull();
        assertThat(text.fields()).isEmpty();
        assertThat(text.elements()).isEmpty();
        assertThat(JsonValue.parse("1.5").asText()).isNull();
        assertThat(JsonValue.parse("1.5").kind()).isEqualTo(Kind.NUMBER);
        assertThat(JsonValue.parse("[]").kind()).isEqualTo(Kind.ARRAY);
        assertThat(JsonValue.parse("false").asBoolean()).isFalse();
        assertThat(JsonValue.parse("\"25\"").asLong()).isEqualTo(25);
        assertThat(JsonValue.parse("null")).isSameAs(JsonValue.NULL);
    }

    @Test
    void equals_sameTree_whateverTheText() {
        assertThat(JsonValue.parse("{\"a\":1.0,\"b\":[\"\\u0041\"]}"))
                .isEqualTo(JsonValue.parse(" { \"b\" : [ \"A\" ], \"a\" : 1 } "))
                .hasSameHashCodeAs(JsonValue.parse("{\"b\":[\"A\"],\"a\":1e0}"));
        assertThat(JsonValue.parse("0"))
                .isEqualTo(JsonValue.parse("-0.0e9"))
                .hasSameHashCodeAs(JsonValue.parse("0.00"));
        assertThat(JsonValue.parse("1")).isNotEqualTo(JsonValue.parse("\"1\"")).isNotEqualTo(null);
        assertThat(JsonValue.parse("[1,2]")).isNotEqualTo(JsonValue.parse("[2,1]"));
        assertThat(JsonValue.parse("1e999999999")).isEqualTo(JsonValue.parse("1e999999999"));
    }

    @Test
    void ofText_anything_isThatText() {
        for (String text : new String[] {"", "a\"b\\c\n\u0000", "\ud83d\ude00", "\ud800", "x\udc00", "\u2028"}) {
            assertThat(JsonValue.ofText(text).asText()).isEqualTo(text);
        }
    }

    @Test
    void fields_twice_lastCounts() {
        assertThat(JsonValue.parse("{\"a\":1,\"a\":2}").fields()).containsExactly(Map.entry("a", JsonValue.parse("2")));
    }

    @Test
    void collections_ofValues_cannotBeChanged() {
        assertThatThrownBy(() -> JsonValue.parse("{\"a\":1}").fields().put("b", JsonValue.NULL))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> JsonValue.parse("[1]").elements().add(JsonValue.NULL))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void parse_noJson_isRefused() {
        assertThatThrownBy(() -> JsonValue.parse("<html>"))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessage("expected a value but found '<' at $ (byte 0)");
    }
}
