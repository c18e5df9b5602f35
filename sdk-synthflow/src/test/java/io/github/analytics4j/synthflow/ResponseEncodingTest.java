package io.github.analytics4j.synthflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.analytics4j.error.NotFoundException;
import io.github.analytics4j.error.UnreadableAnswerException;
import io.github.analytics4j.http.ApiResponse;
import io.github.analytics4j.json.Deviation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
                    .prepareList(r -> r.modelId("m").limit(10).offset(0L))
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
                .isInstanceOf(UnreadableAnswerException.class)
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
        assertThatThrownBy(() -> response(true)).isInstanceOf(UnreadableAnswerException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json; charset=iso-8859-1,ISO-8859-1",
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
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageContaining("the limit of this client");
    }
}
