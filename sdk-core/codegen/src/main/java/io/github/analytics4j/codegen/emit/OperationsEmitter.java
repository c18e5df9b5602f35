package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import javax.lang.model.element.Modifier;

/**
 * The operations of an API as data, each in a nested class of its own, so that none is built before it is used; that class encodes
 * its requests.
 */
final class OperationsEmitter {

    private final ApiModel api;
    private final ApiNames names;
    private final OperationTypes types;

    OperationsEmitter(ApiModel api, ApiNames names) {
        this.api = api;
        this.names = names;
        this.types = new OperationTypes(names);
    }

    TypeSpec emit() {
        TypeSpec.Builder type = TypeSpec.classBuilder(names.operations())
                .addModifiers(Modifier.FINAL)
                .addJavadoc("The operations as data, each built when it is first used.\n")
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        api.operations().forEach(operation -> type.addType(holder(operation)));
        return type.build();
    }

    private TypeSpec holder(OperationModel model) {
        return TypeSpec.classBuilder(names.operation(model))
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(
                        JavaTypes.client("Operation").nestedClass("Encoder"), names.request(model)))
                .addJavadoc("$L\n", JavadocText.code(model.httpMethod() + " " + model.path()))
                .addField(constant(model))
                .addMethod(encode(model))
                .build();
    }

    private FieldSpec constant(OperationModel model) {
        boolean get = model.httpMethod().equals("GET");
        CodeBlock.Builder made = CodeBlock.builder()
                .add(
                        "$T.$L($S, $S, new $T()).group($S)",
                        JavaTypes.client("Operation"),
                        get ? "get" : "post",
                        model.id(),
                        model.path(),
                        names.operation(model),
                        model.rateLimitGroup());
        if (get != model.repeatable()) {
            made.add(".repeatable($L)", model.repeatable());
        }
        made.add(types.answers(model.result()));
        return FieldSpec.builder(types.operation(model), "OPERATION", Modifier.STATIC, Modifier.FINAL)
                .initializer(made.build())
                .build();
    }

    private MethodSpec encode(OperationModel model) {
        MethodSpec.Builder encode = MethodSpec.methodBuilder("encode")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(names.request(model), "request")
                .addParameter(JavaTypes.client("Operation").nestedClass("RequestParts"), "parts");
        boolean body = false;
        for (ParameterModel each : model.parameters()) {
            body |= each.in() == ParameterModel.Place.BODY;
            if (each.in() != ParameterModel.Place.BODY) {
                encode.addStatement(
                        "parts.$L($S, request.$L())", call(each), each.wireName(), names.component(model, each));
            }
        }
        if (body) {
            encode.addStatement(
                    "parts.jsonBody($T.INSTANCE, request)", names.request(model).nestedClass("Body"));
        }
        return encode.addStatement("parts.options(request.options())").build();
    }

    private static String call(ParameterModel parameter) {
        TypeModel type = parameter.type();
        if (parameter.in() == ParameterModel.Place.PATH) {
            return "path";
        } else if (type instanceof TypeModel.ListOf) {
            return "queryCsv";
        } else if (type instanceof TypeModel.Time time) {
            return time.form().name().startsWith("EPOCH") ? "queryEpochMillis" : "queryInstant";
        } else if (type == Scalar.DATE) {
            return "queryDate";
        }
        return type == Scalar.DATE_OR_TIME ? "queryDateOrTime" : "query";
    }
}
