package io.github.analytics4j.codegen.openapi;

import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.SourceLocation;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes a {@link SpecTree} from SnakeYAML's nodes, which know their lines. */
final class YamlTree {

    /** Deeper documents than any vendor writes; reading recurses. */
    static final int MAX_DEPTH = 300;

    /** A document whose aliases repeat more objects and lists than this is an attack or a mistake. */
    private static final int MAX_REPEATS = 100_000;

    private static final int MAX_CHARACTERS = 200_000_000;
    private static final int MAX_ALIASES = 10_000;

    /** YAML 1.1 takes yes, no, on and off for truths; OpenAPI's YAML, as JSON, does not. */
    private static final Pattern TRUTH = Pattern.compile("(?i)true|false");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d{1,3})?");

    private final String file;
    private final int linesBefore;
    private final Problems problems;
    private final Map<Place, SourceLocation> locations = new HashMap<>();

    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int repeats;

    YamlTree(String file, int linesBefore, Problems problems) {
        this.file = file;
        this.linesBefore = linesBefore;
        this.problems = problems;
        locations.put(Place.ROOT, line(1));
    }

    SpecTree read(String yaml) {
        Node node = compose(yaml);
        if (node instanceof MappingNode mapping) {
            return new SpecTree(object(mapping, Place.ROOT), locations);
        }
        if (problems.isEmpty()) {
            problems.add(line(1), "this is no YAML object");
        }
        return new SpecTree(new LinkedHashMap<>(), locations);
    }

    private @Nullable Node compose(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        try {
            return new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            problems.add(line(mark == null ? 1 : mark.getLine() + 1), "this is no YAML: " + e.getProblem());
        } catch (YAMLException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            problems.add(line(1), "this is no YAML: " + reason);
        }
        return null;
    }

    private @Nullable Object value(Node node, Place place) {
        locations.putIfAbsent(place, location(node));
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        repeats += seen.add(node) ? 0 : 1;
        if (repeats > MAX_REPEATS) {
            problems.add(line(1), "the aliases of this document repeat too much");
            return null;
        }
        if (!open.add(node)) {
            problems.add(location(node), "an alias here contains itself");
            return null;
        }
        Object value = node instanceof MappingNode mapping ? object(mapping, place) : list((SequenceNode) node, place);
        open.remove(node);
        return value;
    }

    private Map<String, @Nullable Object> object(MappingNode mapping, Place place) {
        List<Map<?, ?>> merged = merged(mapping, place); // first, so that the lines of the object's own keys count
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problems.add(location(entry.getKeyNode()), "a key must be text");
            } else if (!key.getTag().equals(Tag.MERGE)) {
                entry(key, entry.getValueNode(), place, object);
            }
        }
        merged.forEach(other -> other.forEach((key, value) -> object.putIfAbsent((String) key, value)));
        return object;
    }

    private void entry(ScalarNode keyNode, Node value, Place place, Map<String, @Nullable Object> object) {
        String key = keyNode.getValue();
        if (object.containsKey(key)) {
            problems.add(location(keyNode), "the key " + key + " is here twice");
        }
        locations.put(place.child(key), location(keyNode));
        object.put(key, value(value, place.child(key)));
    }

    /** Adds the entries that {@code <<} brings in from other objects, where the object itself has none. */
    private List<Map<?, ?>> merged(MappingNode mapping, Place place) {
        List<Map<?, ?>> merged = new ArrayList<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
                Node source = entry.getValueNode();
                for (Node each : source instanceof SequenceNode sequence ? sequence.getValue() : List.of(source)) {
                    if (value(each, place) instanceof Map<?, ?> map) {
                        merged.add(map);
                    } else {
                        problems.add(location(each), "only an object can be merged");
                    }
                }
            }
        }
        return merged;
    }

    private List<@Nullable Object> list(SequenceNode sequence, Place place) {
        List<@Nullable Object> list = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            list.add(value(element, place.child(String.valueOf(list.size()))));
        }
        return list;
    }

    private static @Nullable Object scalar(ScalarNode node) {
        String text = node.getValue();
        Tag tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL) && TRUTH.matcher(text).matches()) {
            return Boolean.valueOf(text);
        }
        return (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT))
                        && NUMBER.matcher(text).matches()
                ? new BigDecimal(text)
                : text;
    }

    private SourceLocation location(Node node) {
        return line(node.getStartMark().getLine() + 1);
    }

    private SourceLocation line(int line) {
        return new SourceLocation(file, linesBefore + line);
    }
}
