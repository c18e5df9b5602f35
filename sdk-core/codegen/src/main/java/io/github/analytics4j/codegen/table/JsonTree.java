package io.github.analytics4j.codegen.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.SourceLocation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that knows its place in the spec. Numbers keep their digits.
 *
 * @param kind what it is
 * @param text a string's text, the digits of a number, {@code true}, {@code false} or {@code null}; else empty
 * @param members of an object, in order
 * @param elements of an array
 * @param at its place
 */
record JsonTree(Kind kind, String text, Map<String, JsonTree> members, List<JsonTree> elements, SourceLocation at) {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(64).build())
            .build();

    /** The kind of a value, as messages call it. */
    enum Kind {
        OBJECT,
        ARRAY,
        STRING,
        NUMBER,
        BOOLEAN,
        NULL
    }

    /** The value in a fenced block; null after a report. */
    static @Nullable JsonTree of(Fence fence, Problems problems) {
        try (JsonParser parser = FACTORY.createParser(fence.text())) {
            parser.nextToken();
            JsonTree tree = read(parser, fence.at());
            if (parser.nextToken() != null) {
                problems.add(here(parser, fence.at()), "invalid JSON: more than one value");
                return null;
            }
            return tree;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String reason = e.getOriginalMessage();
            problems.add(
                    new SourceLocation(fence.at().file(), fence.at().line() + line),
                    "invalid JSON: " + reason.lines().findFirst().orElse(""));
        } catch (IOException e) {
            problems.add(fence.at(), "invalid JSON: " + e.getMessage());
        }
        return null;
    }

    private static JsonTree read(JsonParser parser, SourceLocation fence) throws IOException {
        SourceLocation at = here(parser, fence);
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new JsonParseException(parser, "nothing there");
        }
        return switch (token) {
            case START_OBJECT -> new JsonTree(Kind.OBJECT, "", members(parser, fence), List.of(), at);
            case START_ARRAY -> new JsonTree(Kind.ARRAY, "", Map.of(), elements(parser, fence), at);
            case VALUE_STRING -> leaf(Kind.STRING, parser.getText(), at);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> leaf(Kind.NUMBER, parser.getText(), at);
            case VALUE_TRUE, VALUE_FALSE -> leaf(Kind.BOOLEAN, parser.getText(), at);
            default -> leaf(Kind.NULL, "null", at);
        };
    }

    private static Map<String, JsonTree> members(JsonParser parser, SourceLocation fence) throws IOException {
        Map<String, JsonTree> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, read(parser, fence));
        }
        return members;
    }

    private static List<JsonTree> elements(JsonParser parser, SourceLocation fence) throws IOException {
        List<JsonTree> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(read(parser, fence));
        }
        return elements;
    }

    private static JsonTree leaf(Kind kind, String text, SourceLocation at) {
        return new JsonTree(kind, text, Map.of(), List.of(), at);
    }

    private static SourceLocation here(JsonParser parser, SourceLocation fence) {
        return new SourceLocation(
                fence.file(), fence.line() + parser.currentTokenLocation().getLineNr());
    }

    /** This object with the members of another in the place of its own. */
    JsonTree with(JsonTree part) {
        Map<String, JsonTree> merged = new LinkedHashMap<>(members);
        merged.putAll(part.members);
        return new JsonTree(kind, text, merged, elements, at);
    }

    /** As JSON text on one line. */
    String json() {
        return switch (kind) {
            case OBJECT ->
                members.entrySet().stream()
                        .map(member -> quoted(member.getKey()) + ":"
                                + member.getValue().json())
                        .collect(Collectors.joining(",", "{", "}"));
            case ARRAY -> elements.stream().map(JsonTree::json).collect(Collectors.joining(",", "[", "]"));
            case STRING -> quoted(text);
            default -> text;
        };
    }

    private static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }
}
