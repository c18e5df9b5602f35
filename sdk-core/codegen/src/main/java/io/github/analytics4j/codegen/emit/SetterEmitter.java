package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The setters of one parameter: in its own type, and in those that are handier. */
final class SetterEmitter {

    private final TypeName builder;
    private final String end;
    private final JavaTypes types;

    /** Of a builder; its methods end with this statement. */
    SetterEmitter(TypeName builder, String end, JavaTypes types) {
        this.builder = builder;
        this.end = end;
        this.types = types;
    }

    List<MethodSpec> emit(String name, TypeModel type, ParameterText.Setter doc) {
        if (type instanceof TypeModel.ListOf list) {
            return List.of(varargs(name, list.element()), collection(name, list.element(), doc));
        } else if (type instanceof TypeModel.EnumRef) {
            CodeBlock parsed =
                    CodeBlock.of("$T.of($T.requireNonNull($L, $S))", types.boxed(type), Objects.class, name, name);
            return List.of(
                    plain(name, type, doc),
                    converting(name, ClassName.get(String.class), parsed, types.boxed(type), "its text on the wire"));
        } else if (type == Scalar.DATE_OR_TIME) {
            ClassName either = JavaTypes.json("DateOrTime");
            CodeBlock made = CodeBlock.of("$T.of($T.requireNonNull($L, $S))", either, Objects.class, name, name);
            return List.of(
                    plain(name, type, doc),
                    converting(name, ClassName.get(LocalDate.class), made, either, "a whole day"),
                    converting(name, ClassName.get(Instant.class), made, either, "a point in time"));
        }
        return List.of(plain(name, type, doc));
    }

    private MethodSpec plain(String name, TypeModel type, ParameterText.Setter doc) {
        TypeName plain = types.plain(type);
        MethodSpec.Builder setter = setter(name, doc).addParameter(plain, name);
        return plain.isPrimitive()
                ? setter.addStatement("this.$1L = $1L", name).addStatement(end).build()
                : setter.addStatement("this.$1L = $2T.requireNonNull($1L, $1S)", name, Objects.class)
                        .addStatement(end)
                        .build();
    }

    private MethodSpec converting(String name, ClassName from, CodeBlock made, TypeName plain, String what) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addParameter(from, name)
                .addJavadoc("As {@link #$1L($2T)}.\n\n@param $1L $3L\n@return this builder\n", name, plain, what)
                .addStatement("this.$L = $L", name, made)
                .addStatement(end)
                .build();
    }

    private MethodSpec varargs(String name, TypeModel element) {
        String same = "As {@link #" + name + "(Collection)}.";
        return setter(name, new ParameterText.Setter(same, "the values, each by itself; none takes back what was set"))
                .addParameter(ArrayTypeName.of(types.boxed(element)), name)
                .varargs()
                .addStatement("return $L($T.of($L))", name, List.class, name)
                .build();
    }

    private MethodSpec collection(String name, TypeModel element, ParameterText.Setter doc) {
        TypeName many = ParameterizedTypeName.get(
                ClassName.get(Collection.class), WildcardTypeName.subtypeOf(types.boxed(element)));
        return setter(name, doc)
                .addParameter(many, name)
                .addStatement("this.$1L = $2T.copyOf($3T.requireNonNull($1L, $1S))", name, List.class, Objects.class)
                .addStatement(end)
                .build();
    }

    private MethodSpec.Builder setter(String name, ParameterText.Setter doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addJavadoc("$L\n\n@param $L $L\n@return this builder\n", doc.meaning(), name, doc.value());
    }
}
