package io.github.analytics4j.codegen.vendor;

import io.github.analytics4j.codegen.openapi.Place;
import java.util.List;
import java.util.Locale;

/** Names the places of our spec, in the words of the addresses that corrections have. */
final class Subject {

    private Subject() {}

    /** {@code field Call.duration}, {@code parameter GET /calls limit}, {@code response GET /calls 200}. */
    static String of(Document document, Place place) {
        List<String> keys = place.keys();
        if (keys.size() >= 3 && keys.get(0).equals("components")) {
            return component(keys);
        }
        if (keys.size() < 4 || !keys.get(0).equals("paths")) {
            return place.pointer();
        }
        String operation = keys.get(2).toUpperCase(Locale.ROOT) + " " + keys.get(1);
        return switch (keys.get(3)) {
            case "parameters" -> "parameter " + operation + " " + parameter(document, place) + below(keys, 5);
            case "responses" -> "response " + operation + " " + keys.get(4) + below(keys, 5);
            case "requestBody" -> "body " + operation + below(keys, 4);
            default -> place.pointer();
        };
    }

    /** Names a field of an object. */
    static String field(Document document, Place object, String name) {
        String owner = of(document, object);
        return owner.matches("(schema|field) .*")
                ? "field " + owner.replaceFirst("\\S+ ", "") + "." + name
                : owner + "." + name;
    }

    private static String component(List<String> keys) {
        if (!keys.get(1).equals("schemas")) {
            return keys.get(1).replaceAll("s$", "") + " " + keys.get(2) + below(keys, 3);
        }
        String below = below(keys, 3);
        return (below.contains(".") ? "field " : "schema ") + keys.get(2) + below;
    }

    private static String parameter(Document document, Place place) {
        Place parameter = Place.ROOT;
        for (String key : place.keys().subList(0, Math.min(5, place.keys().size()))) {
            parameter = parameter.child(key);
        }
        return String.valueOf(document.text(parameter, "name"));
    }

    /** The way down a schema: a dot before a field, brackets for elements, braces for free names. */
    private static String below(List<String> keys, int from) {
        StringBuilder way = new StringBuilder();
        for (int i = from; i < keys.size(); i++) {
            switch (keys.get(i)) {
                case "properties" -> way.append('.').append(i + 1 < keys.size() ? keys.get(++i) : "");
                case "items" -> way.append("[]");
                case "additionalProperties" -> way.append("{}");
                default -> {
                    /* a step that a reader need not know: content, schema, one of several alternatives */
                }
            }
        }
        return way.toString();
    }
}
