package io.github.analytics4j.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the window holds of a document when a token starts: the response is that of the document as a whole. */
class JsonWindowTest {

    /** Every way to read a value there is, the quick ones and those beside them. */
    private static final List<String> DOCUMENTS = List.of(
            RoundTripPropertyTest.VALID,
            "{\"iso\":\"2026-04-22T16:49:29.123456789+02:00\",\"local\":\"2026-04-22T16:49\",\"day\":\"2026-04-22\","
                    + "\"epoch\":\"1776876567837\",\"millis\":1776876567837,\"epoch_text\":1776876567837.0}",
            "{\"whole\":\"25\",\"maybe_whole\":3.0,\"count\":-7,\"rate\":1.5e-3,\"maybeRate\":\"0.25\","
                    + "\"money\":123456789012345678901234567890.10,\"flag\":true,\"maybe_flag\":null}",
            "{\"iso\":\"soon\",\"whole\":\"many\",\"rate\":{},\"day\":12,\"mood\":\"gr\\u00fcn\",\"text\":\"a\\nb\u00e9\u20ac\ud83d\ude00\"}",
            "{\"text\":\"\u0080\u00bf\u00c0\u00ff caf\u00e9\\n\u00fcber\\\"den\u00df\"}",
            "{ \"any\" : { \"a\" : [ 1 , \"x\" , { } , [ ] , null , -0.0e+1 ] } , \"strange\" : [ true , false ] }",
            "{\"any\":{\"gr\u00fcn\\n\":\"a\\\\\u00e9\\ud83d\\ude00\u20ac\ud83d\ude00\"},\"str\u00e4n\\u0067e\":[\"\\\"\",\"\u20ac\"],"
                    + "\"te\\u0078t\":\"b\",\"by_name\":{\"k\u20ac\":{\"a\":{}}}}");

    @Test
    void decode_cutAnywhere_isTheSame() throws IOException {
        for (String document : DOCUMENTS) {
            byte[] json = document.getBytes(StandardCharsets.UTF_8);
            Everything whole = Everything.of(document);
            for (int cut = 1; cut < json.length; cut++) {
                Everything inTwo = decode(inTwo(json, cut));
                assertThat(inTwo).as("cut at %s of %s", cut, document).isEqualTo(whole);
                assertThat(inTwo.toJson()).as("cut at %s of %s", cut, document).isEqualTo(whole.toJson());
            }
        }
    }

    @Test
    void text_twoBytesBeforeAnyWideCharacter_areReadAsJavaReadsThem() throws IOException {
        for (int first = 0x80; first <= 0xff; first++) {
            for (int second = 0x80; second <= 0xff; second++) {
                byte[] json = {
                    '{', '"', 't', 'e', 'x', 't', '"', ':', '"', 'a', (byte) first, (byte) second, 'b', '"', '}'
                };
                String text = new String(json, 9, 4, StandardCharsets.UTF_8);
                assertThat(decode(new ByteArrayInputStream(json)).text()).isEqualTo(text);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"whole\":1.}",
                "{\"whole\":01}",
                "{\"rate\":1e}",
                "{\"text\":\"a\tb\"}",
                "{\"text\":\"\\x\"}",
                "{\"iso\":\"2026-04-22T16:49:29\\u00\"}",
                "{\"any\":[1,]}",
                "{\"any\":{\"a\" 1}}",
                "{\"flag\":tru}",
                "{\"text\":\"never ends",
                "{\"money\":12",
                "{\"day\":\"2026-0",
                "{\"any\":[\"\u20ac\\u12x4\"]}",
                "{\"any\":[\"\u20ac\\q\"]}",
                "{\"strange\":\"\\",
                "{\"strange\":\"\u20ac\tb\"}",
                "{\"na\u00efve\tname\":1}",
                "{\"whole\":\"12",
                "{\"text\":\"\\ud8"
            })
    void decode_brokenAndCutAnywhere_saysTheSame(String document) {
        byte[] json = document.getBytes(StandardCharsets.UTF_8);
        String message = refusal(new ByteArrayInputStream(json));
        assertThat(message).isNotEmpty();
        for (int cut = 1; cut < json.length; cut++) {
            assertThat(refusal(inTwo(json, cut)))
                    .as("cut at %s of %s", cut, document)
                    .isEqualTo(message);
        }
    }

    private static Everything decode(InputStream json) throws IOException {
        try (JsonReader in = JsonReader.of(json)) {
            return in.readDocument(Everything.CODEC);
        }
    }

    private static String refusal(InputStream json) {
        try {
            return "read as " + decode(json);
        } catch (JsonSyntaxException e) {
            return "" + e.getMessage();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream inTwo(byte[] json, int cut) {
        return new SequenceInputStream(
                new ByteArrayInputStream(json, 0, cut), new ByteArrayInputStream(json, cut, json.length - cut));
    }

    @Test
    void interned_cutAnywhere_isTheSameObject() throws IOException {
        byte[] json = "[\"outbound\",\"outbound\"]".getBytes(StandardCharsets.UTF_8);
        for (int cut = 1; cut < json.length; cut++) {
            try (JsonReader in = JsonReader.of(inTwo(json, cut))) {
                List<String> kinds = in.readDocument(JsonCodecs.list(JsonCodecs.INTERNED));
                assertThat(kinds).containsExactly("outbound", "outbound");
                assertThat(kinds.get(0)).as("cut at %s", cut).isSameAs(kinds.get(1));
            }
        }
    }

    /** The reader's buffer holds 16,384 bytes; what is left behind the end of the document in it is not of the document. */
    @Test
    void decode_documentThatFillsTheBuffer_endsWhereItEnds() {
        for (int length = 16_300; length < 16_400; length++) {
            String time = "\",\"day\":\"2026-04-22\",";
            String head = "{\"text\":\"" + "a".repeat(length - 60) + time;
            String cut = head + "\"kind\":\"never ends" + "s".repeat(60 - 10 - time.length() - 18);
            Everything whole = Everything.of(head + "\"kind\":\"gr\u00fcn\"}");

            assertThat(refusal(new ByteArrayInputStream(cut.getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo("the document ends inside a string at $.kind (byte " + cut.length() + ")");
            assertThat(whole.day()).isEqualTo(LocalDate.of(2026, 4, 22));
            assertThat(whole.kind()).isEqualTo("gr\u00fcn");
        }
    }
}
