package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.Result;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The implementation of an API interface over the transport: one line an operation, and more for those that page. */
final class ImplementationEmitter {

    private final String group;
    private final List<OperationModel> models;
    private final ApiNames names;
    private final OperationTypes types;
    private final PagingCode paging;

    ImplementationEmitter(String group, List<OperationModel> models, PagingCode paging, ApiNames names) {
        this.group = group;
        this.models = models;
        this.names = names;
        this.types = new OperationTypes(names);
        this.paging = paging;
    }

    TypeSpec emit() {
        TypeSpec.Builder type = TypeSpec.classBuilder(names.implementation(group))
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(names.api(group))
                .addField(JavaTypes.client("Transport"), "transport", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(JavaTypes.client("Transport"), "transport")
                        .addStatement("this.transport = transport")
                        .build());
        for (OperationModel model : models) {
            if (model.paging() != null) {
                TypeName paged = ParameterizedTypeName.get(JavaTypes.page("Paged"), paging.row(model));
                type.addMethod(override(names.method(model), paged, model)
                        .addCode(paging.call(model))
                        .build());
            } else if (model.result() instanceof Result.Link) {
                type.addMethod(override(names.method(model), types.answer(model), model)
                        .addStatement(
                                "return transport.download($T.OPERATION, $T.of(fill))",
                                names.operation(model),
                                names.request(model))
                        .build());
            }
            type.addMethod(override(names.prepare(model), types.invocation(model), model)
                    .addStatement(
                            "return transport.prepare($T.OPERATION, $T.of(fill)$L)",
                            names.operation(model),
                            names.request(model),
                            model.walkedInParts() == null ? "" : ".atOnce()")
                    .build());
            if (model.paging() != null) {
                type.addMethods(paging.glue(model));
            }
        }
        return type.build();
    }

    private MethodSpec.Builder override(String name, TypeName result, OperationModel model) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(result)
                .addParameter(types.fill(model), "fill");
    }
}
