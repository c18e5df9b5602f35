package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.Result;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The types around an operation. */
final class OperationTypes {

    private final ApiNames names;
    private final JavaTypes types;

    OperationTypes(ApiNames names) {
        this.names = names;
        this.types = new JavaTypes(names);
    }

    /** Returns the type of its response. */
    TypeName answer(OperationModel model) {
        return model.result() instanceof Result.Json json ? types.boxed(json.type()) : JavaTypes.download();
    }

    ParameterizedTypeName operation(OperationModel model) {
        return ParameterizedTypeName.get(JavaTypes.client("Operation"), names.request(model), answer(model));
    }

    ParameterizedTypeName invocation(OperationModel model) {
        return ParameterizedTypeName.get(JavaTypes.client("Invocation"), answer(model));
    }

    ParameterizedTypeName future(OperationModel model) {
        return ParameterizedTypeName.get(ClassName.get(CompletableFuture.class), answer(model));
    }

    /** A lambda over the request's builder. */
    ParameterizedTypeName fill(OperationModel model) {
        return ParameterizedTypeName.get(ClassName.get(Consumer.class), names.builder(model));
    }

    /** The call that ends the building of an operation. */
    CodeBlock answers(Result result) {
        return result instanceof Result.Json json
                ? CodeBlock.of(".json($L)", new CodecCode(names).codec(json.type(), false))
                : CodeBlock.of(".streamed($T::of)", JavaTypes.download());
    }
}
