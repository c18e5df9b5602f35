package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.analytics4j.codegen.model.FieldModel;
import io.github.analytics4j.codegen.model.JavaNames;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.codegen.model.TypeModel;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** The codec nested in a response record: reads and writes its components without tripping its accessors. */
final class CodecEmitter {

    private final RecordModel model;
    private final ApiNames names;
    private final JavaTypes types;
    private final CodecCode code;
    private final ClassName record;
    private final Map<FieldModel, String> constants = new LinkedHashMap<>();
    private final Map<FieldModel, String> locals = new LinkedHashMap<>();

    CodecEmitter(RecordModel model, ApiNames names) {
        this.model = model;
        this.names = names;
        this.types = new JavaTypes(names);
        this.code = new CodecCode(names);
        this.record = names.type(model.name());
        NameAllocator constantNames = NameAllocator.of(Reserved.CODEC_CONSTANTS);
        NameAllocator localNames = NameAllocator.of(Reserved.CODEC_LOCALS);
        for (FieldModel field : model.fields()) {
            String component = names.component(model, field);
            locals.put(field, localNames.allocate(component));
            if (JavaTypes.isContainer(field.type()) && CodecCode.isMade(element(field))) {
                constants.put(field, constantNames.allocate(JavaNames.constant(component)));
            }
        }
    }

    private static TypeModel element(FieldModel field) {
        return field.type() instanceof TypeModel.ListOf list
                ? list.element()
                : ((TypeModel.MapOf) field.type()).value();
    }

    TypeSpec emit() {
        TypeSpec.Builder type = TypeSpec.classBuilder("Codec")
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(JavaTypes.json("JsonCodec"), record))
                .addField(FieldSpec.builder(names.codec(model.name()), "INSTANCE", Modifier.STATIC, Modifier.FINAL)
                        .initializer("new Codec()")
                        .build())
                .addField(fields());
        constants.forEach((field, constant) -> type.addField(elementCodec(field, constant)));
        return type.addMethod(read()).addMethod(write()).build();
    }

    private FieldSpec elementCodec(FieldModel field, String constant) {
        TypeName codec = ParameterizedTypeName.get(JavaTypes.json("JsonCodec"), types.boxed(element(field)));
        return FieldSpec.builder(codec, constant, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(code.codec(element(field), field.shared()))
                .build();
    }

    private FieldSpec fields() {
        CodeBlock.Builder made = CodeBlock.builder().add("$T.of($S", JavaTypes.json("JsonFields"), record.simpleName());
        model.fields().forEach(field -> made.add(", $S", field.wireName()));
        made.add(")");
        for (FieldModel field : model.fields()) {
            field.aliases().forEach(alias -> made.add(".alias($S, $S)", alias, field.wireName()));
        }
        String always = IntStream.range(0, model.fields().size())
                .filter(i -> model.fields().get(i).presence() == Presence.ALWAYS)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
        if (!always.isEmpty()) {
            made.add(".required($L)", always);
        }
        return FieldSpec.builder(
                        JavaTypes.json("JsonFields"), "FIELDS", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(made.build())
                .build();
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
        locals.forEach((field, local) -> read.addStatement("$T $L = $L", localType(field), local, initial(field)));
        read.addStatement("in.beginObject(FIELDS)");
        return model.fields().isEmpty() ? readNothing(read) : readFields(read);
    }

    private MethodSpec readNothing(MethodSpec.Builder read) {
        return read.addStatement("in.nextField()")
                .addStatement("return new $T(in.endObject())", record)
                .build();
    }

    private MethodSpec readFields(MethodSpec.Builder read) {
        read.beginControlFlow("for (int f = in.nextField(); f >= 0; f = in.nextField())")
                .beginControlFlow("switch (f)");
        List<FieldModel> fields = model.fields();
        for (int i = 0; i < fields.size(); i++) {
            FieldModel field = fields.get(i);
            read.addStatement("case $L -> $L = $L", i, locals.get(field), readOne(field));
        }
        read.addStatement("default -> throw new $T(f)", AssertionError.class)
                .endControlFlow()
                .endControlFlow();
        return read.addStatement("return new $T($L, in.endObject())", record, String.join(", ", locals.values()))
                .build();
    }

    private CodeBlock readOne(FieldModel field) {
        return code.read(field.type(), field.presence(), field.shared(), elementOf(field));
    }

    private CodeBlock elementOf(FieldModel field) {
        if (!JavaTypes.isContainer(field.type())) {
            return CodeBlock.of("");
        }
        String constant = constants.get(field);
        return constant != null ? CodeBlock.of("$L", constant) : code.codec(element(field), field.shared());
    }

    private boolean nullWhenMissing(FieldModel field) {
        return field.presence() == Presence.ALWAYS
                && !JavaTypes.isContainer(field.type())
                && !types.plain(field.type()).isPrimitive();
    }

    private TypeName localType(FieldModel field) {
        return field.presence() == Presence.ALWAYS ? types.plain(field.type()) : types.boxed(field.type());
    }

    private CodeBlock initial(FieldModel field) {
        if (field.type() instanceof TypeModel.ListOf) {
            return CodeBlock.of("$T.of()", List.class);
        } else if (field.type() instanceof TypeModel.MapOf) {
            return CodeBlock.of("$T.of()", Map.class);
        }
        TypeName type = localType(field);
        return CodeBlock.of(type.isPrimitive() ? (type.equals(TypeName.BOOLEAN) ? "false" : "0") : "null");
    }

    private MethodSpec write() {
        MethodSpec.Builder write = MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addException(IOException.class)
                .addParameter(JavaTypes.json("JsonWriter"), "out")
                .addParameter(record, "v")
                .addStatement("out.begin(FIELDS, v.unexpected)");
        List<FieldModel> fields = model.fields();
        for (int i = 0; i < fields.size(); i++) {
            FieldModel field = fields.get(i);
            CodeBlock value = CodeBlock.of("v.$L", names.component(model, field));
            write.beginControlFlow("if (out.field($L))", i)
                    .addStatement(code.write(field.type(), value, elementOf(field)))
                    .endControlFlow();
        }
        return write.addStatement("out.end()").build();
    }
}
