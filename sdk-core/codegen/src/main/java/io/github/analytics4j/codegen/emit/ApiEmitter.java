package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.Result;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** The interface of a group of operations. */
final class ApiEmitter {
    private static final String GIVEN = "a lambda that sets parameters on the builder, or a request made before";

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
                .addJavadoc(
                        "The operations on $L. Safe for use by several threads.\n\n"
                                + "<p>Where a request is taken, a lambda over its builder will do, or a request made before. A test"
                                + " double overrides what its code calls; the rest throws {@link $T}.\n\n"
                                + "<p>A request that breaks a rule is an {@link $T} before anything is sent. One that was sent and"
                                + " has no good response is an {@link $T} if the server refused it, a {@link $T} if no response"
                                + " came, and an {@link $T} if that could not be read; a future completes with the same.\n",
                        JavadocText.escape(group),
                        UnsupportedOperationException.class,
                        JavaTypes.error("InvalidRequestException"),
                        JavaTypes.error("ApiException"),
                        JavaTypes.error("NoResponseException"),
                        JavaTypes.error("UnreadableResponseException"));
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

    /** A method of an operation. */
    private record Form(String name, TypeName result, CodeBlock doc, CodeBlock body) {}

    private Form walk(OperationModel model) {
        CodeBlock doc = CodeBlock.builder()
                .add(JavadocText.paragraphs(model.doc()))
                .add(tags(GIVEN, "the rows of all pages, walked lazily; nothing is sent before rows are asked for"))
                .add(seeVendor(model))
                .build();
        TypeName paged = ParameterizedTypeName.get(JavaTypes.page("Paged"), paging.row(model));
        return new Form(names.method(model), paged, doc, unsupported(names.method(model)));
    }

    private Form once(OperationModel model) {
        if (model.paging() != null) {
            CodeBlock doc = CodeBlock.of(
                    "Fetches one page alone, the one that the request names.\n$L",
                    tags(GIVEN, "the page with all that came along with its rows"));
            return new Form(names.once(model), types.answer(model), doc, body(model, "execute"));
        }
        CodeBlock.Builder doc = CodeBlock.builder().add(JavadocText.paragraphs(model.doc()));
        boolean file = model.result() instanceof Result.Link;
        String result =
                file ? "the file, not yet fetched; nothing is sent before it is asked for" : "the response, decoded";
        doc.add(tags(GIVEN, result)).add(seeVendor(model));
        CodeBlock body = file ? unsupported(names.once(model)) : body(model, "execute");
        return new Form(names.once(model), types.answer(model), doc.build(), body);
    }

    private Form async(OperationModel model) {
        CodeBlock doc = CodeBlock.of(
                "As {@link #$L($T)}, without blocking.\n$L",
                names.once(model),
                Consumer.class,
                tags("as there", "the response to come; canceling it cancels the request"));
        return new Form(names.async(model), types.future(model), doc, body(model, "executeAsync"));
    }

    private Form prepare(OperationModel model) {
        CodeBlock doc = CodeBlock.of(
                "Makes the request of {@link #$L($T)} without sending it.\n$L",
                names.once(model),
                Consumer.class,
                tags("as there", "the request, to be shown or sent"));
        return new Form(names.prepare(model), types.invocation(model), doc, unsupported(names.prepare(model)));
    }

    private CodeBlock body(OperationModel model, String end) {
        return CodeBlock.of("return $L(request).$L()", names.prepare(model), end);
    }

    /** Of what a test double leaves out. */
    private CodeBlock unsupported(String method) {
        String message = names.api(group).simpleName() + "." + method + " is not overridden";
        return CodeBlock.of("throw new $T($S)", UnsupportedOperationException.class, message);
    }

    private static CodeBlock tags(String request, String result) {
        return CodeBlock.of("\n@param request $L\n@return $L\n", request, result);
    }

    private static CodeBlock seeVendor(OperationModel model) {
        String url = model.vendorUrl().replace("\"", "%22");
        return CodeBlock.of("@see <a href=\"$L\">the vendor's page</a>\n", JavadocText.escape(url));
    }

    /**
     * A method that takes a request, be it a lambda over its builder or a request that stands, so that a test double has one
     * method to replace; and one with neither where nothing is required.
     */
    private void forms(TypeSpec.Builder type, OperationModel model, Form form) {
        type.addMethod(method(form)
                .addParameter(types.fill(model), "request")
                .addJavadoc(form.doc())
                .addStatement(form.body())
                .build());
        boolean main = form.name().equals(names.method(model));
        if (main && model.parameters().stream().noneMatch(each -> each.presence() == Presence.ALWAYS)) {
            type.addMethod(method(form)
                    .addJavadoc(
                            "{@return what {@link #$L($T)} returns, with nothing but defaults}\n",
                            form.name(),
                            Consumer.class)
                    .addStatement("return $L($T.builder().build())", form.name(), names.request(model))
                    .build());
        }
    }

    private static MethodSpec.Builder method(Form form) {
        return MethodSpec.methodBuilder(form.name())
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .returns(form.result());
    }
}
