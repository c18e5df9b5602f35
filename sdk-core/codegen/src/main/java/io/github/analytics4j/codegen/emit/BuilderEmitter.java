package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.TypeModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The builder nested in a request record. */
final class BuilderEmitter {

    private final OperationModel model;
    private final SharedFilters shared;
    private final ApiNames names;
    private final JavaTypes types;
    private final ClassName request;
    private final ClassName self;

    BuilderEmitter(OperationModel model, SharedFilters shared, ApiNames names) {
        this.model = model;
        this.shared = shared;
        this.names = names;
        this.types = new JavaTypes(names);
        this.request = names.request(model);
        this.self = names.builder(model);
    }

    TypeSpec emit() {
        TypeSpec.Builder type = TypeSpec.classBuilder(self)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(shared.superclass(model), self))
                .addJavadoc("Collects a request. Setters refuse null; not for use by several threads.\n");
        SetterEmitter setters = new SetterEmitter(self, "return this", types);
        List<ParameterModel> own = shared.own(model);
        own.forEach(each -> type.addField(field(types, names.component(model, each), each.type())
                .addModifiers(Modifier.PRIVATE)
                .build()));
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        for (ParameterModel each : own) {
            type.addMethods(
                    setters.emit(names.component(model, each), each.type(), ParameterText.setter(model, names, each)));
        }
        return type.addMethod(build()).build();
    }

    static FieldSpec.Builder field(JavaTypes types, String name, TypeModel of) {
        FieldSpec.Builder field = FieldSpec.builder(types.component(of, Presence.OPTIONAL), name);
        return of instanceof TypeModel.ListOf ? field.initializer("$T.of()", List.class) : field;
    }

    private MethodSpec build() {
        MethodSpec.Builder build = MethodSpec.methodBuilder("build")
                .addModifiers(Modifier.PUBLIC)
                .returns(request)
                .addJavadoc(
                        "{@return the request}\n\n@throws $T naming everything missing or broken\n",
                        JavaTypes.error("InvalidRequestException"));
        if (model.parameters().stream().anyMatch(each -> each.presence() == Presence.ALWAYS)) {
            build.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                            .addMember("value", "$S", "NullAway")
                            .build())
                    .addComment("The constructor refuses what is missing.");
        }
        return build.addStatement("return new $T($Loptions())", request, RequestEmitter.arguments(model, names))
                .build();
    }
}
