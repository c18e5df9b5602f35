package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.analytics4j.codegen.model.JavaNames;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.Result;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The interface of a group of operations. */
final class ApiEmitter {

    private final String group;
    private final List<OperationModel> models;
    private final ApiNames names;
    private final OperationTypes types;
    private final PagingCode paging;

    ApiEmitter(String group, List<OperationModel> models, PagingCode paging, ApiNames names) {
        this.group = group;
        this.models = models;
        this.names = names;
        this.types = new OperationTypes(names);
        this.paging = paging;
    }

    TypeSpec emit() {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(names.api(group))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("The operations on $L. Safe for use by several threads.\n", JavadocText.escape(group));
        for (OperationModel model : models) {
            call(type, model);
            if (model.result() instanceof Result.Json) {
                async(type, model);
            }
            prepare(type, model);
        }
        return type.build();
    }

    private void call(TypeSpec.Builder type, OperationModel model) {
        TypeName result = model.paging() != null ? paged(model) : types.answer(model);
        String name = names.method(model);
        type.addMethod(abstractMethod(name, result, model)
                .addJavadoc("$L\n@param request what to ask for\n$L", doc(model), seeVendor(model))
                .build());
        type.addMethod(lambda(name, result, model, name));
        if (model.parameters().stream().noneMatch(each -> each.presence() == Presence.ALWAYS)) {
            type.addMethod(MethodSpec.methodBuilder(name)
                    .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                    .returns(result)
                    .addJavadoc("As {@link #$L($T)}, with nothing but defaults.\n", name, names.request(model))
                    .addStatement("return $L($T.builder().build())", name, names.request(model))
                    .build());
        }
    }

    private static CodeBlock doc(OperationModel model) {
        CodeBlock.Builder doc = CodeBlock.builder().add(JavadocText.paragraphs(model.doc()));
        if (model.paging() != null) {
            doc.add("\n<p>Nothing is sent before rows are asked for; all pages are walked, lazily.\n");
        } else if (model.result() instanceof Result.Link) {
            doc.add("\n<p>Nothing is sent before the file is asked for.\n");
        }
        return doc.build();
    }

    private static CodeBlock seeVendor(OperationModel model) {
        String url = model.vendorUrl().replace("\"", "%22");
        return CodeBlock.of("@see <a href=\"$L\">the vendor's page</a>\n", JavadocText.escape(url));
    }

    private TypeName paged(OperationModel model) {
        return ParameterizedTypeName.get(JavaTypes.page("Paged"), paging.row(model));
    }

    private void async(TypeSpec.Builder type, OperationModel model) {
        String name = names.method(model) + "Async";
        String what = model.paging() != null
                ? "Asks for one page alone, as the request has it, without blocking"
                : "As {@link #" + names.method(model) + "("
                        + names.request(model).simpleName() + ")}, without blocking";
        type.addMethod(abstractMethod(name, types.future(model), model)
                .addJavadoc("$L; canceling the future cancels the request.\n\n@param request what to ask for\n", what)
                .build());
        type.addMethod(lambda(name, types.future(model), model, name));
    }

    private void prepare(TypeSpec.Builder type, OperationModel model) {
        String name = "prepare" + JavaNames.pascal(names.method(model));
        type.addMethod(abstractMethod(name, types.invocation(model), model)
                .addJavadoc(
                        "$L without sending it: to look at, to send later, or for the whole answer and not its value alone.\n\n"
                                + "@param request what to ask for\n",
                        model.paging() != null ? "Makes the request for one page" : "Makes the request")
                .build());
        type.addMethod(lambda(name, types.invocation(model), model, name));
    }

    private MethodSpec.Builder abstractMethod(String name, TypeName result, OperationModel model) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .returns(result)
                .addParameter(names.request(model), "request");
    }

    private MethodSpec lambda(String name, TypeName result, OperationModel model, String target) {
        ClassName request = Objects.requireNonNull(names.request(model));
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .returns(result)
                .addParameter(types.fill(model), "request")
                .addJavadoc(
                        "As {@link #$L($T)}, the request filled in by a lambda.\n\n@param request sets what is wanted\n",
                        name,
                        request)
                .addStatement("return $L($T.of(request))", target, request)
                .build();
    }
}
