package io.github.analytics4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.json.JsonSyntaxException.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The cases that public JSON test suites have, in our own table: what every parser must take, what none may, and what we
 * decided where the standard leaves it open.
 */
class JsonConformanceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "[[]   ]",
                "[\"\"]",
                "[\"a\"]",
                "[false]",
                "[null, 1, \"1\", {}]",
                "[null]",
                "[1\n]",
                " [1]",
                "[1,null,null,null,2]",
                "[2] ",
                "[0e+1]",
                "[0e1]",
                "[ 4]",
                "[-0.000000000000000000000000000000000000000000001]",
                "[20e1]",
                "[-0]",
                "[-123]",
                "[-1]",
                "[-0.0]",
                "[1E22]",
                "[1E-2]",
                "[1E+2]",
                "[123e45]",
                "[123.456e78]",
                "[1e-2]",
                "[1e+2]",
                "[123]",
                "[123.456789]",
                "{\"asd\":\"sdf\", \"dfg\":\"fgh\"}",
                "{\"asd\":\"sdf\"}",
                "{\"a\":\"b\",\"a\":\"c\"}",
                "{\"a\":\"b\",\"a\":\"b\"}",
                "{\"\":0}",
                "{\"foo\\u0000bar\": 42}",
                "{ \"min\": -1.0e+28, \"max\": 1.0e+28 }",
                "{\"a\":[]}",
                "{\n\"a\": \"b\"\n}",
                "[\"\\u0060\\u012a\\u12AB\"]",
                "[\"\\uD801\\udc37\"]",
                "[\"\\ud83d\\ude39\\ud83d\\udc8d\"]",
                "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
                "[\"\\\\u0000\"]",
                "[\"\\\"\"]",
                "[\"a/*b*/c/*d//e\"]",
                "[\"\\\\a\"]",
                "[\"\\\\n\"]",
                "[\"\\u0012\"]",
                "[\"\\uFFFF\"]",
                "[\"asd\"]",
                "[ \"asd\"]",
                "[\"\\uDBFF\\uDFFF\"]",
                "[\"new\\u00A0line\"]",
                "[\"\uDBFF\uDFFF\"]",
                "[\"\uFFFF\"]",
                "[\"\\u0000\"]",
                "[\"\\u002c\"]",
                "[\"\u03c0\"]",
                "[\"\uD834\uDD1E\"]",
                "[\"asd \"]",
                "\" \"",
                "[\"\\u0821\"]",
                "[\"\\u0123\"]",
                "[\"\u2028\"]",
                "[\"\u2029\"]",
                "[\"\\u0061\\u30af\\u30EA\\u30b9\"]",
                "[\"new\\u000Aline\"]",
                "[\"\u007f\"]",
                "[\"\\uA66D\"]",
                "[\"\\u005C\"]",
                "[\"\u2342\u3648\u2343\"]",
                "[\"\\u200B\"]",
                "[\"\\uFDD0\"]",
                "[\"\\uD83F\\uDFFE\"]",
                "[\"\\u0022\"]",
                "[\"\u20ac\uD834\uDD1E\"]",
                "[\"aa\u007faa\"]",
                "false",
                "42",
                "-0.1",
                "null",
                "\"asd\"",
                "true",
                "\"\"",
                "[\"a\"]\n",
                "[true]",
                " [] ",
                "\t\r\n {}"
            })
    void parse_json_isTakenAsMoshiTakesIt(String json) throws IOException {
        assertThat(Trees.equal(Trees.of(JsonValue.parse(json)), Trees.parse(json)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1 true]",
                "[\"\": 1]",
                "[\"\"],",
                "[,1]",
                "[1,,2]",
                "[\"x\",,]",
                "[\"x\"]]",
                "[\"\",]",
                "[3[4]]",
                "[1:2]",
                "[,]",
                "[-]",
                "[   , \"\"]",
                "[1,]",
                "[1,,]",
                "[*]",
                "[fals]",
                "[nul]",
                "[tru]",
                "[TRUE]",
                "[True]",
                "123\u0000",
                "[++1234]",
                "[+1]",
                "[+Inf]",
                "[-01]",
                "[-1.0.]",
                "[-2.]",
                "[-NaN]",
                "[.-1]",
                "[.2e-3]",
                "[0.1.2]",
                "[0.3e+]",
                "[0.3e]",
                "[0.e1]",
                "[0E+]",
                "[0E]",
                "[0e+]",
                "[0e]",
                "[1.0e+]",
                "[1.0e-]",
                "[1.0e]",
                "[1 000.0]",
                "[1eE2]",
                "[2.e+3]",
                "[2.e-3]",
                "[2.e3]",
                "[9.e+]",
                "[Inf]",
                "[NaN]",
                "[\uFF11]",
                "[1+2]",
                "[0x1]",
                "[0x42]",
                "[Infinity]",
                "[0e+-1]",
                "[-123.123foo]",
                "[123\u00e5]",
                "[1.]",
                "[1ea]",
                "[-1x]",
                "[- 1]",
                "[-012]",
                "[-.123]",
                "[1.8011670033376514H-308]",
                "[1.2a-3]",
                "[012]",
                "[.123]",
                "[\"x\", truth]",
                "{[: \"x\"}",
                "{\"x\", null}",
                "{\"x\"::\"b\"}",
                "{\"a\":\"a\" 123}",
                "{key: 'value'}",
                "{\"a\" b}",
                "{:\"b\"}",
                "{\"a\" \"b\"}",
                "{\"id\":0,,,,,}",
                "{'a':0}",
                "{\"id\":0,}",
                "{\"a\":\"b\"}/**/",
                "{\"a\":\"b\"}//",
                "{\"a\":\"b\",,\"c\":\"d\"}",
                "{a: \"b\"}",
                "{\"a\":\"a",
                "{ \"foo\" : \"bar\", \"a\" }",
                "{\"a\":\"b\"}#",
                "{1:1}",
                "{9999E9999:1}",
                "{null:null,null:null}",
                "{\"x\":1 , }",
                "[\"\\x00\"]",
                "[\"\\\uD83C\uDF00\"]",
                "[\"\\a\"]",
                "[\"\\'\"]",
                "[\"\\uqqqq\"]",
                "[\"\\u00g0\"]",
                "[\\u0020\"asd\"]",
                "[\\n]",
                "['single quote']",
                "abc",
                "[\"\\\n\"]",
                "[\"a\u0000a\"]",
                "[\"new\nline\"]",
                "[\"\t\"]",
                "\"\\UA66D\"",
                "\"\"x",
                "<.>",
                "[<null>]",
                "[1]x",
                "[1]]",
                "[][]",
                "]",
                "{}}",
                "{\"\":",
                "2@",
                "{}#",
                "[\u000c]",
                "[\u2060]",
                "\u00e5",
                "*",
                "[\"a\"\u0001]",
                "{\"a\":/*comment*/\"b\"}",
                "[1,#\n2]",
                "[\\u000A\"\"]",
                "tru\u00e9",
                "nulll",
                "truefalse",
                "1 2",
                "--1",
                "-",
                "+",
                ".5",
                "1.",
                "01",
                "1e",
                "'",
                "[\uFEFF1]"
            })
    void parse_noJson_isRefused(String json) {
        assertThatThrownBy(() -> JsonValue.parse(json)).isInstanceOf(JsonSyntaxException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[",
                "{",
                "[1",
                "[1,",
                "[\"a\"",
                "[\"a",
                "[\"\\",
                "[\"\\u",
                "[\"\\u00",
                "[\"\\uD834\\",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "[[[",
                "[{}",
                "[\"\",\n",
                "[{",
                "{\"a",
                "t",
                "tru",
                "nul",
                "fals",
                "[nul",
                "{\"a\":{\"b\":[",
                "\"",
                "\"\\u12",
                "[1,\n1\n,1",
                "{ ",
                "[\"asd\", \"\u00e9"
            })
    void parse_endsTooEarly_isTruncated(String json) {
        assertThatThrownBy(() -> JsonValue.parse(json))
                .isInstanceOfSatisfying(
                        JsonSyntaxException.class, e -> assertThat(e.problem()).isEqualTo(Problem.TRUNCATED));
    }

    /** The standard leaves these open. */
    @ParameterizedTest
    @MethodSource("open")
    void parse_leftOpenByTheStandard_asWeDecided(byte[] json, Object expected) {
        assertThat(Trees.of(Json.decode(JsonCodecs.VALUE, json))).isEqualTo(expected);
    }

    static Stream<Object[]> open() {
        return Stream.of(
                new Object[] {utf8("\uFEFF\"a byte order mark\""), "a byte order mark"},
                new Object[] {utf8("\"\\uD800\""), "\uD800"},
                new Object[] {utf8("\"\\uDC00x\""), "\uDC00x"},
                new Object[] {utf8("\"\\uD800\\n\""), "\uD800\n"},
                new Object[] {utf8("\"\\uDd1e\\uD834\""), "\uDd1e\uD834"},
                new Object[] {latin("\"\u00e9\""), "\uFFFD"},
                new Object[] {latin("\"\u00ff\""), "\uFFFD"},
                new Object[] {latin("\"\u0081\""), "\uFFFD"},
                new Object[] {latin("\"\u00c0\u00af\""), "\uFFFD\uFFFD"},
                new Object[] {latin("\"\u00ed\u00a0\u0080\""), "\uFFFD"},
                new Object[] {latin("\"\u00f4\u00bf\u00bf\u00bf\""), "\uFFFD\uFFFD\uFFFD\uFFFD"},
                new Object[] {latin("\"\u00e0\u00ff\""), "\uFFFD\uFFFD"});
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32"})
    void parse_anotherEncoding_isRefused(String charset) throws IOException {
        byte[] json = "[\"\u00e9\"]".getBytes(charset);
        assertThatThrownBy(() -> Json.decode(JsonCodecs.VALUE, json)).isInstanceOf(JsonSyntaxException.class);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void parse_broken_saysWhatAndWhere(String json, String message) {
        assertThatThrownBy(() -> JsonValue.parse(json)).hasMessage(message);
        assertThatThrownBy(() -> Everything.of("{\"any\":" + json)).hasMessageContaining(" at $.any (byte ");
    }

    static Stream<Object[]> messages() {
        return Stream.of(
                new Object[] {"", "the document ends where a value was expected at $ (byte 0)"},
                new Object[] {"[1,2", "the document ends where ',' or ']' was expected at $ (byte 4)"},
                new Object[] {"[\"ab", "the document ends inside a string at $ (byte 4)"},
                new Object[] {"[01]", "a malformed number at $ (byte 3)"},
                new Object[] {"[tru]", "expected 'true' but found ']' at $ (byte 4)"},
                new Object[] {"{\"a\" 1}", "expected ':' but found '1' at $ (byte 5)"},
                new Object[] {"{\"a\":1,}", "expected a name but found '}' at $ (byte 7)"},
                new Object[] {"[\"\\q\"]", "an unknown escape in a string at $ (byte 3)"},
                new Object[] {"[\"\\u12x4\"]", "four hexadecimal digits must follow \\u at $ (byte 6)"},
                new Object[] {"[\"\t\"]", "a control character in a string at $ (byte 2)"},
                new Object[] {"[\u0001]", "expected a value but found byte 0x1 at $ (byte 1)"});
    }
}
