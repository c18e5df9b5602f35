package io.github.analytics4j.export;

import io.github.analytics4j.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON of maps, lists, texts, numbers and truth values, and hashes texts. Values of maps that are null are left out. */
final class JsonText {
    /** Characters from here on are looked at more closely: line separators, and halves of others. */
    private static final char ODD = '\u2000';

    private JsonText() {}

    static String of(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value);
        return out.toString();
    }

    private static void write(StringBuilder out, @Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof JsonValue) {
            out.append(value instanceof JsonValue json ? json.json() : String.valueOf(value));
        } else if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> each : map.entrySet()) {
                if (each.getValue() != null) {
                    out.append(separator)
                            .append(quoted(each.getKey().toString()))
                            .append(':');
                    write(out, each.getValue());
                    separator = ",";
                }
            }
            out.append(separator.equals("{") ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            out.append('[');
            for (int i = 0; i < list.size(); i++) {
                out.append(i == 0 ? "" : ",");
                write(out, list.get(i));
            }
            out.append(']');
        } else {
            out.append(quoted(value.toString()));
        }
    }

    static String quoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c >= ODD) {
                return JsonValue.ofText(text).json();
            }
        }
        return '"' + text + '"'; // most texts need no more, and there are millions of them
    }

    static String sha256(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
