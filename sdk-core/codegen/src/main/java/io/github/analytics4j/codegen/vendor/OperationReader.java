package io.github.analytics4j.codegen.vendor;

import io.github.analytics4j.codegen.openapi.Place;
import io.github.analytics4j.codegen.vendor.Operation.Parameter;
import io.github.analytics4j.codegen.vendor.Operation.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the operations of a document. */
final class OperationReader {

    /** Header parameters that OpenAPI says to ignore: other parts of the document describe them. */
    private static final Set<String> IGNORED_HEADERS = Set.of("accept", "content-type", "authorization");

    private final Document document;

    OperationReader(Document document) {
        this.document = document;
    }

    Operation read(String path, Place item, Place place) {
        Place body = document.followed(place.child("requestBody"));
        return new Operation(
                document,
                place.last().toUpperCase(Locale.ROOT),
                path,
                base(item, place),
                document.text(place, "operationId"),
                document.flag(place, "deprecated"),
                parameters(item, place),
                document.has(body) ? content(body.child("content")) : null,
                document.flag(body, "required"),
                responses(place.child("responses")),
                List.copyOf(document.texts(place.child("x-unsaid"))),
                place);
    }

    /** The path of the server that the operation, its path or the document names first. */
    private @Nullable String base(Place item, Place place) {
        for (Place owner : List.of(place, item)) {
            List<Place> servers = document.elements(owner.child("servers"));
            String url = servers.isEmpty() ? null : document.text(servers.get(0), "url");
            if (url != null) {
                return Operation.pathOf(url);
            }
        }
        return document.servers().keySet().stream()
                .findFirst()
                .map(Operation::pathOf)
                .orElse(null);
    }

    private List<Parameter> parameters(Place item, Place place) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (Place owner : List.of(item, place)) {
            for (Place each : document.elements(owner.child("parameters"))) {
                Parameter parameter = parameter(each);
                if (parameter != null) {
                    parameters.put(parameter.in() + " " + parameter.name(), parameter);
                }
            }
        }
        return List.copyOf(parameters.values());
    }

    private @Nullable Parameter parameter(Place use) {
        Place place = document.followed(use);
        String name = document.text(place, "name");
        String in = document.text(place, "in");
        if (name == null || in == null) {
            if (document.has(place)) {
                document.problem(place, "a parameter must have a name and say where it is in");
            }
            return null;
        }
        if (in.equals("header") && IGNORED_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            return null;
        }
        Node schema = document.has(place.child("schema"))
                ? Node.of(document, place.child("schema"))
                : content(place.child("content"));
        return new Parameter(
                name,
                in,
                document.flag(place, "required"),
                document.flag(place, "deprecated"),
                list(place, in),
                schema,
                place);
    }

    /** How several values are sent, in words. */
    private String list(Place place, String in) {
        boolean form = in.equals("query") || in.equals("cookie");
        String said = document.text(place, "style");
        String style = said == null ? (form ? "form" : "simple") : said;
        Object explode = document.raw(place.child("explode"));
        if (style.equals("form") && !Boolean.FALSE.equals(explode)) {
            return "one parameter each";
        }
        return switch (style) {
            case "form", "simple" -> "separated by commas";
            case "spaceDelimited" -> "separated by spaces";
            case "pipeDelimited" -> "separated by bars";
            default -> style;
        };
    }

    private Map<String, Response> responses(Place place) {
        Map<String, Response> responses = new LinkedHashMap<>();
        for (String status : document.object(place).keySet()) {
            if (!status.startsWith("x-")) {
                Place response = document.followed(place.child(status));
                Place content = response.child("content");
                List<String> media = new ArrayList<>(document.object(content).keySet());
                responses.put(
                        status,
                        new Response(
                                media.isEmpty() ? "nothing" : String.join(", ", media), content(content), response));
            }
        }
        return responses;
    }

    /** The schema of the JSON in a content object, or null where there is none. */
    private @Nullable Node content(Place content) {
        Place found = null;
        for (String media : document.object(content).keySet()) {
            Place schema = content.child(media, "schema");
            boolean json = media.toLowerCase(Locale.ROOT).contains("json") || media.equals("*/*");
            if (json && document.has(schema) && (found == null || media.equals("application/json"))) {
                found = schema;
            }
        }
        return found == null ? null : Node.of(document, found);
    }
}
