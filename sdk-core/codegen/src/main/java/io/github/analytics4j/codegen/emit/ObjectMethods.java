package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import javax.lang.model.element.Modifier;

/** Methods that every object has. */
final class ObjectMethods {

    private ObjectMethods() {}

    /** {@code toString} with this result. */
    static MethodSpec toString(CodeBlock result) {
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return $L", result)
                .build();
    }
}
