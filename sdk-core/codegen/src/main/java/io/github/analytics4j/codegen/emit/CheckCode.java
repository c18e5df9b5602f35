package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import io.github.analytics4j.codegen.model.Check;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.util.Objects;

/** The checks in a request's constructor, as one chain that collects all mistakes. */
final class CheckCode {

    private final OperationModel model;
    private final ApiNames names;
    private final CodeBlock.Builder chain = CodeBlock.builder();

    CheckCode(OperationModel model, ApiNames names) {
        this.model = model;
        this.names = names;
    }

    /** The chain, empty if nothing is to be checked. */
    CodeBlock emit() {
        model.parameters().forEach(this::checkOne);
        model.checks().stream()
                .filter(check -> !check.equals(model.walkedInParts()))
                .forEach(this::checkTwo);
        return whole();
    }

    /** The chain for a request that is sent alone, whose range must not be longer than a single one may be. */
    CodeBlock emitAtOnce(Check.MaxDays days) {
        chain.add(
                ".maxDaysAtOnce($L, $L, $L, $S)",
                pair(days.from()),
                pair(days.to()),
                days.days(),
                names.method(model) + "(request)");
        return whole();
    }

    private CodeBlock whole() {
        return chain.isEmpty()
                ? chain.build()
                : CodeBlock.of(
                        "$T.of($S)$L.done()",
                        JavaTypes.error("RequestChecks"),
                        names.request(model).simpleName(),
                        chain.build());
    }

    private void checkOne(ParameterModel parameter) {
        String name = names.component(model, parameter);
        boolean text = parameter.type() == Scalar.ID
                || parameter.type() == Scalar.STRING
                || parameter.in() == ParameterModel.Place.PATH;
        if (parameter.presence() == Presence.ALWAYS) {
            chain.add(".required($S, $L)", name, name);
        } else if (text) {
            chain.add(".notBlank($S, $L)", name, name);
        }
        if (parameter.type() instanceof TypeModel.EnumRef) {
            chain.add(".notBlank($1S, $1L == null ? null : $1L.text())", name);
        }
        if (parameter.type() instanceof TypeModel.ListOf list) {
            boolean joined = parameter.in() == ParameterModel.Place.QUERY || list.element() == Scalar.ID;
            chain.add(joined ? ".joined($S, $L)" : ".elements($S, $L)", name, name);
        }
        if (parameter.type() == Scalar.DATE_OR_TIME) {
            chain.add(".time($1S, $1L == null ? null : $1L.toInstant())", name);
        } else if (parameter.type() == Scalar.DATE || parameter.type() instanceof TypeModel.Time) {
            chain.add(".time($1S, $1L)", name);
        }
        if (parameter.bounds() != null) {
            bounds(name, parameter.bounds());
        }
    }

    private void bounds(String name, ParameterModel.Bounds bounds) {
        if (bounds.min() != null && bounds.max() != null) {
            chain.add(".range($S, $L, $L, $L)", name, name, bounds.min(), bounds.max());
        } else if (bounds.min() != null) {
            chain.add(".min($S, $L, $L)", name, name, bounds.min());
        } else {
            chain.add(".max($S, $L, $L)", name, name, Objects.requireNonNull(bounds.max()));
        }
    }

    private void checkTwo(Check check) {
        if (check instanceof Check.Ordered ordered) {
            chain.add(".ordered($L, $L)", pair(ordered.first()), pair(ordered.second(), "latest"));
        } else if (check instanceof Check.MaxDays days) {
            chain.add(".maxDays($L, $L, $L)", pair(days.from()), pair(days.to()), days.days());
        }
    }

    private CodeBlock pair(String wireName) {
        return pair(wireName, "toInstant");
    }

    /** A day as an end goes on until its last moment. */
    private CodeBlock pair(String wireName, String asInstant) {
        ParameterModel parameter = Objects.requireNonNull(model.parameter(wireName));
        String name = names.component(model, parameter);
        return parameter.type() == Scalar.DATE_OR_TIME
                ? CodeBlock.of("$1S, $1L == null ? null : $1L.$2L()", name, asInstant)
                : CodeBlock.of("$1S, $1L", name);
    }
}
