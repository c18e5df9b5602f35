package io.github.analytics4j.codegen.emit;

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
import javax.lang.model.element.Modifier;

/**
 * The codec nested in a response record: its fields as data, and how a record is made of them. It reads and writes components
 * without tripping their accessors.
 */
final class CodecEmitter {

    private final RecordModel model;
    private final ApiNames names;
    private final CodecCode code;
    private final ClassName record;

    CodecEmitter(RecordModel model, ApiNames names) {
        this.model = model;
        this.names = names;
        this.code = new CodecCode(names);
        this.record = names.type(model.name());
    }

    TypeSpec emit() {
        TypeSpec.Builder type = TypeSpec.classBuilder("Codec")
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(JavaTypes.json("JsonCodec"), record))
                .addField(FieldSpec.builder(names.codec(model.name()), "INSTANCE", Modifier.STATIC, Modifier.FINAL)
                        .initializer("new Codec()")
                        .build());
        type.addField(CodecCode.builder(record));
        model.fields().forEach(field -> type.addField(index(field)));
        return type.addField(CodecCode.fields())
                .addMethod(read())
                .addMethod(write())
                .build();
    }

    private FieldSpec index(FieldModel field) {
        CodeBlock.Builder made = CodeBlock.builder()
                .add(
                        "BUILDER.$L($S, $L",
                        field.presence() == Presence.ALWAYS ? "required" : "optional",
                        field.wireName(),
                        code.codec(field.type(), field.shared()));
        field.aliases().forEach(alias -> made.add(", $S", alias));
        return FieldSpec.builder(int.class, names.index(model, field), Modifier.STATIC, Modifier.FINAL)
                .initializer(made.add(")").build())
                .build();
    }

    private MethodSpec read() {
        CodeBlock.Builder values = CodeBlock.builder();
        for (FieldModel field : model.fields()) {
            values.add("v.$L($L), ", CodecCode.getter(field.type(), field.presence()), names.index(model, field));
        }
        return MethodSpec.methodBuilder("read")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(record)
                .addException(IOException.class)
                .addParameter(JavaTypes.json("JsonReader"), "in")
                .addStatement("$T v = in.readFields(FIELDS)", JavaTypes.json("FieldValues"))
                .addStatement("return new $T($Lv.unexpected())", record, values.build())
                .build();
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
