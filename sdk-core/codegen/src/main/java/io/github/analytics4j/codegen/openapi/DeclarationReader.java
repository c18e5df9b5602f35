package io.github.analytics4j.codegen.openapi;

import io.github.analytics4j.codegen.model.Doc;
import io.github.analytics4j.codegen.model.EnumModel;
import io.github.analytics4j.codegen.model.FieldModel;
import io.github.analytics4j.codegen.model.JavaNames;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.codegen.model.SourceLocation;
import io.github.analytics4j.codegen.model.TypeModel;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes records and enums of the objects and enums that schemas declare. */
final class DeclarationReader {

    private final SchemaReader schemas;
    private final Extensions extensions;
    private final List<RecordModel> records = new ArrayList<>();
    private final List<EnumModel> enums = new ArrayList<>();

    DeclarationReader(SchemaReader schemas, Extensions extensions) {
        this.schemas = schemas;
        this.extensions = extensions;
    }

    /** Reads everything declared, and what that declares in turn. */
    void readAll() {
        for (int done = 0; done < schemas.declarations().size(); done++) {
            read(List.copyOf(schemas.declarations().values()).get(done));
        }
    }

    List<RecordModel> records() {
        return records;
    }

    List<EnumModel> enums() {
        return enums;
    }

    private void read(SchemaReader.Declaration declaration) {
        Place place = declaration.place();
        SourceLocation location = extensions.spec().locate(place);
        if (declaration.schema().getEnum() != null) {
            enums.add(new EnumModel(declaration.name(), extensions.doc(place), values(place), location));
        } else {
            records.add(new RecordModel(declaration.name(), extensions.doc(place), fields(declaration), location));
        }
    }

    private List<EnumModel.Value> values(Place place) {
        List<String> texts = extensions.texts(place, "enum");
        return texts == null
                ? List.of()
                : texts.stream().distinct().map(text -> value(text, place)).toList();
    }

    private EnumModel.Value value(String text, Place place) {
        String meaning = extensions.text(place.child("x-enum-descriptions"), text);
        return new EnumModel.Value(text, Doc.of(meaning == null ? "" : meaning));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private List<FieldModel> fields(SchemaReader.Declaration declaration) {
        Map<String, Schema> properties = declaration.schema().getProperties();
        List<FieldModel> fields = new ArrayList<>();
        if (properties != null) {
            List<String> required = declaration.schema().getRequired();
            properties.forEach((name, schema) -> fields.add(field(declaration, name, schema, required)));
        }
        return fields;
    }

    private FieldModel field(
            SchemaReader.Declaration owner, String wireName, Schema<?> schema, @Nullable List<String> required) {
        Place place = owner.place().child("properties", wireName);
        TypeModel type = schemas.type(schema, place, owner.name() + JavaNames.pascal(wireName));
        boolean always = required != null && required.contains(wireName) && !schemas.nullable(schema);
        String javaName = extensions.text(place, "x-name");
        List<String> aliases = extensions.texts(place, "x-aliases");
        return new FieldModel(
                wireName,
                javaName == null ? JavaNames.camel(wireName) : javaName,
                type,
                always ? Presence.ALWAYS : Presence.OPTIONAL,
                extensions.doc(place),
                aliases == null ? List.of() : aliases,
                extensions.flag(place, "x-shared"),
                extensions.spec().locate(place));
    }
}
