package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.analytics4j.codegen.model.FieldModel;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.codegen.model.TypeModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A response record. */
final class RecordEmitter {

    private final RecordModel model;
    private final ApiNames names;
    private final JavaTypes types;
    private final ClassName self;

    RecordEmitter(RecordModel model, ApiNames names) {
        this.model = model;
        this.names = names;
        this.types = new JavaTypes(names);
        this.self = names.type(model.name());
    }

    TypeSpec emit() {
        TypeSpec.Builder type = TypeSpec.recordBuilder(self)
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(JavaTypes.json("JsonRecord"))
                .addJavadoc(javadoc())
                .recordConstructor(components());
        if (model.fields().stream().anyMatch(field -> JavaTypes.isContainer(field.type()))) {
            type.addMethod(compactConstructor());
        }
        model.fields().stream().filter(RecordEmitter::isRequired).forEach(field -> type.addMethod(accessor(field)));
        return type.addMethod(
                        ObjectMethods.toString(CodeBlock.of("$T.shown(Codec.INSTANCE, this)", JavaTypes.json("Json"))))
                .addMethod(toJson())
                .addMethod(fromJson())
                .addType(new CodecEmitter(model, names).emit())
                .build();
    }

    private static boolean isRequired(FieldModel field) {
        return field.presence() == Presence.ALWAYS;
    }

    private CodeBlock javadoc() {
        CodeBlock.Builder javadoc = CodeBlock.builder().add(JavadocText.paragraphs(model.doc()));
        javadoc.add("\n");
        for (FieldModel field : model.fields()) {
            javadoc.add(JavadocText.param(names.component(model, field), JavadocText.sentences(field.doc())));
        }
        javadoc.add("@param unexpected what arrived that the vendor does not document");
        if (model.fields().stream().anyMatch(RecordEmitter::isRequired)) {
            javadoc.add(
                    "; where a promised value did not come, its accessor throws {@link $T}",
                    JavaTypes.error("UnexpectedValueException"));
        }
        return javadoc.add("\n").build();
    }

    private MethodSpec components() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        for (FieldModel field : model.fields()) {
            TypeName type = types.component(field.type(), field.presence());
            constructor.addParameter(
                    ParameterSpec.builder(type, names.component(model, field)).build());
        }
        return constructor
                .addParameter(JavaTypes.json("UnexpectedContent"), "unexpected")
                .build();
    }

    private MethodSpec compactConstructor() {
        MethodSpec.Builder constructor = MethodSpec.compactConstructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Keeps its own copies of lists and maps.\n");
        for (FieldModel field : model.fields()) {
            String name = names.component(model, field);
            if (field.type() instanceof TypeModel.ListOf) {
                constructor.addStatement("$1L = $2T.copyOf($1L)", name, List.class);
            } else if (field.type() instanceof TypeModel.MapOf) {
                constructor.addStatement("$1L = $2T.copyOf($1L)", name, JavaTypes.json("Json"));
            }
        }
        return constructor.build();
    }

    private MethodSpec accessor(FieldModel field) {
        String name = names.component(model, field);
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .returns(types.component(field.type(), field.presence()))
                .addJavadoc("$L\n", JavadocText.returned(field.doc(), name))
                .addStatement(
                        "return $T.required($L, unexpected, Codec.$L)",
                        JavaTypes.json("FieldValues"),
                        name,
                        names.index(model, field))
                .build();
    }

    private static MethodSpec toJson() {
        return MethodSpec.methodBuilder("toJson")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return $T.encode(Codec.INSTANCE, this)", JavaTypes.json("Json"))
                .build();
    }

    private MethodSpec fromJson() {
        return MethodSpec.methodBuilder("fromJson")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(self)
                .addParameter(String.class, "json")
                .addJavadoc("{@return the record of an object that {@link #toJson} made, or the vendor sent}\n")
                .addJavadoc("\n@param json one JSON object; what the vendor does not document is kept\n")
                .addStatement("return $T.decode(Codec.INSTANCE, json)", JavaTypes.json("Json"))
                .build();
    }
}
