package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** {@code equals}, {@code hashCode} and {@code toString}. */
final class ObjectMethods {

    private ObjectMethods() {}

    /** Those of a value that is its text. */
    static List<MethodSpec> byText(ClassName self) {
        MethodSpec equals = override("equals")
                .returns(boolean.class)
                .addParameter(JavaTypes.nullable(ClassName.get(Object.class)), "other")
                .addStatement("return other instanceof $T that && text.equals(that.text)", self)
                .build();
        MethodSpec hashCode = override("hashCode")
                .returns(int.class)
                .addStatement("return text.hashCode()")
                .build();
        return List.of(equals, hashCode, toString(CodeBlock.of("text")));
    }

    /** {@code toString} with this result. */
    static MethodSpec toString(CodeBlock result) {
        return override("toString")
                .returns(String.class)
                .addStatement("return $L", result)
                .build();
    }

    private static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }
}
