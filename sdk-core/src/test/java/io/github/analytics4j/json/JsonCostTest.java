package io.github.analytics4j.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a document within the limits may cost. The times are far above what is needed and far below what it takes if the
 * cost grows with the square of the size.
 */
class JsonCostTest {
    private static String nested(int levels, String inside) {
        return "{\"a\":".repeat(levels) + inside + "}".repeat(levels);
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void hash_200LevelsAroundMegabytes_isOnePass() {
        String text = "\"" + "x".repeat(7 << 20) + "\"";
        Everything one = Everything.of("{\"any\":" + nested(200, text) + "}");
        Everything other = Everything.of("{\"any\":" + nested(200, text).replace("\"a\":", "\"a\" :") + "}");

        assertThat(one.hashCode()).isEqualTo(other.hashCode());
        assertThat(one).isEqualTo(other);
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void hash_manyElements_isOnePassAndNeverThrows() {
        String zeros = IntStream.range(0, 1_000_000).mapToObj(i -> "0").collect(Collectors.joining(",", "[", "]"));
        JsonValue one = JsonValue.parse(zeros);
        JsonValue other = JsonValue.parse(zeros.replace("[0,", "[ 0.0,"));

        assertThat(one.hashCode()).isEqualTo(other.hashCode());
        assertThat(one.equals(other)).isTrue();
        assertThat(one.equals(JsonValue.parse(zeros.replace("[0,", "[1,")))).isFalse();
        assertThat(one.elements()).hasSize(1_000_000);
    }

    @Test
    void hash_deeperThanTheDefaultLimit_neverThrows() {
        String deep = nested(100_000, "1");
        JsonValue one = new JsonValue(deep);
        JsonValue other = new JsonValue(deep.replace("1}", "1.0 }"));

        assertThat(one.hashCode()).isEqualTo(other.hashCode());
        assertThat(one.equals(other)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}|{\"a\":2}",
                "{\"\\u0061\":[{}]}|{ \"a\" : [ { } ] }",
                "-0.0|0e7",
                "12e-1|1.2",
                "1200|1.2E+3",
                "0.0012|12e-4",
                "[[],{}]|[ [ ] , { } ]",
                "\"\\/\"|\"/\"",
                "[null,true]|[ null,true]",
                "{\"a\":\":\"}|{\"a\" :\"\\u003a\"}",
                "{\"b\":\"a\",\"a\":\"b\"}|{\"a\":\"b\",\"b\":\"a\"}"
            })
    void equals_sameTree_whateverTheText(String pair) {
        JsonValue one = JsonValue.parse(pair.split("\\|")[0]);
        JsonValue other = JsonValue.parse(pair.split("\\|")[1]);

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1|\"1\"",
                "[]|{}",
                "{\"a\":1}|{\"b\":1}",
                "{\"a\":1}|{\"a\":1,\"b\":1}",
                "[1]|[1,1]",
                "[[1],2]|[1,[2]]",
                "1|10",
                "1|-1",
                "null|false",
                "\"null\"|null",
                "{\"a\":null}|{}",
                "1e999999999|1e999999998",
                "[true]|[\"true\"]"
            })
    void equals_anotherTree_isNot(String pair) {
        assertThat(JsonValue.parse(pair.split("\\|")[0])).isNotEqualTo(JsonValue.parse(pair.split("\\|")[1]));
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void manyUnknownNames_withRepeats_costOnePass() {
        String unknown = IntStream.range(0, 98_000)
                .mapToObj(i -> "\"u" + i / 2 + "\":" + i)
                .collect(Collectors.joining(","));
        String repeated = "\"whole\":\"no number\",".repeat(990);
        Everything decoded = Everything.of("{\"text\":1," + unknown + "," + repeated + "\"whole\":7}");

        assertThat(decoded.whole()).isEqualTo(7);
        assertThat(decoded.unexpected().unknownFields()).hasSize(49_000);
        assertThat(decoded.unexpected().deviations())
                .filteredOn(deviation -> deviation.path().equals("$.whole"))
                .extracting(Deviation::kind)
                .containsExactly(Deviation.Kind.DUPLICATE);
        for (int i = 0; i < 20_000; i++) {
            decoded.unexpected().require(2);
            decoded.unexpected().arrived(2);
        }
        assertThat(Everything.of(decoded.toJson()).unexpected().unknownFields()).hasSize(49_000);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void repeatedKeys_besideManyDeviations_costOnePass() {
        String bad =
                IntStream.range(0, 90_000).mapToObj(i -> "\"k" + i + "\":7").collect(Collectors.joining(","));
        String repeated = "\"k\":[],".repeat(990);
        Everything decoded = Everything.of("{\"by_name\":{" + bad + "," + repeated + "\"k\":{\"name\":\"last\"}}}");

        assertThat(decoded.byName()).containsOnlyKeys("k");
        assertThat(decoded.unexpected().deviations())
                .filteredOn(deviation -> deviation.path().equals("$.by_name.k"))
                .extracting(Deviation::kind)
                .containsExactly(Deviation.Kind.DUPLICATE);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void manyDeviations_underALongName_doNotRepeatIt() {
        String key = "k".repeat(1 << 20);
        String bad =
                IntStream.range(0, 50_000).mapToObj(i -> "\"b" + i + "\":7").collect(Collectors.joining(","));
        Everything decoded = Everything.of("{\"nested\":{\"" + key + "\":{" + bad + "}}}");

        assertThat(decoded.unexpected().deviations())
                .filteredOn(deviation -> deviation.kind() == Deviation.Kind.WRONG_TYPE)
                .hasSize(50_000)
                .allSatisfy(deviation ->
                        assertThat(deviation.path()).startsWith("$.nested.<a name of 1048576 characters>.b"));
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void text_millionsOfBytesThatAreNoUtf8_costOnePass() {
        byte[] json = ("{\"text\":\"" + "\u00e9".repeat(2 << 20) + "\",\"any\":\"" + "\u00e9x".repeat(1 << 20) + "\"}")
                .getBytes(StandardCharsets.ISO_8859_1);
        Everything decoded = Json.decode(Everything.CODEC, json);

        assertThat(decoded.text()).isEqualTo("\uFFFD".repeat(2 << 20));
        assertThat(decoded.unexpected().deviations())
                .filteredOn(deviation -> deviation.kind() == Deviation.Kind.ENCODING)
                .extracting(Deviation::path)
                .containsExactly("$.text", "$.any");
        assertThat(Everything.of(decoded.toJson()).text()).isEqualTo(decoded.text());
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void text_millionsOfCharactersBesideHalfOfOne_costOnePass() {
        String text = "\u00e9".repeat(1 << 20) + "\ud800";
        Everything decoded = Everything.of("{\"text\":\"" + "\u00e9".repeat(1 << 20) + "\\ud800\"}");

        assertThat(decoded.text()).isEqualTo(text);
        assertThat(Everything.of(decoded.toJson()).text()).isEqualTo(text);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void bucket_millionsOfBlanks_showsNoBounds() {
        HistogramBucket bucket = new HistogramBucket("12" + " ".repeat(4 << 20) + "x");

        assertThat(bucket.lower()).isNull();
        assertThat(bucket.upper()).isNull();
        assertThat(new DatePeriod(" ".repeat(4 << 20) + "/").start()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99990000", "1e-99990000", "-1e1001", "1e99999999999", "\"1e99990000\""})
    void decimal_powersBeyondAllMeasure_areKeptAndNotHandedOut(String number) {
        String json = "{\"money\":" + number + "}";
        Everything decoded = Everything.of(json);

        assertThat(decoded.money()).isNull();
        assertThat(decoded.unexpected().deviations())
                .contains(new Deviation("$.money", number, "a number", Deviation.Kind.WRONG_TYPE));
        assertThat(decoded.toJson()).isEqualTo(json);
        assertThat(JsonValue.parse(number).asDecimal()).isNull();
    }

    @Test
    void decimal_largePowersWithinMeasure_areNumbers() {
        assertThat(Everything.of("{\"money\":1e300}").money()).isEqualTo(new BigDecimal("1e300"));
        assertThat(Everything.of("{\"money\":1e-1000}").money()).isEqualTo(new BigDecimal("1e-1000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "a\\udc00b", "\\udc00\\ud800", "\\ud83d\\ude00\\ud83d", "\\\"\\ud800\\\\"})
    void loneSurrogate_inANameOrText_survives(String text) {
        String json = "{\"" + text + "\":{\"" + text + "\":\"" + text + "\"},\"text\":\"" + text + "\",\"by_name\":{\""
                + text + "\":{\"" + text + "\":1},\"" + text + "x\":7}}";
        Everything decoded = Everything.of(json);
        String name = JsonValue.parse("\"" + text + "\"").asText();

        assertThat(decoded.text()).isEqualTo(name);
        assertThat(decoded.unexpected().unknownFields()).containsOnlyKeys(name);
        assertThat(decoded.byName()).containsOnlyKeys(name);
        assertThat(JsonValue.parse(decoded.toJson())).isEqualTo(JsonValue.parse(json));
        assertThat(Everything.of(decoded.toJson()).toJson()).isEqualTo(decoded.toJson());
    }
}
