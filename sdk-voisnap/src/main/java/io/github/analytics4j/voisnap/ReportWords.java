package io.github.analytics4j.voisnap;

import io.github.analytics4j.json.JsonSyntaxException;
import io.github.analytics4j.json.JsonValue;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a response says of a report, be it in the shape that the vendor documents or in a wrapper. */
final class ReportWords {
    private static final List<String> SENTENCES = List.of("message", "reason", "detail", "error");
    private static final Pattern LINK = Pattern.compile("(?i)(https?:[^\\s?#]*)[?#]\\S*");
    private static final int LONGEST = 200;

    private ReportWords() {}

    /** The text or number under that name: what stands in a wrapper is of the report, and what stands around it of the request. */
    static @Nullable JsonValue in(JsonValue response, String name) {
        return in(response, name, ReportId.DEEPEST);
    }

    private static @Nullable JsonValue in(JsonValue value, String name, int deep) {
        for (String wrapper : deep > 0 ? ReportId.WRAPPERS : List.<String>of()) {
            JsonValue inner = value.get(wrapper);
            JsonValue found = inner == null ? null : in(inner, name, deep - 1);
            if (found != null) {
                return found;
            }
        }
        JsonValue own = value.get(name);
        return own == null || (own.asText() == null && own.kind() != JsonValue.Kind.NUMBER) ? null : own;
    }

    /** The status in a body; null if there is none, and where it is a number, as that of HTTP in a problem. */
    static @Nullable String status(String body) {
        JsonValue status = in(read(body), "status");
        return status == null ? null : status.asText();
    }

    /** As {@link #status}, of the body itself: a file may have records with a status of theirs. */
    static @Nullable String ownStatus(String body) {
        JsonValue status = read(body).get("status");
        return status == null ? null : status.asText();
    }

    /** The server's own sentence in a body whose secrets are masked; empty if there is none. */
    static String sentence(String body) {
        JsonValue all = read(body);
        for (String name : SENTENCES) {
            JsonValue error = all.get("error");
            JsonValue found = error == null ? null : in(error, name);
            JsonValue said = found == null ? in(all, name) : found;
            String text = said == null ? null : said.asText();
            if (text != null && !text.isBlank()) {
                return cut(text);
            }
        }
        return "";
    }

    /** As one line that is not too long, without what may sign a link. */
    static String cut(String text) {
        String line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        boolean fits = line.codePointCount(0, line.length()) <= LONGEST;
        String begun = fits ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
        return LINK.matcher(begun).replaceAll("$1?…");
    }

    private static JsonValue read(String body) {
        try {
            return JsonValue.parse(body);
        } catch (JsonSyntaxException cutOrBroken) {
            return JsonValue.NULL;
        }
    }
}
