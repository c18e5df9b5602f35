package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.analytics4j.codegen.model.Check;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.TypeModel;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** A request record: complete or refused, all mistakes named at once. */
final class RequestEmitter {

    private final OperationModel model;
    private final SharedFilters shared;
    private final ApiNames names;
    private final JavaTypes types;
    private final ClassName self;
    private final ClassName builder;

    RequestEmitter(OperationModel model, SharedFilters shared, ApiNames names) {
        this.model = model;
        this.shared = shared;
        this.names = names;
        this.types = new JavaTypes(names);
        this.self = names.request(model);
        this.builder = names.builder(model);
    }

    TypeSpec emit() {
        TypeSpec.Builder type = TypeSpec.recordBuilder(self)
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(ParameterizedTypeName.get(ClassName.get(Consumer.class), builder))
                .addJavadoc(javadoc())
                .recordConstructor(components())
                .addMethod(compactConstructor())
                .addMethod(of())
                .addMethod(builderMethod())
                .addMethod(toBuilder())
                .addMethod(accept())
                .addMethod(ObjectMethods.toString(CodeBlock.of("$T.OPERATION.describe(this)", names.operation(model))))
                .addType(new BuilderEmitter(model, shared, names).emit());
        Check.MaxDays longest = model.walkedInParts();
        if (longest != null) {
            type.addMethod(MethodSpec.methodBuilder("atOnce")
                    .returns(self)
                    .addJavadoc("This request, if its range is short enough for a single one.\n")
                    .addStatement(new CheckCode(model, names).emitAtOnce(longest))
                    .addStatement("return this")
                    .build());
        }
        if (model.parameters().stream().anyMatch(each -> each.in() == ParameterModel.Place.BODY)) {
            type.addType(new BodyEmitter(model, names).emit());
        }
        return type.build();
    }

    private CodeBlock javadoc() {
        CodeBlock.Builder javadoc = CodeBlock.builder()
                .add(
                        "The parameters of {@link $T#$L}. Immutable; checked when it is made.\n\n",
                        names.api(model.group()),
                        names.method(model));
        for (ParameterModel each : model.parameters()) {
            javadoc.add(JavadocText.param(names.component(model, each), ParameterText.sentences(model, names, each)));
        }
        return javadoc.add(JavadocText.param("options", "its deadline, extra parameters and headers"))
                .build();
    }

    private MethodSpec components() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        for (ParameterModel each : model.parameters()) {
            TypeName type = types.component(each.type(), each.presence());
            constructor.addParameter(
                    ParameterSpec.builder(type, names.component(model, each)).build());
        }
        return constructor
                .addParameter(JavaTypes.client("RequestOptions"), "options")
                .build();
    }

    private MethodSpec compactConstructor() {
        MethodSpec.Builder constructor = MethodSpec.compactConstructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "Refuses what breaks the vendor's rules with one {@link $T} naming every mistake.\n",
                        JavaTypes.error("InvalidRequestException"));
        for (ParameterModel each : model.parameters()) {
            if (each.type() instanceof TypeModel.ListOf) {
                constructor.addStatement("$1L = $2T.copyOf($1L)", names.component(model, each), List.class);
            }
        }
        CodeBlock checks = new CheckCode(model, names).emit();
        return checks.isEmpty()
                ? constructor.build()
                : constructor.addStatement(checks).build();
    }

    private MethodSpec of() {
        return MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(self)
                .addParameter(ParameterizedTypeName.get(ClassName.get(Consumer.class), builder), "fill")
                .addJavadoc("{@return the request that the lambda fills in; the same one if it is a request}\n")
                .addJavadoc("\n@param fill a lambda that sets parameters on the builder, or a request made before\n")
                .addStatement(
                        "return fill instanceof $T request ? request : builder().with($T.requireNonNull(fill, $S)).build()",
                        self,
                        Objects.class,
                        "request")
                .build();
    }

    private MethodSpec builderMethod() {
        return MethodSpec.methodBuilder("builder")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(builder)
                .addJavadoc("{@return a builder with nothing set}\n")
                .addStatement("return new $T()", builder)
                .build();
    }

    private MethodSpec toBuilder() {
        return MethodSpec.methodBuilder("toBuilder")
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addJavadoc("{@return a builder with everything set as it is here}\n")
                .addStatement("return builder().with(this)")
                .build();
    }

    private MethodSpec accept() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("accept")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(builder, "builder")
                .addJavadoc(
                        "Sets everything as it is here, so that a request stands where a lambda over its builder does.\n")
                .addStatement("builder.options(options)");
        for (ParameterModel each : model.parameters()) {
            method.addStatement("builder.$1L = $1L", names.component(model, each));
        }
        return method.build();
    }

    /** The components as arguments. */
    static String arguments(OperationModel model, ApiNames names) {
        return model.parameters().stream()
                .map(each -> names.component(model, each) + ", ")
                .collect(Collectors.joining());
    }
}
