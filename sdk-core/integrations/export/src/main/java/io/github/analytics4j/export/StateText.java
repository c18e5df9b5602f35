package io.github.analytics4j.export;

import io.github.analytics4j.json.JsonSyntaxException;
import io.github.analytics4j.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state as text: one JSON object whose first line has the format and a checksum of the second, so that a text that was cut or
 * changed is never read as a state. Members are read out of maps: a {@link JsonValue} is parsed each time it is asked.
 */
final class StateText {
    static final int FORMAT = 1;

    private StateText() {}

    static String of(SyncState state) {
        String body = JsonText.of(state.json());
        Map<String, @Nullable Object> head = new LinkedHashMap<>();
        head.put("format", FORMAT);
        head.put("generation", state.generation);
        head.put("sha256", JsonText.sha256(body));
        String first = JsonText.of(head);
        return first.substring(0, first.length() - 1) + ",\n\"state\":" + body + "}\n";
    }

    /**
     * Reads a state; null if there is no text, or one that was cut or changed.
     *
     * @throws StateException if it is of a newer format, and so must not be overwritten
     */
    static @Nullable SyncState parse(@Nullable String text) throws StateException {
        Map<String, JsonValue> whole;
        long format;
        try {
            whole = whole("state", text);
            format = numberOr(whole, "format", -1);
        } catch (StateException e) {
            return null;
        }
        if (format > FORMAT) {
            throw new StateException("the state has format " + format + " and this version reads up to " + FORMAT
                    + ": use the version that wrote it, or a newer one");
        }
        try {
            SyncState state = SyncState.of(content("state", whole));
            return state.generation == number(whole, "generation") ? state : null;
        } catch (StateException e) {
            return null;
        }
    }

    /** A document of one member that has a checksum of it; {@link #opened} reads it. */
    static String sealed(String name, Map<String, @Nullable Object> member) {
        String body = JsonText.of(member);
        return "{\"sha256\":\"" + JsonText.sha256(body) + "\",\"" + name + "\":" + body + "}\n";
    }

    /**
     * Returns the content of the member of a document that {@link #sealed} made.
     *
     * @throws StateException if the text is not whole
     */
    static Map<String, JsonValue> opened(String name, @Nullable String text) throws StateException {
        return content(name, whole(name, text));
    }

    private static Map<String, JsonValue> whole(String name, @Nullable String text) throws StateException {
        try {
            return JsonValue.parse(String.valueOf(text)).fields();
        } catch (JsonSyntaxException e) {
            throw new StateException("the " + name + " is damaged: it is no whole JSON text");
        }
    }

    private static Map<String, JsonValue> content(String name, Map<String, JsonValue> whole) throws StateException {
        JsonValue body = member(whole, name);
        if (!JsonText.sha256(body.json()).equals(text(whole, "sha256"))) {
            throw new StateException("the " + name + " is damaged: its checksum is another");
        }
        return body.fields();
    }

    /** A member that must be there. */
    static JsonValue member(Map<String, JsonValue> json, String name) throws StateException {
        JsonValue value = json.get(name);
        if (value == null) {
            throw new StateException("the state is damaged: it has no " + name);
        }
        return value;
    }

    static String text(Map<String, JsonValue> json, String name) throws StateException {
        String text = member(json, name).asText();
        if (text == null) {
            throw new StateException("the state is damaged: " + name + " is no text");
        }
        return text;
    }

    static long number(Map<String, JsonValue> json, String name) throws StateException {
        Long number = member(json, name).asLong();
        if (number == null) {
            throw new StateException("the state is damaged: " + name + " is no whole number");
        }
        return number;
    }

    static long numberOr(Map<String, JsonValue> json, String name, long otherwise) throws StateException {
        return json.get(name) == null ? otherwise : number(json, name);
    }

    static boolean truth(Map<String, JsonValue> json, String name) throws StateException {
        return Boolean.TRUE.equals(member(json, name).asBoolean());
    }

    static List<String> texts(Map<String, JsonValue> json, String name) throws StateException {
        List<String> all = new ArrayList<>();
        JsonValue list = json.get(name);
        for (JsonValue each : list == null ? List.<JsonValue>of() : list.elements()) {
            String text = each.asText();
            if (text == null) {
                throw new StateException("the state is damaged: " + name + " holds something else than texts");
            }
            all.add(text);
        }
        return all;
    }

    /** The members of an object that holds texts alone. */
    static Map<String, String> textsByName(Map<String, JsonValue> json, String name) throws StateException {
        Map<String, JsonValue> object = member(json, name).fields();
        Map<String, String> all = new LinkedHashMap<>();
        for (String each : object.keySet()) {
            all.put(each, text(object, each));
        }
        return all;
    }

    static Instant time(Map<String, JsonValue> json, String name) throws StateException {
        return time(member(json, name));
    }

    static Instant time(@Nullable JsonValue json) throws StateException {
        try {
            return Instant.parse(json == null ? "" : String.valueOf(json.asText()));
        } catch (DateTimeException e) {
            throw new StateException("the state is damaged: it has a time that is none");
        }
    }
}
