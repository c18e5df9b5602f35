package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.ParameterModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/**
 * The parameters that several requests of an API begin with, word by word the same: their setters stand once, in a class
 * that the builders extend.
 */
final class SharedFilters {

    /** With fewer the class is hardly shorter than what it replaces. */
    private static final int ENOUGH = 4;

    private final ApiModel api;
    private final ApiNames names;
    private final JavaTypes types;
    private Optional<OperationModel> first = Optional.empty();
    private int count;

    SharedFilters(ApiModel api, ApiNames names) {
        this.api = api;
        this.names = names;
        this.types = new JavaTypes(names);
        int most = 0;
        for (OperationModel each : api.operations()) {
            for (int length = 1; length <= each.parameters().size(); length++) {
                int setters = length * users(each, length);
                if (setters > most) {
                    most = setters;
                    first = Optional.of(each);
                    count = length;
                }
            }
        }
    }

    /** How many requests begin as this one does; 0 if they are too few. */
    private int users(OperationModel first, int length) {
        int users = (int) api.operations().stream()
                .filter(other -> begins(first, other, length))
                .count();
        return users < ENOUGH ? 0 : users;
    }

    private boolean begins(OperationModel one, OperationModel other, int length) {
        return other.parameters().size() >= length
                && IntStream.range(0, length)
                        .allMatch(i -> same(
                                one,
                                one.parameters().get(i),
                                other,
                                other.parameters().get(i)));
    }

    private boolean same(OperationModel of, ParameterModel one, OperationModel ofOther, ParameterModel other) {
        return one.type().equals(other.type())
                && one.wireName().equals(other.wireName())
                && names.component(of, one).equals(names.component(ofOther, other))
                && ParameterText.sentences(of, names, one).equals(ParameterText.sentences(ofOther, names, other));
    }

    private boolean use(OperationModel model) {
        return first.filter(each -> begins(each, model, count)).isPresent();
    }

    /** Returns the class that the builder of a request extends. */
    ClassName superclass(OperationModel model) {
        return use(model) ? names.filters() : JavaTypes.client("RequestBuilder");
    }

    /** The parameters that the builder of a request has itself. */
    List<ParameterModel> own(OperationModel model) {
        return model.parameters()
                .subList(use(model) ? count : 0, model.parameters().size());
    }

    /** The class, if there is anything to share. */
    Optional<TypeSpec> emit() {
        return first.map(this::emit);
    }

    private TypeSpec emit(OperationModel of) {
        TypeVariableName self = TypeVariableName.get("B");
        TypeSpec.Builder type = TypeSpec.classBuilder(names.filters())
                .addModifiers(Modifier.ABSTRACT)
                .addTypeVariable(self.withBounds(ParameterizedTypeName.get(names.filters(), self)))
                .superclass(ParameterizedTypeName.get(JavaTypes.client("RequestBuilder"), self))
                .addJavadoc("The parameters that many requests begin with.\n");
        SetterEmitter setters = new SetterEmitter(self, "return self()", types);
        for (ParameterModel each : of.parameters().subList(0, count)) {
            String name = names.component(of, each);
            type.addField(BuilderEmitter.field(types, name, each.type()).build());
            type.addMethods(setters.emit(name, each.type(), ParameterText.setter(of, names, each)));
        }
        return type.build();
    }
}
