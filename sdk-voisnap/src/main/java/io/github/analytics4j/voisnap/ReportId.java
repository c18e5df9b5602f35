package io.github.analytics4j.voisnap;

import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.json.UnexpectedContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the id of an ordered report in a response that need not have the shape the vendor documents. */
final class ReportId {
    private static final String MARK = "the-id";

    /** The documented field, by the record that is generated from the spec. */
    static final String FIELD = field();

    /** Names what others put around a report. */
    static final List<String> WRAPPERS = List.of("data", "report", "response", "result");

    /** So many wrappers are looked into, one inside of the other. */
    static final int DEEPEST = 4;

    /** The rest of a name and of what assigns to it, in JSON, in JSON within a text, in XML or in a form; an id that is whole. */
    private static final String VALUE =
            "[\"'\\\\]*\\s*[:=>]\\s*[\"'\\\\]*([A-Za-z0-9_.:-]{1,100})(?=[\"'\\\\<,;}\\]\\s&])";

    private static final Pattern NAMED = Pattern.compile("(?i)(?<![a-z0-9])" + spelled(FIELD) + VALUE);
    private static final Pattern PLAIN = Pattern.compile("(?i)(?<![a-z0-9_-])id" + VALUE);

    /** The header that says where the report is, as a line of text. */
    private static final Pattern LOCATION =
            Pattern.compile("^Location: \\S*/reports/([A-Za-z0-9_.:-]{1,100})(?:/download)?/?(?:[?#]\\S*)?$");

    private ReportId() {}

    private static String field() {
        CreatedReport created = new CreatedReport(MARK, ReportStatus.GENERATING, null, UnexpectedContent.NONE);
        return JsonValue.parse(created.toJson()).fields().entrySet().stream()
                .filter(field -> MARK.equals(field.getValue().asText()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** A pattern of a name whose words are written together, with a hyphen or with an underscore. */
    private static String spelled(String name) {
        String words = name.replaceAll("([a-z0-9])(?=[A-Z])", "$1_");
        List<String> quoted = new ArrayList<>();
        for (String word : words.split("[^A-Za-z0-9]+", -1)) {
            quoted.add(Pattern.quote(word));
        }
        return String.join("[_\\- ]?", quoted);
    }

    private static boolean isDocumented(String name) {
        return plain(name).equals(plain(FIELD));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Whether the documented field is there under any spelling, whatever is in it. */
    static boolean isNamed(JsonValue response) {
        return response.fields().keySet().stream().anyMatch(ReportId::isDocumented);
    }

    /** The id in the documented field, however that is spelled and wherever it is, else in a plain {@code id}; null for none. */
    static @Nullable String in(JsonValue response) {
        String id = documented(response, DEEPEST);
        return id != null ? id : plainId(response, DEEPEST);
    }

    private static @Nullable String documented(JsonValue value, int deep) {
        for (Map.Entry<String, JsonValue> field : value.fields().entrySet()) {
            String id = isDocumented(field.getKey()) ? text(field.getValue()) : null;
            if (id != null) {
                return id;
            }
        }
        List<JsonValue> inner = new ArrayList<>(value.fields().values());
        inner.addAll(
                value.elements().size() == 1 ? value.elements() : List.of()); // of several, nobody could tell which
        return deep == 0
                ? null
                : inner.stream()
                        .map(each -> Optional.ofNullable(documented(each, deep - 1)))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable String plainId(JsonValue response, int deep) {
        String id = text(response.get("id"));
        for (String name : id == null && deep > 0 ? WRAPPERS : List.<String>of()) {
            JsonValue inner = response.get(name);
            id = id != null || inner == null ? id : plainId(inner, deep - 1);
        }
        return id;
    }

    private static @Nullable String text(@Nullable JsonValue value) {
        String text = value == null ? null : value.kind() == JsonValue.Kind.NUMBER ? value.json() : value.asText();
        return text == null || text.isBlank() ? null : text;
    }

    /** The id in a text that is no JSON, or is cut off; null if there is none, or if it may be cut off itself. */
    static @Nullable String in(String text) {
        for (Pattern form : List.of(LOCATION, NAMED, PLAIN)) {
            Matcher matcher = form.matcher(text);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return null;
    }

    /** The id in the body of a refusal, under the documented name alone: a plain one there is the error's own. */
    static @Nullable String inRefusal(String text) {
        Matcher matcher = NAMED.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
