package io.github.analytics4j.codegen.vendor;

import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.SourceLocation;
import io.github.analytics4j.codegen.openapi.Place;
import io.github.analytics4j.codegen.openapi.SpecTree;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI document as facts that can be compared. Texts for people, examples and schema names are no facts. What cannot be read is
 * reported and left out.
 */
final class Document {

    /** The types that a value can have. */
    static final List<String> TYPES = List.of("string", "integer", "number", "boolean", "array", "object", "null");

    /** The methods under a path, as OpenAPI spells them. */
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    /** A reference to a reference to a reference may go on; a chain this long is a circle. */
    static final int MAX_CHAIN = 100;

    private final SpecTree tree;
    private final boolean ours;
    private final Problems problems;
    private final ShapeReader shapes = new ShapeReader(this);
    private final Map<List<Place>, Shape> read = new LinkedHashMap<>();
    private @Nullable Boolean minified;
    private int reported;

    private Document(SpecTree tree, boolean ours, Problems problems) {
        this.tree = tree;
        this.ours = ours;
        this.problems = problems;
    }

    /** A vendor's document; a version that is not understood, or a document without operations, is reported. */
    static Document ofVendor(SpecTree tree, Problems problems) {
        Document document = new Document(tree, false, problems);
        Object version = tree.root().get("openapi");
        if (version == null) {
            document.problem(
                    Place.ROOT,
                    tree.root().containsKey("swagger")
                            ? "this is Swagger " + tree.root().get("swagger") + "; convert it to OpenAPI 3 first"
                            : "this is no OpenAPI document: the key openapi is missing");
        } else if (!String.valueOf(version).matches("3(\\.[0-2](\\.\\w.*)?)?")) {
            document.problem(
                    Place.of("openapi"), "OpenAPI " + version + " is not understood; known are 3.0, 3.1 and 3.2");
        } else if (document.operations().isEmpty() && problems.isEmpty()) {
            document.problem(Place.ROOT, "there is no operation in this document");
        }
        return document;
    }

    /** Our own spec, whose extensions count. */
    static Document ofOurs(SpecTree tree, Problems problems) {
        return new Document(tree, true, problems);
    }

    /** The operations in the document's order. */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (String path : object(Place.of("paths")).keySet()) {
            if (path.startsWith("/")) {
                Place item = followed(Place.of("paths", path));
                for (String method : METHODS) {
                    if (object(item).get(method) != null) {
                        operations.add(new OperationReader(this).read(path, item, item.child(method)));
                    }
                }
            }
        }
        return operations;
    }

    /** The servers and their places, the first one the usual one; names in braces have their defaults. */
    Map<String, Place> servers() {
        Map<String, Place> servers = new LinkedHashMap<>();
        for (Place server : elements(Place.of("servers"))) {
            String url = text(server, "url");
            if (url != null) {
                Place variables = server.child("variables");
                for (String name : object(variables).keySet()) {
                    String value = text(variables.child(name), "default");
                    url = url.replace("{" + name + "}", value == null ? "" : value);
                }
                servers.putIfAbsent(url.replaceAll("/+$", ""), server);
            }
        }
        servers.remove("");
        return servers;
    }

    /** The kinds of keys that the API takes, and their places. */
    Map<String, Place> keys() {
        Map<String, Place> keys = new LinkedHashMap<>();
        Place schemes = Place.of("components", "securitySchemes");
        for (String name : object(schemes).keySet()) {
            Place scheme = followed(schemes.child(name));
            String in = text(scheme, "in");
            String detail = in == null ? text(scheme, "scheme") : in + " " + text(scheme, "name");
            keys.putIfAbsent(text(scheme, "type") + (detail == null ? "" : " " + detail), scheme);
        }
        return keys;
    }

    Shape shape(Node node) {
        Shape before = read.get(node.places());
        if (before == null) {
            before = shapes.read(node);
            read.put(node.places(), before);
        }
        return before;
    }

    /** Forgets the shapes that were read; the tree was changed. */
    void changed() {
        read.clear();
    }

    boolean has(Place place) {
        return raw(place) != null;
    }

    SourceLocation locate(Place place) {
        return tree.locate(place);
    }

    /** How often something was reported. */
    int reported() {
        return reported;
    }

    void problem(Place place, String message) {
        reported++;
        problems.add(locate(place), message);
    }

    @Nullable
    Object raw(Place place) {
        return tree.get(place);
    }

    /** The object at a place, empty where nothing is. */
    Map<String, @Nullable Object> object(Place place) {
        Object value = raw(place);
        if (value instanceof Map<?, ?>) {
            return SpecTree.asObject(value);
        }
        if (value != null) {
            problem(place, name(place) + " must be an object");
        }
        return Map.of();
    }

    /** The places of the elements of the list at a place, none where nothing is. */
    List<Place> elements(Place place) {
        Object value = raw(place);
        List<Place> elements = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                elements.add(place.child(String.valueOf(i)));
            }
        } else if (value != null) {
            problem(place, name(place) + " must be a list");
        }
        return elements;
    }

    private static String name(Place place) {
        return place.isRoot() ? "the document" : place.last();
    }

    /** The text under a key, or null. */
    @Nullable
    String text(Place place, String key) {
        Object value = object(place).get(key);
        return value == null ? null : ShapeReader.text(value);
    }

    boolean flag(Place place, String key) {
        return Boolean.TRUE.equals(object(place).get(key));
    }

    /** The texts of a list, none where nothing is. */
    Set<String> texts(Place place) {
        Set<String> texts = new LinkedHashSet<>();
        for (Place element : elements(place)) {
            if (raw(element) instanceof String text) {
                texts.add(text);
            } else {
                problem(element, name(place) + " must be a list of texts");
            }
        }
        return texts;
    }

    /** Returns the value of an extension of our dialect at a schema, or null; a parameter has it beside its schema. */
    @Nullable
    String dialect(Place schema, String extension) {
        if (!ours) {
            return null;
        }
        Object own = raw(schema.child(extension));
        Object outer = schema.last().equals("schema") ? raw(schema.parent().child(extension)) : null;
        return own instanceof String word ? word : outer instanceof String word ? word : null;
    }

    /** Where the references from a place end. */
    Place followed(Place from) {
        Place place = from;
        for (int i = 0; i < MAX_CHAIN; i++) {
            Place target = target(object(place), place);
            if (target == null) {
                return place;
            }
            place = target;
        }
        problem(from, "these references go in a circle");
        return Place.of("paths", "nowhere");
    }

    /** Returns the object that a reference leads to, or null where there is no reference or no such object. */
    @Nullable
    Place target(Map<String, @Nullable Object> object, Place place) {
        Object ref = object.get("$ref");
        if (ref == null) {
            return null;
        }
        String text = String.valueOf(ref);
        if (!text.equals("#") && !text.startsWith("#/")) {
            problem(
                    place,
                    "the reference " + text + " leads out of this document; the vendor's bundled document has all");
            return null;
        }
        Place target = pointer(text.substring(1));
        if (target == null || !has(target)) {
            problem(place, "nothing is at " + text);
            return null;
        }
        return target;
    }

    private static @Nullable Place pointer(String pointer) {
        Place place = Place.ROOT;
        try {
            String plain = URLDecoder.decode(pointer.replace("+", "%2B"), StandardCharsets.UTF_8);
            for (String key :
                    plain.isEmpty() ? new String[0] : plain.substring(1).split("/", -1)) {
                place = place.child(key.replace("~1", "/").replace("~0", "~"));
            }
            return place;
        } catch (IllegalArgumentException e) {
            return null; // a percent sign with no digits behind it
        }
    }

    /** Whether the whole document stands on so few lines that a line tells nothing. */
    boolean minified() {
        if (minified == null) {
            minified = !tree.linesTell();
        }
        return minified;
    }
}
