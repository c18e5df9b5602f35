package io.github.analytics4j.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Our reader and Moshi's, in its strict mode, on the same bytes: the same value, or both refuse.
 *
 * <p>Where they differ on purpose: ours refuses control characters in strings, the escapes {@code \'} and backslash with a
 * line end, and literals that are not in lower case, as the standard has it; ours takes a byte order mark at the start.
 */
class JsonOracleTest {
    @FuzzTest(maxDuration = "5m")
    void json_anyBytes_asMoshi(byte[] json) {
        compare(json);
    }

    @FuzzTest(maxDuration = "5m")
    void record_anyBytes_neverFailsOnJsonAndComesBack(byte[] json) {
        roundTrip(json);
    }

    @Test
    void json_damagedDocuments_asMoshi() {
        long seed = Long.getLong("walk.seed", 20261121);
        byte[] valid = RoundTripPropertyTest.VALID.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 4_000; i++) {
            Random random = new Random(seed + i);
            byte[] json = damage(valid, random);
            try {
                compare(json);
                roundTrip(json);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + (seed + i) + ": " + new String(json, StandardCharsets.UTF_8), e);
            }
        }
    }

    @Test
    void json_randomTokens_asMoshi() {
        String[] tokens = {
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"a\"",
            "\"b\"",
            "\"\\u00e9\"",
            "1",
            "-0",
            "1.5e3",
            "true",
            "null",
            " ",
            "\"",
            "\\",
            "\u00e9"
        };
        long seed = Long.getLong("walk.seed", 20261121);
        for (int i = 0; i < 20_000; i++) {
            Random random = new Random(seed + i);
            StringBuilder json = new StringBuilder(random.nextBoolean() ? "[" : "{\"x\":");
            for (int n = random.nextInt(8); n >= 0; n--) {
                json.append(tokens[random.nextInt(tokens.length)]);
            }
            json.append(json.charAt(0) == '[' ? "]" : "}");
            compare(json.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] damage(byte[] valid, Random random) {
        byte[] json = valid.clone();
        for (int n = random.nextInt(4); n >= 0; n--) {
            int at = random.nextInt(json.length);
            int other = random.nextInt(json.length);
            switch (random.nextInt(5)) {
                case 0 -> json[at] = (byte) random.nextInt(256);
                case 1 -> json[at] = json[other];
                case 2 -> json[at] = (byte) "{}[]:,\"\\0-e.tn ".charAt(random.nextInt(15));
                case 3 -> json = Arrays.copyOf(json, at + 1);
                default ->
                    System.arraycopy(
                            json, at, json, other, Math.min(random.nextInt(20), json.length - Math.max(at, other)));
            }
        }
        return json;
    }

    /** Fails unless both read the same, or both refuse, or the difference is one of those we want. */
    static void compare(byte[] json) {
        Object moshis = null;
        Exception moshiRefuses = null;
        try {
            moshis = Trees.parse(json);
        } catch (IOException | RuntimeException e) {
            moshiRefuses = e;
        }
        try {
            JsonValue ours = Json.decode(JsonCodecs.VALUE, json);
            if (moshiRefuses == null) {
                assertThat(Trees.equal(Trees.of(ours), moshis))
                        .as("ours %s, Moshi's %s", ours, moshis)
                        .isTrue();
            } else {
                assertThat(startsWithMark(json) || hasANumberThatOverflowsToNothing(json))
                        .as("only we take it; Moshi says %s", moshiRefuses)
                        .isTrue();
            }
        } catch (JsonSyntaxException e) {
            if (moshiRefuses == null) {
                assertThat(isWanted(e, json))
                        .as("only we refuse it: %s", e.getMessage())
                        .isTrue();
            }
        }
    }

    private static boolean startsWithMark(byte[] json) {
        return json.length >= 3 && json[0] == (byte) 0xEF && json[1] == (byte) 0xBB && json[2] == (byte) 0xBF;
    }

    /** Moshi counts a number's value in a long, and where that overflows to nothing it sees a number that starts with a zero. */
    private static boolean hasANumberThatOverflowsToNothing(byte[] json) {
        long value = 0;
        int digits = 0;
        for (byte c : json) {
            boolean digit = c >= '0' && c <= '9';
            if (digit && digits > 1 && value == 0) {
                return true;
            }
            value = digit ? value * 10 + c - '0' : 0;
            digits = digit ? digits + 1 : 0;
        }
        return false;
    }

    private static boolean isWanted(JsonSyntaxException ours, byte[] json) {
        String message = ours.getMessage();
        int found = json[(int) Math.min(ours.offset(), json.length - 1)];
        boolean escape = message.startsWith("an unknown escape");
        boolean literal = message.startsWith("expected 'true'")
                || message.startsWith("expected 'false'")
                || message.startsWith("expected 'null'")
                || message.startsWith("expected a value but found");
        // Moshi takes 0xFF, which is -1 as a byte, for the end
        boolean end = message.startsWith("expected the end of the document but found byte 0xff");
        return end
                || message.startsWith("a control character in a string")
                || (escape && (found == '\'' || found == '\n' || found == '\\'))
                || (literal && Character.isUpperCase(found));
    }

    /** Fails if a record cannot be made of what is JSON, or gives another tree when it is written. */
    static void roundTrip(byte[] json) {
        Everything decoded;
        try {
            decoded = Json.decode(Everything.CODEC, json);
        } catch (JsonSyntaxException e) {
            return;
        }
        Object before = Trees.of(Json.decode(JsonCodecs.VALUE, json));
        Object after = Trees.of(JsonValue.parse(decoded.toJson()));
        if (!new String(json, StandardCharsets.ISO_8859_1).contains("\\u")) {
            assertThat(Trees.equal(before, after))
                    .as("from %s%n  to %s", before, after)
                    .isTrue();
        }
    }
}
