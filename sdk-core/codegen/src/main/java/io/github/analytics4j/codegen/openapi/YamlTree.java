package io.github.analytics4j.codegen.openapi;

import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.SourceLocation;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes a {@link SpecTree} from SnakeYAML's nodes, which know their lines. */
final class YamlTree {

    private final String file;
    private final Problems problems;
    private final Map<Place, SourceLocation> locations = new HashMap<>();

    YamlTree(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
        locations.put(Place.ROOT, new SourceLocation(file, 1));
    }

    SpecTree read(String yaml) {
        Node node = compose(yaml);
        if (node instanceof MappingNode mapping) {
            return new SpecTree(object(mapping, Place.ROOT), locations);
        }
        if (problems.isEmpty()) {
            problems.add(new SourceLocation(file, 1), "this is no YAML object");
        }
        return new SpecTree(new LinkedHashMap<>(), locations);
    }

    private @Nullable Node compose(String yaml) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            problems.add(
                    new SourceLocation(file, mark == null ? 1 : mark.getLine() + 1),
                    "this is no YAML: " + e.getProblem());
            return null;
        }
    }

    private @Nullable Object value(Node node, Place place) {
        locations.putIfAbsent(place, location(node));
        if (node instanceof MappingNode mapping) {
            return object(mapping, place);
        }
        return node instanceof SequenceNode sequence ? list(sequence, place) : scalar((ScalarNode) node);
    }

    private Map<String, @Nullable Object> object(MappingNode mapping, Place place) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            String key = ((ScalarNode) entry.getKeyNode()).getValue();
            SourceLocation location = location(entry.getKeyNode());
            if (object.containsKey(key)) {
                problems.add(location, "the key " + key + " is here twice");
            }
            locations.put(place.child(key), location);
            object.put(key, value(entry.getValueNode(), place.child(key)));
        }
        return object;
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
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        return (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) && text.matches("-?\\d+(\\.\\d+)?")
                ? new BigDecimal(text)
                : text;
    }

    private SourceLocation location(Node node) {
        return new SourceLocation(file, node.getStartMark().getLine() + 1);
    }
}
