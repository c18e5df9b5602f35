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
                CodeBlock.builder().add("$T.of($S", JavaTypes.json("JsonFields"), request.simpleName());
        parameters.forEach(each -> made.add(", $S", each.wireName()));
        return FieldSpec.builder(
                        JavaTypes.json("JsonFields"), "FIELDS", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(made.add(")").build())
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
        MethodSpec.Builder write = MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addException(IOException.class)
                .addParameter(JavaTypes.json("JsonWriter"), "out")
                .addParameter(request, "v")
                .addStatement("out.begin(FIELDS, $T.NONE)", JavaTypes.json("Unexpected"));
        for (int i = 0; i < parameters.size(); i++) {
            ParameterModel each = parameters.get(i);
            CodeBlock value = CodeBlock.of("v.$L", names.component(model, each));
            boolean list = each.type() instanceof TypeModel.ListOf;
            write.beginControlFlow(
                            list ? "if (!$L.isEmpty() && out.field($L))" : "if ($L != null && out.field($L))", value, i)
                    .addStatement(code.write(each.type(), value, element(each)))
                    .endControlFlow();
        }
        return write.addStatement("out.end()").build();
    }

    private CodeBlock element(ParameterModel parameter) {
        return parameter.type() instanceof TypeModel.ListOf list ? code.codec(list.element(), false) : CodeBlock.of("");
    }
}
