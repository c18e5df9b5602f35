package io.github.analytics4j.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.child.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A key that a server puts into any place of a response, spelled in any way, is found nowhere; not even a part of it. */
class PlantedKeyTest {
    private static final String OLD = "vk_Old/4aQz+Xw7Lpr0bEq=Tn1~Yd8Hc5";
    private static final String NEW = "vk_New/9cJk+Mf3Rvu6sGo=Zi2~Be0Lx7" + "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7".repeat(12);

    /** So many characters of a key in a row are a part of it. */
    private static final int PART = 9;

    private static final Pattern ESCAPE = Pattern.compile("(?:%|\\\\u00)([0-9a-fA-F]{2})");

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void keys_plantedInEveryPlace_areFoundNowhere(@TempDir Path folder) throws Exception {
        Process process = start(folder);
        Set<String> parts = parts();
        BitSet starts = new BitSet();
        parts.forEach(part -> starts.set(start(part, 0)));
        List<String> shown = new ArrayList<>();
        Deque<String> latest = new ArrayDeque<>();
        boolean logged = false;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                logged |= line.contains("TRACE io.github.analytics4j");
                if (shown.size() < 50 && holdsAny(line, parts, starts)) {
                    shown.add(brief(line));
                }
                latest.add(brief(line));
                if (latest.size() > 30) {
                    latest.remove();
                }
            }
        }

        assertThat(process.waitFor()).as(() -> String.join("\n", latest)).isZero();
        assertThat(logged).as("the log is on").isTrue();
        assertThat(latest.getLast()).matches("failures: \\d{4,}, looked at: \\d{5,}");
        assertThat(shown).isEmpty();
        System.out.println("planted keys: " + latest.getLast());
    }

    private static String brief(String line) {
        return line.length() < 600 ? line : line.substring(0, 300) + " ... " + line.substring(line.length() - 300);
    }

    private static boolean holdsAny(String line, Set<String> parts, BitSet starts) {
        String text = plain(line);
        for (int at = 0; at + PART <= text.length(); at++) {
            if (starts.get(start(text, at)) && parts.contains(text.substring(at, at + PART))) {
                return true;
            }
        }
        return false;
    }

    /** The first characters there, as a number: there are millions of places, and no part begins as most of them do. */
    private static int start(String text, int at) {
        return text.charAt(at) << 14 ^ text.charAt(at + 1) << 7 ^ text.charAt(at + 2);
    }

    /** Pieces of both keys, of their base64 at each alignment and of their digits, in lower case. */
    private static Set<String> parts() {
        Set<String> parts = new HashSet<>();
        for (String key : List.of(OLD, NEW)) {
            addPieces(parts, key);
            addPieces(parts, HexFormat.of().formatHex(key.getBytes(StandardCharsets.US_ASCII)));
            for (String before : List.of("", "x", "xy")) {
                String coded = Base64.getEncoder().encodeToString((before + key).getBytes(StandardCharsets.US_ASCII));
                addPieces(parts, coded.substring(4, coded.length() - 4));
            }
        }
        return parts;
    }

    private static void addPieces(Set<String> parts, String text) {
        for (int at = 0; at + PART <= text.length(); at++) {
            parts.add(text.substring(at, at + PART).toLowerCase(Locale.ROOT));
        }
    }

    /** The line without escapes, in lower case. */
    private static String plain(String line) {
        String slashed = line.replace("\\/", "/").replace("&#47;", "/");
        String text = ESCAPE.matcher(slashed)
                .replaceAll(found -> Matcher.quoteReplacement("" + (char) Integer.parseInt(found.group(1), 16)));
        return text.replace('-', '+').replace('_', '/').toLowerCase(Locale.ROOT) + "\n" + text.toLowerCase(Locale.ROOT);
    }

    private static Process start(Path folder) throws IOException {
        ProcessBuilder child = ChildJvm.program(
                List.of("-Xmx512m", "-Dorg.slf4j.simpleLogger.log.io.github.analytics4j=trace"),
                PlantedKeyRun.class,
                folder.toString());
        child.environment().put("CANARY", OLD);
        child.environment().put("CANARY_TOO", NEW);
        return child.redirectErrorStream(true).start();
    }
}
