package io.github.analytics4j.codegen.openapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.SourceLocation;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a {@link SpecTree} from JSON. */
final class JsonReader {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(YamlTree.MAX_DEPTH)
                    .build())
            .build();

    private final String file;
    private final int linesBefore;
    private final Problems problems;
    private final Map<Place, SourceLocation> locations = new HashMap<>();

    JsonReader(String file, int linesBefore, Problems problems) {
        this.file = file;
        this.linesBefore = linesBefore;
        this.problems = problems;
        locations.put(Place.ROOT, locate(1));
    }

    /** Reads one JSON object. */
    SpecTree read(String json) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                problems.add(locate(1), "this is no JSON object");
            } else {
                root = object(parser, Place.ROOT);
            }
            if (problems.isEmpty() && parser.nextToken() != null) {
                problems.add(here(parser), "this is no JSON: more follows behind the document");
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            problems.add(locate(Math.max(1, line)), "this is no JSON: " + reason(e));
        } catch (IOException e) {
            problems.add(locate(1), "this is no JSON: " + e.getMessage());
        }
        return new SpecTree(root, locations);
    }

    /** Jackson's words without what it adds about its own source. */
    private static String reason(JsonProcessingException e) {
        String first = e.getOriginalMessage().lines().findFirst().orElse("");
        return first.replaceAll(" \\(start marker at .*", "").replaceAll(" \\(for .* starting at .*", "");
    }

    private @Nullable Object value(JsonParser parser, Place place) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new JsonParseException(parser, "the document ends here");
        }
        return switch (token) {
            case START_OBJECT -> object(parser, place);
            case START_ARRAY -> list(parser, place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }

    private static Object number(String digits) {
        try {
            return new BigDecimal(digits);
        } catch (NumberFormatException e) {
            return digits; // an exponent that no number of ours has
        }
    }

    private Map<String, @Nullable Object> object(JsonParser parser, Place place) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (object.containsKey(key)) {
                problems.add(here(parser), "the key " + key + " is here twice");
            }
            locations.put(place.child(key), here(parser));
            parser.nextToken();
            object.put(key, value(parser, place.child(key)));
        }
        return object;
    }

    private List<@Nullable Object> list(JsonParser parser, Place place) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Place element = place.child(String.valueOf(list.size()));
            locations.put(element, here(parser));
            list.add(value(parser, element));
        }
        return list;
    }

    private SourceLocation here(JsonParser parser) {
        return locate(parser.currentTokenLocation().getLineNr());
    }

    private SourceLocation locate(int line) {
        return new SourceLocation(file, linesBefore + line);
    }
}
