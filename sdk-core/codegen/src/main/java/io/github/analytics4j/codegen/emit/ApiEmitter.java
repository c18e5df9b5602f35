package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.Result;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

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
            if (model.paging() != null) {
                forms(type, model, walk(model));
            }
            forms(type, model, once(model));
            if (model.result() instanceof Result.Json) {
                forms(type, model, async(model));
            }
            forms(type, model, prepare(model));
        }
        return type.build();
    }

    /** A method of an operation, to be had with a request, with a lambda, and with neither where nothing is required. */
    private record Form(
            String name,
            TypeName result,
            CodeBlock doc,
            @Nullable CodeBlock body) {}

    private Form walk(OperationModel model) {
        CodeBlock doc = CodeBlock.builder()
                .add(JavadocText.paragraphs(model.doc()))
                .add(
                        "\n<p>Nothing is sent before rows are asked for; all pages are walked, lazily.\n$L",
                        seeVendor(model))
                .build();
        TypeName paged = ParameterizedTypeName.get(JavaTypes.page("Paged"), paging.row(model));
        return new Form(names.method(model), paged, doc, null);
    }

    private Form once(OperationModel model) {
        if (model.paging() != null) {
            CodeBlock doc = CodeBlock.of("Fetches one page alone, the one that the request names.\n");
            return new Form(names.once(model), types.answer(model), doc, body(model, "execute"));
        }
        CodeBlock.Builder doc = CodeBlock.builder().add(JavadocText.paragraphs(model.doc()));
        boolean file = model.result() instanceof Result.Link;
        if (file) {
            doc.add("\n<p>Nothing is sent before the file is asked for.\n");
        }
        doc.add("\n$L", seeVendor(model));
        return new Form(names.once(model), types.answer(model), doc.build(), file ? null : body(model, "execute"));
    }

    private Form async(OperationModel model) {
        CodeBlock doc = CodeBlock.of(
                "As {@link #$L($T)}, without blocking; canceling it cancels the request.\n",
                names.once(model),
                names.request(model));
        return new Form(names.async(model), types.future(model), doc, body(model, "executeAsync"));
    }

    private Form prepare(OperationModel model) {
        CodeBlock doc = CodeBlock.of(
                "Makes the request of {@link #$L($T)} without sending it.\n", names.once(model), names.request(model));
        return new Form(names.prepare(model), types.invocation(model), doc, null);
    }

    private CodeBlock body(OperationModel model, String end) {
        return CodeBlock.of("return $L(request).$L()", names.prepare(model), end);
    }

    private static CodeBlock seeVendor(OperationModel model) {
        String url = model.vendorUrl().replace("\"", "%22");
        return CodeBlock.of("@see <a href=\"$L\">the vendor's page</a>\n", JavadocText.escape(url));
    }

    private void forms(TypeSpec.Builder type, OperationModel model, Form form) {
        ClassName request = names.request(model);
        MethodSpec.Builder whole = method(form).addParameter(request, "request").addJavadoc(form.doc());
        type.addMethod(
                form.body() == null
                        ? whole.addModifiers(Modifier.ABSTRACT).build()
                        : whole.addModifiers(Modifier.DEFAULT)
                                .addStatement(form.body())
                                .build());
        type.addMethod(method(form)
                .addModifiers(Modifier.DEFAULT)
                .addParameter(types.fill(model), "request")
                .addJavadoc("As {@link #$L($T)}, the request made by a lambda.\n", form.name(), request)
                .addStatement("return $L($T.of(request))", form.name(), request)
                .build());
        boolean main = form.name().equals(names.method(model));
        if (main && model.parameters().stream().noneMatch(each -> each.presence() == Presence.ALWAYS)) {
            type.addMethod(method(form)
                    .addModifiers(Modifier.DEFAULT)
                    .addJavadoc("As {@link #$L($T)}, with nothing but defaults.\n", form.name(), request)
                    .addStatement("return $L($T.builder().build())", form.name(), request)
                    .build());
        }
    }

    private static MethodSpec.Builder method(Form form) {
        return MethodSpec.methodBuilder(form.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(form.result());
    }
}
