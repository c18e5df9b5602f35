package io.github.analytics4j.codegen.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.analytics4j.codegen.model.Problems;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hands the merged document to swagger-parser and locates what that complains about. */
final class DocumentParser {

    private static final Pattern STEP = Pattern.compile("'([^']*)'|\\(([^)]*)\\)|\\[([^\\]]*)\\]|([^.'()\\[\\]\\s]+)");

    private DocumentParser() {}

    /** Parses a document; a document that is none at all comes back empty. */
    static OpenAPI parse(SpecTree tree, Problems problems) {
        ParseOptions options = new ParseOptions();
        options.setResolve(false);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(json(tree), null, options);
        List<String> messages = result.getMessages() == null ? List.of() : result.getMessages();
        messages.forEach(message -> problems.add(tree.locate(place(tree, message)), message));
        return result.getOpenAPI() == null ? new OpenAPI() : result.getOpenAPI();
    }

    private static String json(SpecTree tree) {
        try {
            return new ObjectMapper().writeValueAsString(tree.root());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Follows the names of a message such as {@code attribute paths.'/calls'(get).responses is missing} as far as they lead. */
    static Place place(SpecTree tree, String message) {
        Place place = Place.ROOT;
        Matcher step = STEP.matcher(message);
        while (step.find()) {
            Place next = place;
            for (int group = 1; group <= 4; group++) {
                next = step.group(group) == null ? next : step(tree, place, step.group(group));
            }
            place = next;
        }
        return place;
    }

    private static Place step(SpecTree tree, Place place, String key) {
        if (tree.get(place.child(key)) != null) {
            return place.child(key);
        }
        if (tree.get(place) instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof Map<?, ?> each && key.equals(each.get("name"))) {
                    return place.child(String.valueOf(i));
                }
            }
        }
        return place;
    }

    /** The schemas of a document by name. */
    static Map<String, Schema<?>> schemas(OpenAPI document) {
        Map<String, Schema<?>> schemas = new LinkedHashMap<>();
        if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
            document.getComponents().getSchemas().forEach(schemas::put);
        }
        return schemas;
    }
}
