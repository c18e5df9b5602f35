package io.github.analytics4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.client.Credentials.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every spelling of a key is found, whatever stands around it, and nothing else is touched. */
class SecretMaskTest {
    private static final String KEY = "sk/live+\"9&b\\%2F_Zz~0=<7>'q?";

    /** Five spellings of a key, and up to a dozen readings of a place. */
    private static final int MOST_STEPS = 70;

    private static SecretMask mask(String... keys) {
        SecretMask mask = new SecretMask();
        for (String key : keys) {
            mask.add(Secret.of(key));
        }
        return mask;
    }

    static Stream<String> spellings() {
        byte[] bytes = KEY.getBytes(StandardCharsets.US_ASCII);
        return Stream.of(
                KEY,
                KEY.toUpperCase(Locale.ROOT),
                KEY.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"),
                KEY.replace("\\", "\\\\\\\\").replace("\"", "\\\\\\\"").replace("/", "\\\\\\/"),
                each("\\u%04x"),
                each("\\u%04X"),
                each("\\\\u%04x"),
                each("\\x%02x"),
                each("%%%02X"),
                each("%%%02x"),
                each("%%25%02X"),
                each("%%2525%02X"),
                each("%%u%04x"),
                each("&#%d;"),
                each("&#x%x;"),
                each("&amp;#x%X;"),
                KEY.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"),
                KEY.replace("%", "%25").replace("/", "%2F").replace("+", "%2b").replace("&", "%26"),
                KEY.replace("/", "\\u002f").replace("+", "%2B"),
                KEY.replace("", "\0"),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                Base64.getMimeEncoder(12, new byte[] {'\r', '\n'}).encodeToString(bytes),
                base64("x:" + KEY),
                base64("xy:" + KEY + ":z"),
                base64("Bearer " + KEY + "\n"),
                base64("xy:" + KEY).replace("/", "\\/").replace("+", "%2B"),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes));
    }

    /** What is left around the masks, as if it were base64. */
    private static String decoded(String masked) {
        StringBuilder all = new StringBuilder();
        for (String piece : masked.split("[^A-Za-z0-9+/]+")) {
            all.append(new String(
                    Base64.getDecoder().decode(piece.substring(0, piece.length() / 4 * 4)),
                    StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String each(String format) {
        StringBuilder out = new StringBuilder();
        KEY.chars().forEach(c -> out.append(String.format(format, c)));
        return out.toString();
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void text_everySpelling_isMasked(String spelled) {
        String masked = mask(KEY).text("before {" + spelled + "} after {" + spelled + "}");

        assertThat(masked).matches("(?s)before \\{(?<b>.{0,12})\\*\\*\\*(?<a>.{0,5})} after \\{\\k<b>\\*\\*\\*\\k<a>}");
        assertThat(decoded(masked)).doesNotContainIgnoringCase("live").doesNotContainIgnoringCase("Zz~");
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void window_cutAnywhereInASpelling_leavesNoPartOfIt(String spelled) {
        String text = "the quick brown fox {" + spelled + "} jumps";
        SecretMask mask = mask(KEY);
        for (int cut = 20; cut < 22 + spelled.length(); cut++) {
            String start = text.substring(0, cut);
            String masked = mask.window(start, 0, start.length(), false, true);
            int fourCharacters = 4 * spelled.length() / KEY.length() + 8;
            assertThat(masked.length())
                    .as("cut at " + cut + ": " + masked)
                    .isLessThan(22 + Math.max(16, fourCharacters));
            String whole = mask.window(text, 0, cut, false, false);
            assertThat(whole).matches("(?s)the quick brown fox ?(\\{.{0,12}(\\*\\*\\*.{0,5})?)?");
        }
    }

    @Test
    void window_textThatBeginsInsideTheKey_isMaskedFromItsStart() {
        for (int from = 1; from < KEY.length() - 3; from++) {
            String rest = KEY.substring(from) + " rest";
            assertThat(mask(KEY).window(rest, 0, rest.length(), true, false)).isEqualTo("*** rest");
        }
    }

    @Test
    void text_longKeyThatTheServerCut_isMasked() {
        String key = "eyJ" + "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7".repeat(16) + "end";
        assertThat(mask(key).text("no such key: " + key.substring(0, 185) + "…"))
                .isEqualTo("no such key: ***…");
        assertThat(mask(key).cut("no such key: " + key + " at all", 200)).isEqualTo("no such key: *** at all");
    }

    @Test
    void text_severalKeys_areAllMasked() {
        assertThat(mask("first-key", "second-key").text("first-key, not SECOND-KEY"))
                .isEqualTo("***, not ***");
    }

    @Test
    void sentence_keyThatIsAWordOfOurs_staysReadable() {
        SecretMask mask = mask("key", "a-long-enough-key");
        assertThat(mask.sentence("the key was refused: a-long-enough-key")).isEqualTo("the key was refused: ***");
        assertThat(mask.text("key=1")).isEqualTo("***=1");
    }

    @Test
    void text_withoutTheKey_isTheSame() {
        Random random = new Random(7);
        SecretMask mask = mask("zq-" + "7Jx9".repeat(8));
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(40, 0, 8).forEach(n -> text.append("\\%&u0;#a".charAt(n)));
            assertThat(mask.text(text.toString())).isEqualTo(text.toString());
        }
    }

    static Stream<String> hostileParts() {
        String almostAKey = "a".repeat(19) + "?";
        return Stream.of(
                "a",
                "?",
                "\\",
                "%",
                "%25",
                "&",
                "&amp;",
                "&#",
                "&#0000000",
                "\\u0061",
                "\\n",
                "\\r\\n",
                "\r\n",
                "\0",
                "a\0",
                almostAKey,
                "&amp;#x61;",
                "%2525",
                "YWFh",
                "YWFhYWFhYWFhYWFhYWF?",
                "6161",
                "61".repeat(19) + "?");
    }

    /** Twice the text is twice the work, and a character costs no more than a spelling's readings of it. */
    @ParameterizedTest
    @MethodSource("hostileParts")
    void text_hostile_costsAFewStepsForEachCharacter(String part) {
        for (String key : new String[] {"a".repeat(100) + "b", "a".repeat(19) + "b", KEY}) {
            AtomicLong steps = new AtomicLong();
            SecretMask mask = new SecretMask(steps::addAndGet);
            mask.add(Secret.of(key));
            String text = part.repeat((1 << 16) / part.length());
            mask.window(text, 0, text.length(), true, true);
            assertThat(steps.get())
                    .as("steps for " + key)
                    .isBetween(0L + text.length(), 1L * MOST_STEPS * text.length());
        }
    }

    @Test
    void text_characterOfBase64ThatHoldsBitsOfTheKey_isMaskedToo() {
        assertThat(mask("sk-live-4711").text(base64("xsk-live-4711"))).isEqualTo("e***==");
        assertThat(mask("sk-live-4711").text(base64("xysk-live-4711"))).isEqualTo("eH***=");
        assertThat(mask("sk-live-4711").text("q" + base64("sk-live-4711"))).isEqualTo("q***");
    }

    @Test
    void text_entityWithoutAName_isNoCharacterOfAKey() {
        String masked = mask("sk-live-4711").text("sk-live&;4711, sk-live-4711");
        assertThat(masked).isEqualTo("sk-live&;4711, ***");
    }
}
