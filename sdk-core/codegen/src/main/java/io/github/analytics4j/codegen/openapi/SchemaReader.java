package io.github.analytics4j.codegen.openapi;

import io.github.analytics4j.codegen.model.TimeForm;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The types of schemas. Objects and enums become types of their own, collected in {@link #declarations()}: under the name of their
 * component, or one made from where they are.
 */
final class SchemaReader {

    private static final String COMPONENT = "#/components/schemas/";
    private static final Place SCHEMAS = Place.of("components", "schemas");

    /** The words of OpenAPI and of this SDK for a schema; OpenAPI itself allows any other one, a misspelled one too. */
    private static final Set<String> KEYS = Set.of(
            ("$ref type format enum const default properties required additionalProperties items oneOf anyOf allOf"
                            + " description title example examples deprecated readOnly writeOnly externalDocs xml"
                            + " discriminator contentEncoding contentMediaType"
                            + " minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern"
                            + " minItems maxItems uniqueItems minProperties maxProperties"
                            + " x-type x-unit x-scale x-name x-aliases x-shared x-enum-descriptions")
                    .split(" "));

    private static final List<String> UNCHECKED = List.of(
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "pattern",
            "minItems",
            "maxItems",
            "uniqueItems");

    private final Map<String, Schema<?>> components;
    private final Extensions extensions;
    private final Map<String, Declaration> declarations = new LinkedHashMap<>();

    SchemaReader(Map<String, Schema<?>> components, Extensions extensions) {
        this.components = components;
        this.extensions = extensions;
    }

    /** An object or enum met on the way. */
    record Declaration(String name, Schema<?> schema, Place place) {}

    /** Returns the schemas met so far, by name; reading one may add others. */
    Map<String, Declaration> declarations() {
        return declarations;
    }

    /** The type of a schema; {@code nameIfUnnamed} is for an object or enum that is no component. */
    TypeModel type(Schema<?> schema, Place place, String nameIfUnnamed) {
        extensions.onlyKeys(place, KEYS);
        String word = extensions.text(place, "x-type");
        if (word != null) {
            return word(word, place);
        }
        if (schema.get$ref() != null) {
            return reference(schema.get$ref(), place);
        }
        List<Schema<?>> alternatives = alternatives(schema);
        if (alternatives != null) {
            return alternatives(alternatives, schema, place, nameIfUnnamed);
        }
        return plain(schema, place, nameIfUnnamed);
    }

    /** Checks the schema of a parameter, of which a request is held against nothing but its bounds. */
    void checkParameter(Place place) {
        extensions.onlyKeys(place, KEYS);
        if (extensions.spec().get(place) instanceof Map<?, ?> map) {
            UNCHECKED.stream()
                    .filter(map::containsKey)
                    .forEach(key -> extensions.problem(
                            place.child(key),
                            key + " of a parameter is not checked before a request is sent; the overrides must take it"
                                    + " away (" + key + ": null), and say instead what is to be checked or known"));
        }
    }

    private TypeModel word(String word, Place place) {
        TypeModel type = TypeWords.parse(word);
        if (type == null) {
            extensions.problem(place.child("x-type"), "unknown type " + word + "; known are " + TypeWords.known());
        }
        return type == null ? Scalar.ANY : type;
    }

    private TypeModel reference(String ref, Place place) {
        String name = ref.startsWith(COMPONENT) ? ref.substring(COMPONENT.length()) : "";
        Schema<?> target = components.get(name);
        if (target == null) {
            extensions.problem(place, "nothing is at " + ref + "; a reference must name a schema under " + COMPONENT);
            return Scalar.ANY;
        }
        if (target.get$ref() != null) {
            extensions.problem(place, ref + " is a reference itself; refer to what it refers to");
            return Scalar.ANY;
        }
        return type(target, SCHEMAS.child(name), name);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable List<Schema<?>> alternatives(Schema<?> schema) {
        List<Schema> found = schema.getOneOf() != null ? schema.getOneOf() : schema.getAnyOf();
        return (List) found;
    }

    private TypeModel alternatives(List<Schema<?>> all, Schema<?> schema, Place place, String name) {
        String key = schema.getOneOf() != null ? "oneOf" : "anyOf";
        TypeModel only = null;
        for (int i = 0; i < all.size(); i++) {
            if (!isNull(all.get(i))) {
                if (only != null) {
                    return Scalar.ANY;
                }
                only = type(all.get(i), place.child(key, String.valueOf(i)), name);
            }
        }
        return only == null ? Scalar.ANY : only;
    }

    private static boolean isNull(Schema<?> schema) {
        return Set.of("null").equals(schema.getTypes());
    }

    private TypeModel plain(Schema<?> schema, Place place, String name) {
        if (schema.getAllOf() != null) {
            extensions.problem(place, "allOf is not understood; write the fields out");
        }
        String types = types(schema);
        return switch (types) {
            case "" -> schema.getProperties() == null ? Scalar.ANY : declare(name, schema, place);
            case "boolean" -> Scalar.BOOLEAN;
            case "integer", "integer string" -> Scalar.LONG;
            case "number", "number string" -> Scalar.DOUBLE;
            case "string" -> string(schema, place, name);
            case "array" -> list(schema, place, name);
            case "object" -> object(schema, place, name);
            default -> mixed(types, place);
        };
    }

    private static String types(Schema<?> schema) {
        Set<String> types = new TreeSet<>(schema.getTypes() == null ? Set.of() : schema.getTypes());
        types.remove("null");
        return String.join(" ", types);
    }

    private TypeModel mixed(String types, Place place) {
        for (String each : types.split(" ")) {
            if (!Set.of("boolean", "integer", "number", "string", "array", "object")
                    .contains(each)) {
                extensions.problem(place, "unknown type " + each);
            }
        }
        return Scalar.ANY;
    }

    private TypeModel string(Schema<?> schema, Place place, String name) {
        if (schema.getEnum() != null) {
            return declare(name, schema, place);
        }
        String format = schema.getFormat() == null ? "" : schema.getFormat();
        return switch (format) {
            case "date-time" -> new TypeModel.Time(TimeForm.ISO);
            case "date" -> Scalar.DATE;
            default -> Scalar.STRING;
        };
    }

    private TypeModel list(Schema<?> schema, Place place, String name) {
        if (schema.getItems() == null) {
            extensions.problem(place, "an array must say what its items are");
            return new TypeModel.ListOf(Scalar.ANY);
        }
        return new TypeModel.ListOf(type(schema.getItems(), place.child("items"), name + "Item"));
    }

    private TypeModel object(Schema<?> schema, Place place, String name) {
        if (schema.getProperties() == null && schema.getAdditionalProperties() instanceof Schema<?> value) {
            return new TypeModel.MapOf(type(value, place.child("additionalProperties"), name + "Value"));
        }
        return schema.getProperties() == null && Boolean.TRUE.equals(schema.getAdditionalProperties())
                ? new TypeModel.MapOf(Scalar.ANY)
                : declare(name, schema, place);
    }

    private TypeModel declare(String name, Schema<?> schema, Place place) {
        Declaration before = declarations.putIfAbsent(name, new Declaration(name, schema, place));
        if (before != null && !before.place().equals(place)) {
            extensions.problem(
                    place,
                    "the name " + name + " is taken by " + extensions.spec().locate(before.place()));
        }
        return schema.getEnum() != null ? new TypeModel.EnumRef(name) : new TypeModel.RecordRef(name);
    }

    /** Whether a value of the schema may be null, by its own word or that of what it refers to. */
    boolean nullable(Schema<?> schema) {
        List<Schema<?>> alternatives = alternatives(schema);
        return (schema.getTypes() != null && schema.getTypes().contains("null"))
                || (alternatives != null && alternatives.stream().anyMatch(SchemaReader::isNull));
    }
}
