package io.github.analytics4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts: any length, in any portions, escaped or not, good UTF-8 or not. */
class JsonTextTest {
    private static final JsonCodec<List<String>> TEXTS = JsonCodecs.list(JsonCodecs.STRING);

    @Test
    void text_everyLengthAroundTheWindow_isWhole() throws IOException {
        for (int length = 16_370; length < 16_400; length++) {
            for (String unit : List.of("a", "\u00e9", "\u20ac", "\ud83d\ude00", "\n")) {
                String text = "x".repeat(length) + unit + "tail";
                assertThat(read(Json.encode(TEXTS, List.of(text, "next")).getBytes(StandardCharsets.UTF_8), 100_000))
                        .containsExactly(text, "next");
            }
        }
    }

    @Test
    void text_inSmallPortions_isTheSame() throws IOException {
        long seed = Long.getLong("walk.seed", 20261121);
        for (int i = 0; i < 500; i++) {
            Random random = new Random(seed + i);
            List<String> texts = List.of(text(random, 40), text(random, 400), text(random, 40_000), "");
            byte[] json = Json.encode(TEXTS, texts).getBytes(StandardCharsets.UTF_8);
            assertThat(read(json, 1 + random.nextInt(9)))
                    .as("seed %s", seed + i)
                    .isEqualTo(texts);
            assertThat(read(json, 20_000)).as("seed %s", seed + i).isEqualTo(texts);
        }
    }

    @Test
    void text_escapedInEveryWay_isTheSame() throws IOException {
        long seed = Long.getLong("walk.seed", 20261121);
        for (int i = 0; i < 2_000; i++) {
            Random random = new Random(seed + i);
            String text = text(random, 100);
            String json = "[" + escaped(text, random) + "]";
            assertThat(read(json.getBytes(StandardCharsets.UTF_8), 1 + random.nextInt(30)))
                    .as("seed %s", seed + i)
                    .containsExactly(text);
        }
    }

    /** The JDK decides what of broken UTF-8 becomes a replacement character. */
    @Test
    void text_anyBytes_asTheJdkDecodesThem() throws IOException {
        long seed = Long.getLong("walk.seed", 20261121);
        for (int i = 0; i < 50_000; i++) {
            Random random = new Random(seed + i);
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            json.write('"');
            byte[] content = bytes(random);
            json.writeBytes(content);
            json.write('"');
            String expected = new String(content, StandardCharsets.UTF_8);
            assertThat(Json.decode(JsonCodecs.STRING, json.toByteArray()))
                    .as("seed %s", seed + i)
                    .isEqualTo(expected);
        }
    }

    @Test
    void text_veryLong_comesWhole() throws IOException {
        String text = "0123456789abcde\n".repeat(200_000);
        assertThat(read(Json.encode(TEXTS, List.of(text, "after")).getBytes(StandardCharsets.UTF_8), 8192))
                .containsExactly(text, "after");
    }

    @Test
    void text_endsInsideACharacter_isTruncated() {
        byte[] json = {'"', 'a', (byte) 0xE2, (byte) 0x82};
        assertThatThrownBy(() -> Json.decode(JsonCodecs.STRING, json))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessage("the document ends inside a string at $ (byte 4)");
    }

    @Test
    void interned_recurring_isTheSameObject() throws IOException {
        List<String> kinds =
                Json.decode(JsonCodecs.list(JsonCodecs.INTERNED), "[\"outbound\",\"inbound\",\"outbound\"]");
        assertThat(kinds).containsExactly("outbound", "inbound", "outbound");
        assertThat(kinds.get(0)).isSameAs(kinds.get(2));
    }

    @Test
    void interned_manyDifferent_areAllRight() throws IOException {
        Random random = new Random(7);
        List<String> texts = random.ints(5_000, 0, 3_000)
                .mapToObj(n -> "k".repeat(n % 43) + n)
                .toList();
        assertThat(Json.decode(JsonCodecs.list(JsonCodecs.INTERNED), Json.encode(TEXTS, texts)))
                .isEqualTo(texts);
    }

    private static List<String> read(byte[] json, int portions) throws IOException {
        try (JsonReader in = JsonReader.of(new Dribble(json, portions, 1))) {
            return in.readDocument(TEXTS);
        }
    }

    private static String text(Random random, int most) {
        String[] alphabets = {
            "abc xyz",
            "a\"\\/\b\f\n\r\t\u0001\u001f",
            "a\u00e9\u00ff\u007f",
            "a\u20ac\u3042\ufffd",
            "a\ud83d\ude00\ud800"
        };
        String alphabet = alphabets[random.nextInt(alphabets.length)];
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(most); text.length() < length; ) {
            text.append(random.nextInt(9) > 0 ? "plain " : "")
                    .append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static String escaped(String text, Random random) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean must = c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c);
            if (must || random.nextInt(4) == 0) {
                json.append(String.format(random.nextBoolean() ? "\\u%04x" : "\\u%04X", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private static byte[] bytes(Random random) {
        int[] leads = {
            'a', 0x7f, 0x80, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xF8, 0xFF, 0x90,
            0x8F, 0x9F, 0xA0
        };
        byte[] bytes = new byte[random.nextInt(20)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) leads[random.nextInt(leads.length)];
        }
        return bytes;
    }
}
