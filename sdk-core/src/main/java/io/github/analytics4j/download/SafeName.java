package io.github.analytics4j.download;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file name from a header that can name a file in one folder and nothing else, on every system. */
final class SafeName {
    /** With room for our suffixes below the 255 bytes common file systems allow. */
    private static final int MOST_BYTES = 200;

    private static final Pattern EXTENDED = Pattern.compile(
            "(?:^|;)\\s*filename\\*\\s*=\\s*(?:utf-8|iso-8859-1)'[^']*'([^;\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED =
            Pattern.compile("(?:^|;)\\s*filename\\s*=\\s*\"((?:[^\"\\\\]|\\\\.){0,1000})\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN =
            Pattern.compile("(?:^|;)\\s*filename\\s*=\\s*([^;\"\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private SafeName() {}

    /** The name a {@code Content-Disposition} gives, made safe; {@code fallback} if it gives none. */
    static String from(@Nullable String contentDisposition, String fallback) {
        String stated = contentDisposition == null ? null : stated(contentDisposition);
        String safe = stated == null ? "" : safe(stated);
        return safe.isEmpty() ? fallback : safe;
    }

    private static @Nullable String stated(String header) {
        Matcher extended = EXTENDED.matcher(header);
        if (extended.find()) {
            return unescaped(extended.group(1));
        }
        Matcher quoted = QUOTED.matcher(header);
        if (quoted.find()) {
            return quoted.group(1).replaceAll("\\\\(.)", "$1");
        }
        Matcher plain = PLAIN.matcher(header);
        return plain.find() ? plain.group(1) : null;
    }

    /** What is left of a name when it can name nothing but a file in a folder; may be nothing. */
    static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean =
                last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}:*?\"<>|]", "_").strip();
        String bare = clean.replaceAll("^[.\\s]+|[.\\s]+$", "");
        String short200 = cut(bare);
        return DEVICE.matcher(short200).matches() ? "_" + short200 : short200;
    }

    /** Cuts in the middle, so that the extension stays. */
    private static String cut(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        StringBuilder stem = new StringBuilder();
        int room = MOST_BYTES - extension.getBytes(StandardCharsets.UTF_8).length;
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            String letter = Character.toString(name.codePointAt(i));
            room -= letter.getBytes(StandardCharsets.UTF_8).length;
            if (room < 0) {
                break;
            }
            stem.append(letter);
        }
        return stem + extension;
    }

    private static String unescaped(String value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            int code = c == '%' && i + 2 < value.length() ? hex(value, i + 1) : -1;
            if (code >= 0) {
                out.write(code);
                i += 2;
            } else {
                out.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int hex(String value, int at) {
        String digits = value.substring(at, at + 2).toLowerCase(Locale.ROOT);
        return digits.matches("[0-9a-f]{2}") ? Integer.parseInt(digits, 16) : -1;
    }
}
