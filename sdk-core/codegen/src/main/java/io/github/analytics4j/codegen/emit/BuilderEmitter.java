package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.TypeModel;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** The builder nested in a request record. */
final class BuilderEmitter {

    private final OperationModel model;
    private final ApiNames names;
    private final JavaTypes types;
    private final ClassName request;
    private final ClassName self;

    BuilderEmitter(OperationModel model, ApiNames names) {
        this.model = model;
        this.names = names;
        this.types = new JavaTypes(names);
        this.request = names.request(model);
        this.self = names.builder(model);
    }

    TypeSpec emit() {
        TypeSpec.Builder type = TypeSpec.classBuilder(self)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Collects a request. Setters refuse null; not for use by several threads.\n");
        SetterEmitter setters = new SetterEmitter(self, types);
        for (ParameterModel each : model.parameters()) {
            type.addField(field(each));
        }
        ClassName options = JavaTypes.client("RequestOptions");
        type.addField(FieldSpec.builder(options.nestedClass("Builder"), "options", Modifier.PRIVATE)
                        .initializer("$T.builder()", options)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        for (ParameterModel each : model.parameters()) {
            type.addMethods(setters.emit(names.component(model, each), each.type(), ParameterText.sentences(each)));
        }
        return type.addMethod(options(options))
                .addMethod(changeOptions(options))
                .addMethod(extra("extraQuery", "Adds a query parameter that this SDK does not know.", "unencoded"))
                .addMethod(extra("extraHeader", "Adds a header that this SDK does not know.", "as it is to be sent"))
                .addMethod(build())
                .build();
    }

    private FieldSpec field(ParameterModel parameter) {
        TypeName type = types.component(parameter.type(), Presence.OPTIONAL);
        FieldSpec.Builder field = FieldSpec.builder(type, names.component(model, parameter), Modifier.PRIVATE);
        return parameter.type() instanceof TypeModel.ListOf
                ? field.initializer("$T.of()", List.class).build()
                : field.build();
    }

    private MethodSpec options(ClassName options) {
        return setter("options")
                .addParameter(options, "options")
                .addJavadoc("Replaces everything that goes with this one request beside its parameters.\n\n"
                        + "@param options deadlines, extra parameters and headers\n")
                .addStatement("this.options = options.toBuilder()")
                .addStatement("return this")
                .build();
    }

    private MethodSpec changeOptions(ClassName options) {
        TypeName change = ParameterizedTypeName.get(ClassName.get(Consumer.class), options.nestedClass("Builder"));
        return setter("options")
                .addParameter(change, "change")
                .addJavadoc("Changes what goes with this one request beside its parameters.\n\n"
                        + "@param change sets deadlines, extra parameters and headers\n")
                .addStatement("change.accept(options)")
                .addStatement("return this")
                .build();
    }

    private MethodSpec extra(String name, String first, String value) {
        return setter(name)
                .addParameter(String.class, "name")
                .addParameter(String.class, "value")
                .addJavadoc("$L\n\n@param name its name\n@param value its value, $L\n", first, value)
                .addStatement("options.$L(name, value)", name)
                .addStatement("return this")
                .build();
    }

    private MethodSpec.Builder setter(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(self);
    }

    private MethodSpec build() {
        MethodSpec.Builder build = MethodSpec.methodBuilder("build")
                .addModifiers(Modifier.PUBLIC)
                .returns(request)
                .addJavadoc(
                        "The request.\n\n@throws $T naming everything missing or broken\n",
                        JavaTypes.error("InvalidRequestException"));
        if (model.parameters().stream().anyMatch(each -> each.presence() == Presence.ALWAYS)) {
            build.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                            .addMember("value", "$S", "NullAway")
                            .build())
                    .addComment("The constructor refuses what is missing.");
        }
        return build.addStatement("return new $T($Loptions.build())", request, RequestEmitter.arguments(model, names))
                .build();
    }
}
