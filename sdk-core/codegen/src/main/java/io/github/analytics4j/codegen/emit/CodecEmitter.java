package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.analytics4j.codegen.model.FieldModel;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.RecordModel;
import java.io.IOException;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The codec nested in a response record: its fields as data, and how a record is made of them. It reads and writes components
 * without tripping their accessors.
 */
final class CodecEmitter {

    private final RecordModel model;
    private final ApiNames names;
    private final JavaTypes types;
    private final CodecCode code;
    private final ClassName record;

    CodecEmitter(RecordModel model, ApiNames names) {
        this.model = model;
        this.names = names;
        this.types = new JavaTypes(names);
        this.code = new CodecCode(names);
        this.record = names.type(model.name());
    }

    TypeSpec emit() {
        return TypeSpec.classBuilder("Codec")
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(JavaTypes.json("JsonCodec"), record))
                .addField(FieldSpec.builder(names.codec(model.name()), "INSTANCE", Modifier.STATIC, Modifier.FINAL)
                        .initializer("new Codec()")
                        .build())
                .addField(fields())
                .addMethod(read())
                .addMethod(write())
                .build();
    }

    private FieldSpec fields() {
        CodeBlock.Builder made =
                CodeBlock.builder().add("$T.of($S)", JavaTypes.json("JsonFields"), record.simpleName());
        for (FieldModel field : model.fields()) {
            String kind = field.presence() == Presence.ALWAYS ? "always" : "field";
            made.add("\n.$L($S, $L)", kind, field.wireName(), code.codec(field.type(), field.shared()));
            field.aliases().forEach(alias -> made.add("\n.alias($S)", alias));
        }
        return CodecCode.fields(made.build());
    }

    private MethodSpec read() {
        MethodSpec.Builder read = MethodSpec.methodBuilder("read")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(record)
                .addException(IOException.class)
                .addParameter(JavaTypes.json("JsonReader"), "in");
        if (model.fields().stream().anyMatch(this::nullWhenMissing)) {
            read.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "NullAway")
                    .build());
            read.addComment("What is documented as always present is null where it is missing; its accessor says so.");
        }
        CodeBlock.Builder values = CodeBlock.builder();
        List<FieldModel> fields = model.fields();
        for (int i = 0; i < fields.size(); i++) {
            FieldModel field = fields.get(i);
            values.add("v.$L($L), ", CodecCode.getter(field.type(), field.presence()), i);
        }
        return read.addStatement("$T v = in.readFields(FIELDS)", JavaTypes.json("FieldValues"))
                .addStatement("return new $T($Lv.unexpected())", record, values.build())
                .build();
    }

    private boolean nullWhenMissing(FieldModel field) {
        return field.presence() == Presence.ALWAYS
                && !JavaTypes.isContainer(field.type())
                && !types.plain(field.type()).isPrimitive();
    }

    private MethodSpec write() {
        CodeBlock.Builder values = CodeBlock.builder();
        model.fields().forEach(field -> values.add(", v.$L", names.component(model, field)));
        return MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addException(IOException.class)
                .addParameter(JavaTypes.json("JsonWriter"), "out")
                .addParameter(record, "v")
                .addStatement("out.writeFields(FIELDS, v.unexpected$L)", values.build())
                .build();
    }
}
