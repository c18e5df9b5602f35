package io.github.analytics4j.synthflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.analytics4j.client.ApiResponse;
import io.github.analytics4j.error.ApiException.NotFoundException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.json.Deviation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses in other charsets than UTF-8, stated or not, and bytes that are no text at all. */
class ResponseEncodingTest {
    private static final String NAME = "Jos\u00e9 M\u00fcller";

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private SynthflowClient client(boolean strict) {
        return SynthflowClient.builder()
                .baseUrl(server.url("/v2").toString())
                .apiKey("a-key")
                .strict(strict)
                .build();
    }

    private void answer(int status, String type, byte[] body) {
        MockResponse.Builder response = new MockResponse.Builder().code(status).body(new Buffer().write(body));
        server.enqueue((type.isEmpty() ? response : response.addHeader("Content-Type", type)).build());
    }

    private static String json(String name) {
        return "{\"status\":\"ok\",\"response\":{\"calls\":[{\"call_id\":\"c-1\",\"lead_name\":\"" + name + "\"}]}}";
    }

    private static byte[] bytes(Charset charset, boolean marked) {
        return ((marked ? "\uFEFF" : "") + json(NAME)).getBytes(charset);
    }

    private ApiResponse<ListCallsResponse> response(boolean strict) {
        try (SynthflowClient client = client(strict)) {
            return client.calls()
                    .prepareListPage(r -> r.modelId("m").pageSize(10).offset(0L))
                    .response();
        }
    }

    private static String name(ApiResponse<ListCallsResponse> response) {
        return response.value().response().calls().get(0).leadName();
    }

    static Stream<Arguments> readable() {
        return Stream.of(
                        "",
                        "application/json",
                        "application/json; charset=utf-8",
                        "application/json; charset=iso-8859-1",
                        "text/html; charset=utf-16",
                        "application/json; charset=klingon",
                        "application/json; charset=\"\"")
                .flatMap(type -> Stream.of("UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE")
                        .flatMap(charset -> Stream.of(true, false).map(mark -> Arguments.of(type, charset, mark))));
    }

    @ParameterizedTest
    @MethodSource
    void readable(String type, String charset, boolean marked) {
        answer(200, type, bytes(Charset.forName(charset), marked));

        ApiResponse<ListCallsResponse> response = response(true);

        assertThat(name(response)).isEqualTo(NAME);
        assertThat(response.body()).endsWith(json(NAME));
        assertThat(response.deviations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"iso-8859-1", "ISO-8859-15", "windows-1252", "\"latin1\"", "IBM00858", "IBM037", "x-MacRoman"})
    void statedCharset_noUtf8_isReadInIt(String charset) {
        answer(200, "application/json; charset=" + charset, bytes(Charset.forName(charset.replace("\"", "")), false));

        ApiResponse<ListCallsResponse> response = response(true);

        assertThat(name(response)).isEqualTo(NAME);
        assertThat(response.body()).isEqualTo(json(NAME));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "application/json",
                "application/json; charset=utf-8",
                "application/json; charset=us-ascii",
                "application/json; charset=klingon",
                "application/json; charset=shift_jis; charset=utf-8"
            })
    void noUtf8_andNoOtherCharset_isADeviation(String type) {
        byte[] latin = bytes(StandardCharsets.ISO_8859_1, false);
        answer(200, type, latin);
        answer(200, type, latin);

        ApiResponse<ListCallsResponse> response = response(false);

        assertThat(name(response)).isEqualTo("Jos\uFFFD M\uFFFDller");
        assertThat(response.deviations())
                .containsExactly(new Deviation(
                        "$.response.calls[0].lead_name",
                        "\"Jos\\u00e9 M\\u00fcller\"",
                        "text in UTF-8",
                        Deviation.Kind.ENCODING));
        assertThatThrownBy(() -> response(true))
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessageContaining(
                        "$.response.calls[0].lead_name has bytes that are no text in UTF-8 (strict mode)");
    }

    @Test
    void bytesThatAreNoText_everywhere_areToldWhereTheyAre() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                "{\"status\":\"o~k\",\"response\":{\"calls\":[{\"call_id\":\"c~\",\"call_status\":\"d~e\",\"un~known\":1,"
                        .concat(
                                "\"collected_variables\":{\"k~\":{}},\"judge_results\":{\"a\":\"v~\"},\"duration\":\"7~\"},\"~\"]}}")
                        .replace('~', '\u00ff')
                        .getBytes(StandardCharsets.ISO_8859_1));
        answer(200, "", body.toByteArray());

        ApiResponse<ListCallsResponse> response = response(false);

        assertThat(response.deviations())
                .filteredOn(deviation -> deviation.kind() == Deviation.Kind.ENCODING)
                .extracting(Deviation::path)
                .contains(
                        "$.status",
                        "$.response.calls[0].call_id",
                        "$.response.calls[0].un\uFFFDknown",
                        "$.response.calls[0].duration",
                        "$.response.calls[1]");
        assertThat(response.value().response().calls().get(0).callId()).isEqualTo("c\uFFFD");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16BE,true", "UTF-16LE,true", "UTF-16LE,false"})
    void utf16_withHalfOfACharacter_isADeviation(String charset, boolean marked) {
        byte[] body = ((marked ? "\uFEFF" : "") + json("half \u0001")).getBytes(Charset.forName(charset));
        for (int i = 0; i < body.length - 1; i++) { // the control character becomes a surrogate alone
            if (i % 2 == 0 && body[i] + body[i + 1] == 1 && body[i] * body[i + 1] == 0) {
                body[charset.equals("UTF-16BE") ? i : i + 1] = (byte) 0xD8;
            }
        }
        answer(200, "application/json", body);
        answer(200, "application/json", body);

        ApiResponse<ListCallsResponse> response = response(false);

        assertThat(name(response)).startsWith("half \uFFFD");
        assertThat(response.deviations())
                .extracting(Deviation::path, Deviation::expected, Deviation::kind)
                .containsExactly(tuple("$", "text in " + charset, Deviation.Kind.ENCODING));
        assertThatThrownBy(() -> response(true)).isInstanceOf(UnreadableResponseException.class);
    }

    static Stream<Arguments> wideTextThatIsNone() {
        return Stream.of("UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE")
                .flatMap(charset -> Stream.of("half a pair", "beyond the last", "a stray byte", "junk behind")
                        .filter(fault -> charset.startsWith("UTF-32") || !fault.equals("beyond the last"))
                        .flatMap(fault -> Stream.of("", "; charset=" + charset, "; charset=" + charset.substring(0, 6))
                                .map(type -> Arguments.of(charset, fault, "application/json" + type))));
    }

    /** Text of a wide charset with a character beyond its range or a half of one for each {@code ~}. */
    private static byte[] broken(String text, String charset, int codePoint) {
        boolean big = charset.endsWith("BE");
        ByteBuffer bytes = ByteBuffer.allocate(4 * text.length());
        bytes.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        text.chars().map(c -> c == '~' ? codePoint : c).forEach(c -> {
            if (charset.startsWith("UTF-32")) {
                bytes.putInt(c);
            } else {
                bytes.putShort((short) c);
            }
        });
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    @ParameterizedTest
    @MethodSource("wideTextThatIsNone")
    void wideCharset_withWhatIsNoText_isADeviation(String charset, String fault, String type) {
        boolean behind = fault.equals("a stray byte") || fault.equals("junk behind");
        byte[] body =
                broken(json(behind ? "half" : "half ~"), charset, fault.equals("half a pair") ? 0xD83D : 0x110000);
        int stray = fault.equals("a stray byte") ? 1 : fault.equals("junk behind") ? 3 : 0;
        byte[] whole = Arrays.copyOf(body, body.length + stray);
        Arrays.fill(whole, body.length, whole.length, (byte) ' ');
        if (stray == 3 && charset.startsWith("UTF-16")) { // one character of white space and half of another
            whole[body.length + (charset.endsWith("BE") ? 0 : 1)] = 0;
        }
        answer(200, type, whole);
        answer(200, type, whole);

        ApiResponse<ListCallsResponse> response = response(false);

        assertThat(name(response)).isEqualTo(behind ? "half" : "half \uFFFD");
        assertThat(response.deviations())
                .extracting(Deviation::path, Deviation::expected, Deviation::kind)
                .containsExactly(tuple("$", "text in " + charset, Deviation.Kind.ENCODING));
        assertThatThrownBy(() -> response(true))
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessageContaining("$ has bytes that are no text in " + charset + " (strict mode)");
    }

    private static final String FALSE_CHARSETS =
            "utf-16, utf-16le, utf-16be, utf-32, utf-32le, x-utf-16le-bom, ibm037, ibm500, ibm1047,"
                    + " ibm01140, iso-8859-1, iso-8859-15, windows-1252, windows-1251, koi8-r, ibm437, x-macroman, shift_jis,"
                    + " windows-31j, gbk, gb18030, big5, euc-kr, euc-jp, iso-2022-jp, iso-2022-kr, jis_x0201, tis-620";

    static Stream<String> falseCharsets() {
        return Stream.of(FALSE_CHARSETS.split(", ")).filter(Charset::isSupported);
    }

    @ParameterizedTest
    @MethodSource("falseCharsets")
    void utf8_withOneBadByteUnderAFalseCharset_isADeviation(String charset) {
        for (String tail : new String[] {"", " "}) { // of an even and of an odd number of bytes
            byte[] body = (json(NAME + "~") + tail).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < body.length; i++) {
                body[i] = body[i] == '~' ? (byte) 0xff : body[i];
            }
            answer(200, "application/json; charset=" + charset, body);

            ApiResponse<ListCallsResponse> response = response(false);

            assertThat(name(response)).isEqualTo(NAME + "\uFFFD");
            assertThat(response.deviations())
                    .extracting(Deviation::path, Deviation::expected, Deviation::kind)
                    .containsExactly(tuple("$.response.calls[0].lead_name", "text in UTF-8", Deviation.Kind.ENCODING));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "utf-32", "ibm037", "ibm1047", "iso-2022-jp", "klingon"})
    void ascii_withOneBadByteUnderACharsetThatIsNoAscii_isADeviation(String charset) {
        for (String name : new String[] {"even ~", "odd ~"}) {
            answer(
                    200,
                    "application/json; charset=" + charset,
                    json(name).replace('~', '\u00e9').getBytes(StandardCharsets.ISO_8859_1));

            ApiResponse<ListCallsResponse> response = response(false);

            assertThat(name(response)).isEqualTo(name.replace('~', '\uFFFD'));
            assertThat(response.deviations()).extracting(Deviation::kind).containsExactly(Deviation.Kind.ENCODING);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "shift_jis,Ren~\\\"e",
        "gbk,Ren~\\\"e",
        "big5,Ren~\\\"e",
        "shift_jis,~",
        "euc-jp,Ren~ B",
        "euc-kr,~\\n",
        "jis_x0201,Ren~\\\"e",
        "utf-8,~"
    })
    void latin_underAFalseCharsetInWhichItIsNoJson_isADeviation(String charset, String name) {
        answer(
                200,
                "application/json; charset=" + charset,
                json(name).replace('~', '\u00e9').getBytes(StandardCharsets.ISO_8859_1));

        ApiResponse<ListCallsResponse> response = response(false);

        assertThat(name(response))
                .isEqualTo(name.replace('~', '\uFFFD').replace("\\n", "\n").replace("\\", ""));
        assertThat(response.deviations()).extracting(Deviation::kind).containsExactly(Deviation.Kind.ENCODING);
    }

    @ParameterizedTest
    @CsvSource({
        "shift_jis,\u6771\u4EAC\u306E\u8868\u7D04\u5B9A",
        "windows-31j,\u2460\u6771\u4EAC",
        "gbk,\u8054\u901A\u5BA2\u6237\u4E2D\u5FC3",
        "gb18030,\u5BA2\u6237\u4E2D\u5FC3\u00e9",
        "big5,\u53F0\u5317\u5BA2\u6236\u8A31\u529F",
        "euc-kr,\uC11C\uC6B8\uC2DC \uAC15\uB0A8\uAD6C",
        "euc-jp,\u6771\u4EAC\u306E\u5BA2",
        "iso-2022-jp,\u6771\u4EAC\u306E\u5BA2",
        "iso-2022-kr,\uC11C\uC6B8",
        "windows-1251,\u041C\u043E\u0441\u043A\u0432\u0430",
        "koi8-r,\u041C\u043E\u0441\u043A\u0432\u0430",
        "iso-8859-7,\u0391\u03B8\u03AE\u03BD\u03B1",
        "windows-1256,\u0627\u0644\u0642\u0627\u0647\u0631\u0629",
        "tis-620,\u0E2A\u0E27\u0E31\u0E2A\u0E14\u0E35 \u0E40\u0E1A\u0E37\u0E49\u0E2D\u0E19\u0E32\u0E19\u0E32\u0E1B",
        "ibm1047,Jos\u00e9",
        "ibm437,Jos\u00e9"
    })
    void statedCharset_ofAnyAlphabet_isReadInIt(String charset, String name) {
        answer(200, "application/json; charset=" + charset, json(name).getBytes(Charset.forName(charset)));

        ApiResponse<ListCallsResponse> response = response(true);

        assertThat(name(response)).isEqualTo(name);
        assertThat(response.body()).isEqualTo(json(name));
    }

    @Test
    void utf8_replacementCharacterThatWasSent_isNoSignOfAnotherCharset() {
        answer(
                200,
                "application/json; charset=iso-8859-1",
                json("lost \uFFFD\uFFFD \u00e9").getBytes(StandardCharsets.UTF_8));

        assertThat(name(response(true))).isEqualTo("lost \uFFFD\uFFFD \u00e9");
    }

    @Test
    void utf8_markedAndWithOneBadByteUnderAFalseCharset_isADeviation() {
        byte[] body = ("\u00ef\u00bb\u00bf" + json("Ren\u00e9")).getBytes(StandardCharsets.ISO_8859_1);
        answer(200, "application/json; charset=iso-8859-1", body);

        ApiResponse<ListCallsResponse> response = response(false);

        assertThat(name(response)).isEqualTo("Ren\uFFFD");
        assertThat(response.deviations()).extracting(Deviation::kind).containsExactly(Deviation.Kind.ENCODING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "application/json;charset=utf-16;{\"message\":\"no such device\u00e9 here\"}",
                "application/json;charset=utf-16;{\"message\":\"no such device\u00e9 here \"}",
                "text/plain;charset=utf-16;no such device\u00e9",
                "text/html;charset=utf-32;<html><title>no such device \u00e9</title></html> ",
                "text/plain;charset=ibm037;no such device \u00e9",
                "text/plain;charset=klingon;no such device \u00e9"
            })
    void errors_underAFalseCharset_keepTheirWords(String type, String charset, String body) {
        answer(404, type + "; " + charset, body.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> response(false))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("no such device");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json; charset=iso-8859-1,ISO-8859-1",
        "application/json; charset=ibm037,IBM037",
        "application/json; charset=shift_jis,UTF-8",
        "application/json,UTF-16BE",
        "text/plain; charset=utf-8,UTF-8"
    })
    void errors_areReadInTheirCharset(String type, String charset) {
        answer(404, type, "{\"message\":\"kein Ger\u00e4t\"}".getBytes(Charset.forName(charset)));

        assertThatThrownBy(() -> response(false))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("kein Ger\u00e4t");
    }

    @Test
    void statedCharset_tooLarge_isRefusedAtTheLimit() {
        byte[] body = json("\u00e9".repeat(33 << 20)).getBytes(StandardCharsets.ISO_8859_1);
        answer(200, "application/json; charset=iso-8859-1", body);

        assertThatThrownBy(() -> response(false))
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessageContaining("the limit of this client");
    }
}
