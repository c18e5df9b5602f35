package io.github.analytics4j.download;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Makes of a header a file name that can name nothing but a file in one folder, on every system. */
final class SafeName {
    /** With room for our suffixes below the 255 bytes common file systems allow. */
    private static final int MOST_BYTES = 200;

    private static final int MOST_BYTES_OF_A_NAME = 255;

    /** The longest of our suffixes, {@code .part.decoded}. */
    private static final int LONGEST_SUFFIX = 13;

    private static final int LONGEST_EXTENSION = 10;

    private static final Pattern PARAMETER =
            Pattern.compile("(?:^|;)\\s*filename(\\*?)\\s*=\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED =
            Pattern.compile("\"((?:[^\"\\\\]|\\\\.|\"(?!\\s*(?:;|$))){0,1000})\"\\s*(?:;|$)");
    private static final Pattern EXTENDED = Pattern.compile("([A-Za-z0-9_.:+-]*)'[^']*'(.*)", Pattern.DOTALL);
    /** Windows takes them for devices with any extension, and with blanks before it. */
    private static final Pattern DEVICE = Pattern.compile(
            "(?i)(con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3]|conin\\$|conout\\$|clock\\$)\\s*(\\..*)?");
    /** A file of such a name would be taken for what a broken download left. */
    private static final Pattern OURS = Pattern.compile("(?i).*\\.part(\\.resume|\\.decoded)?");

    private SafeName() {}

    /** The name a {@code Content-Disposition} gives, made safe; {@code fallback} if it gives none. */
    static String from(@Nullable String contentDisposition, String fallback) {
        for (String stated : stated(contentDisposition == null ? "" : contentDisposition)) {
            String safe = safe(stated);
            if (!safe.isEmpty()) {
                return safe;
            }
        }
        return fallback;
    }

    /** The file of that name in the folder; where the system's own charset cannot hold the name, a plainer one. */
    static Path in(Path folder, String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException notInThisCharset) {
            return folder.resolve(name.replaceAll("[^\\x20-\\x7e]", "_"));
        }
    }

    /** The name of the part file, the same every time: the name, or the beginning of one that is too long. */
    static String part(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length + LONGEST_SUFFIX <= MOST_BYTES_OF_A_NAME) {
            return name + ".part";
        }
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return stem(name, MOST_BYTES) + String.format("~%08x.part", crc.getValue());
    }

    /** The names a header gives, best first: the extended form, then the plain one. */
    private static List<String> stated(String header) {
        List<String> extended = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(header);
        for (int at = 0; at <= header.length() && parameter.find(at); ) {
            String rest = header.substring(parameter.end());
            Matcher quoted = QUOTED.matcher(rest);
            boolean whole = quoted.lookingAt();
            // Without an end, quotes are none.
            String value = whole ? quoted.group(1).replaceAll("\\\\([\"\\\\])", "$1") : bare(rest);
            if (parameter.group(1).isEmpty()) {
                plain.add(value);
            } else {
                extended.add(decoded(value));
            }
            at = parameter.end() + (whole ? quoted.end(1) : value.length());
        }
        extended.addAll(plain);
        return extended;
    }

    private static String bare(String rest) {
        int end = rest.indexOf(';');
        return (end < 0 ? rest : rest.substring(0, end)).replace("\"", "").strip();
    }

    /** {@code utf-8'en'j%C3%BCne.csv}; what does not follow that form is taken for UTF-8. */
    private static String decoded(String value) {
        Matcher form = EXTENDED.matcher(value);
        boolean formed = form.matches();
        byte[] bytes = unescaped(formed ? form.group(2) : value);
        String text = new String(bytes, formed ? charset(form.group(1)) : StandardCharsets.UTF_8);
        return text.indexOf('\ufffd') < 0 ? text : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static Charset charset(String name) {
        try {
            return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Keeps of a name what can only name a file in a folder; may be empty. */
    static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}:*?\"<>|]", "_")
                .strip();
        String cut = bareEnds(cut(bareEnds(clean)));
        if (OURS.matcher(cut).matches()) {
            return cut + "_";
        }
        return DEVICE.matcher(cut).matches() ? "_" + cut : cut;
    }

    private static String bareEnds(String name) {
        return name.replaceAll("^[.\\s]+|[.\\s]+$", "");
    }

    /** Cuts in the middle, so that the extension stays. */
    private static String cut(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        return stem(name, MOST_BYTES - extension.getBytes(StandardCharsets.UTF_8).length) + extension;
    }

    /** As many whole letters as so many bytes hold. */
    private static String stem(String name, int mostBytes) {
        StringBuilder stem = new StringBuilder();
        int room = mostBytes;
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            String letter = Character.toString(name.codePointAt(i));
            room -= letter.getBytes(StandardCharsets.UTF_8).length;
            if (room < 0) {
                break;
            }
            stem.append(letter);
        }
        return stem.toString();
    }

    private static byte[] unescaped(String value) {
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
        return out.toByteArray();
    }

    private static int hex(String value, int at) {
        String digits = value.substring(at, at + 2).toLowerCase(Locale.ROOT);
        return digits.matches("[0-9a-f]{2}") ? Integer.parseInt(digits, 16) : -1;
    }
}
