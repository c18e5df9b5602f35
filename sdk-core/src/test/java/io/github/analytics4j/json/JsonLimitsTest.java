package io.github.analytics4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.json.JsonSyntaxException.Problem;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;

/** What a hostile server may try, and how little it gets: every one of these must end soon, in a small heap. */
class JsonLimitsTest {
    @Test
    void depth_asFarAsMoshi_isRead() {
        String json = "[".repeat(255) + "]".repeat(255);
        assertThat(JsonValue.parse(json).json()).isEqualTo(json);
        assertThat(Everything.of("{\"any\":" + "[".repeat(254) + "]".repeat(254) + "}")
                        .any())
                .isNotNull();
    }

    @Test
    void length_ofATextInMemory_isNoMatter() {
        String json = "{\"a\":\"" + "x".repeat(9 << 20) + "\"}";
        assertThat(JsonValue.parse(json).get("a").asText()).hasSize(9 << 20);
    }

    @Test
    void depth_hundredThousand_isRefusedInAnyPlace() {
        String deep = "[".repeat(100_000);
        refuses(() -> JsonValue.parse(deep), "nested deeper than 255 levels at $ (byte 255)");
        refuses(() -> Everything.of("{\"any\":" + deep), "nested deeper than 255 levels at $.any (byte 261)");
        refuses(() -> Everything.of("{\"new\":" + deep), "nested deeper than 255 levels at $.new (byte 261)");
        refuses(() -> Everything.of("{\"labels\":[" + deep), "nested deeper than 255 levels at $.labels[0] (byte 264)");
        refuses(() -> JsonValue.parse("{\"a\":".repeat(100_000)), "nested deeper than 255 levels at $ (byte 1275)");
    }

    @Test
    void depth_ofTypedValues_counts() throws IOException {
        JsonLimits flat = new JsonLimits(2, 1_000, 1_000, 1_000);
        try (JsonReader in = JsonReader.of(stream("{\"nested\":{\"a\":{\"b\":{}}}}"), flat)) {
            refuses(() -> in.readDocument(Everything.CODEC), "nested deeper than 2 levels at $.nested.a (byte 16)");
        }
        try (JsonReader in = JsonReader.of(stream("{\"grid\":[[1]]}"), flat)) {
            refuses(() -> in.readDocument(Everything.CODEC), "nested deeper than 2 levels at $.grid[0] (byte 10)");
        }
    }

    @Test
    void string_twoGigabytes_endsAtTheLimit() throws IOException {
        for (String head : List.of(
                "\"",
                "{\"text\":\"",
                "{\"text\":\"\\n",
                "{\"kind\":\"",
                "{\"any\":\"",
                "{\"new\":\"",
                "{\"",
                "{\"whole\":\"")) {
            try (JsonReader in = JsonReader.of(endless(head, "a"))) {
                JsonCodec<?> codec = head.startsWith("{") ? Everything.CODEC : JsonCodecs.STRING;
                refuses(() -> in.readDocument(codec), "a single value is longer than 8388608 bytes at $");
            }
        }
    }

    @Test
    void value_shorterThanASmallLimit_isReadWhereverItsPieceEnds() throws IOException {
        String json = "{\"labels\":[" + "\"ab\",".repeat(20_000) + "\"ab\"]}";
        JsonLimits small = JsonLimits.DEFAULT.maxStringBytes("\"ab\"".length());
        try (JsonReader in = JsonReader.of(stream(json), small)) {
            assertThat(in.readDocument(Everything.CODEC).labels()).hasSize(20_001);
        }
    }

    @Test
    void value_tooLong_isRefusedAfterLittleMoreThanTheLimitWasRead() throws IOException {
        for (int max : List.of(1, 100_000, 1 << 20, (1 << 20) + 1, 3_000_000)) {
            for (String head : List.of("{\"text\":\"", "{\"any\":[", "{\"any\":\"")) {
                AtomicLong read = new AtomicLong();
                InputStream counted = new FilterInputStream(endless(head, head.endsWith("[") ? "0," : "a")) {
                    @Override
                    public int read(byte[] to, int from, int length) throws IOException {
                        int got = super.read(to, from, length);
                        read.addAndGet(got);
                        return got;
                    }
                };
                try (JsonReader in = JsonReader.of(counted, JsonLimits.DEFAULT.maxStringBytes(max))) {
                    refuses(() -> in.readDocument(Everything.CODEC), "a single value is longer than " + max + " bytes");
                }
                assertThat(read.get()).as("%s, at most %s", head, max).isBetween((long) max, max + (64L << 10));
            }
        }
    }

    @Test
    void string_endlessInUtf16_endsAtTheLimit() throws IOException {
        try (JsonReader in = JsonReader.of(endless("\"", "\u3042\\n"))) {
            refuses(() -> in.readDocument(JsonCodecs.STRING), "a single value is longer than 8388608 bytes at $");
        }
    }

    @Test
    void number_endless_endsAtTheLimit() throws IOException {
        try (JsonReader in = JsonReader.of(endless("{\"whole\":1", "0"))) {
            refuses(() -> in.readDocument(Everything.CODEC), "a single value is longer than 8388608 bytes at $.whole");
        }
    }

    @Test
    void document_endless_endsAtTheLimit() throws IOException {
        try (JsonReader in = JsonReader.of(endless("{", " "))) {
            refuses(() -> in.readDocument(Everything.CODEC), "the document is longer than 33554432 bytes at $");
        }
        try (JsonReader in = JsonReader.of(endless("{\"text\":\"x\"", ",\"text\":\"" + "x".repeat(100_000) + "\""))) {
            refuses(() -> in.readDocument(Everything.CODEC), "the document is longer than 33554432 bytes at $.text");
        }
    }

    @Test
    void elements_endless_endAtTheLimit() throws IOException {
        try (JsonReader in = JsonReader.of(endless("[{}", ",{}"))) {
            refuses(
                    () -> in.readDocument(JsonCodecs.list(Leaf.CODEC)),
                    "more than 100000 elements in a document at $[100000]");
        }
        try (JsonReader in = JsonReader.of(endless("{\"labels\":[1", ",1"))) {
            refuses(
                    () -> in.readDocument(Everything.CODEC),
                    "more than 100000 elements in a document at $.labels[100000]");
        }
    }

    @Test
    void unknownFields_endless_endAtTheLimit() {
        StringBuilder json = new StringBuilder("{\"size\":1");
        for (int i = 0; i <= 100_000; i++) {
            json.append(",\"f").append(i).append("\":0");
        }
        refuses(() -> Json.decode(Leaf.CODEC, json.toString()), "more than 100000 elements in a document at $.f100000");
    }

    @Test
    void repeatedNames_endless_endAtTheLimit() throws IOException {
        try (JsonReader in = JsonReader.of(endless("{\"size\":1", ",\"size\":\"x\""))) {
            refuses(() -> in.readDocument(Leaf.CODEC), "names are repeated too often at $.size");
        }
    }

    @Test
    void limits_ofNothing_areRefused() {
        assertThatThrownBy(() -> new JsonLimits(0, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("JsonLimits: every limit must be at least 1");
    }

    @Test
    void source_fails_isNotTakenForBadJson() throws IOException {
        InputStream broken = new SequenceInputStream(stream("{\"text\":\"abc"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });
        try (JsonReader in = JsonReader.of(broken)) {
            assertThatThrownBy(() -> in.readDocument(Everything.CODEC))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("connection reset");
        }
    }

    @Test
    void source_failsInEveryPlace_passesThrough() throws IOException {
        byte[] json = RoundTripPropertyTest.VALID.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < json.length - 2; length++) {
            InputStream start = new ByteArrayInputStream(json, 0, length);
            InputStream broken = new SequenceInputStream(start, new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("reset");
                }
            });
            try (JsonReader in = JsonReader.of(broken)) {
                assertThatThrownBy(() -> in.readDocument(Everything.CODEC)).isExactlyInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void document_cutInEveryPlace_isTruncated() {
        String json = RoundTripPropertyTest.VALID.strip();
        for (int length = 0; length < json.length(); length++) {
            String cut = json.substring(0, length);
            assertThatThrownBy(() -> Everything.of(cut))
                    .as(cut)
                    .isInstanceOfSatisfying(
                            JsonSyntaxException.class,
                            e -> assertThat(e.problem()).isEqualTo(Problem.TRUNCATED));
        }
    }

    @Test
    void document_inAnyPortions_isTheSame() throws IOException {
        byte[] json = RoundTripPropertyTest.VALID.getBytes(StandardCharsets.UTF_8);
        Everything whole = Json.decode(Everything.CODEC, json);
        for (int most = 1; most < 60; most++) {
            try (JsonReader in = JsonReader.of(new Dribble(json, most, most))) {
                assertThat(in.readDocument(Everything.CODEC)).isEqualTo(whole);
            }
        }
    }

    private static void refuses(ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(JsonSyntaxException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.OVER_LIMIT);
            assertThat(e.getMessage()).startsWith(message).contains(" at " + e.path() + " (byte " + e.offset() + ")");
        });
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The head, and then the rest again and again. */
    private static InputStream endless(String head, String rest) {
        byte[] block = rest.repeat(1 + 60_000 / rest.length()).getBytes(StandardCharsets.UTF_8);
        Enumeration<InputStream> blocks = new Enumeration<>() {
            private boolean started;

            @Override
            public boolean hasMoreElements() {
                return true;
            }

            @Override
            public InputStream nextElement() {
                InputStream next = started ? new ByteArrayInputStream(block) : stream(head);
                started = true;
                return next;
            }
        };
        return new SequenceInputStream(blocks);
    }
}
