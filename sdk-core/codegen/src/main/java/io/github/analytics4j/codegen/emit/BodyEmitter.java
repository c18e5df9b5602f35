package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.io.IOException;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The codec nested in a request record that writes its body parameters as one JSON object. */
final class BodyEmitter {

    private final OperationModel model;
    private final ApiNames names;
    private final CodecCode code;
    private final ClassName request;
    private final List<ParameterModel> parameters;

    BodyEmitter(OperationModel model, ApiNames names) {
        this.model = model;
        this.names = names;
        this.code = new CodecCode(names);
        this.request = names.request(model);
        this.parameters = model.parameters().stream()
                .filter(each -> each.in() == ParameterModel.Place.BODY)
                .toList();
    }

    TypeSpec emit() {
        ClassName self = request.nestedClass("Body");
        return TypeSpec.classBuilder(self)
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(JavaTypes.json("JsonCodec"), request))
                .addField(FieldSpec.builder(self, "INSTANCE", Modifier.STATIC, Modifier.FINAL)
                        .initializer("new Body()")
                        .build())
                .addField(fields())
                .addMethod(read())
                .addMethod(write())
                .build();
    }

    private FieldSpec fields() {
        CodeBlock.Builder made =
                CodeBlock.builder().add("$T.of($S)", JavaTypes.json("JsonFields"), request.simpleName());
        for (ParameterModel each : parameters) {
            // a day or a time is written as its text
            TypeModel type = each.type() == Scalar.DATE_OR_TIME ? Scalar.STRING : each.type();
            made.add("\n.field($S, $L)", each.wireName(), code.codec(type, false));
        }
        return FieldSpec.builder(
                        JavaTypes.json("JsonFields"), "FIELDS", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(CodeBlock.of("$L\n.build()", made.build()))
                .build();
    }

    private MethodSpec read() {
        return MethodSpec.methodBuilder("read")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(request)
                .addParameter(JavaTypes.json("JsonReader"), "in")
                .addStatement("throw new $T($S)", UnsupportedOperationException.class, "requests are only written")
                .build();
    }

    private MethodSpec write() {
        CodeBlock.Builder values = CodeBlock.builder();
        for (ParameterModel each : parameters) {
            values.add(form(each.type()), names.component(model, each));
        }
        return MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addException(IOException.class)
                .addParameter(JavaTypes.json("JsonWriter"), "out")
                .addParameter(request, "v")
                .addStatement("out.writeFields(FIELDS, $T.NONE$L)", JavaTypes.json("UnexpectedContent"), values.build())
                .build();
    }

    private static String form(TypeModel type) {
        if (type instanceof TypeModel.ListOf) {
            return ", v.$1L.isEmpty() ? null : v.$1L";
        }
        return type == Scalar.DATE_OR_TIME ? ", v.$1L == null ? null : v.$1L.toString()" : ", v.$1L";
    }
}
