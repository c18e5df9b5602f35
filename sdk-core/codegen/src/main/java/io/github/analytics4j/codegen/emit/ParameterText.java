package io.github.analytics4j.codegen.emit;

import io.github.analytics4j.codegen.model.Check;
import io.github.analytics4j.codegen.model.Doc;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.TypeModel;
import java.util.Objects;

/** Writes the Javadoc of a parameter. */
final class ParameterText {

    private ParameterText() {}

    /**
     * Writes the comment of a setter.
     *
     * @param meaning what the parameter is for
     * @param value what the value may be, and its name on the wire
     */
    record Setter(String meaning, String value) {}

    static Setter setter(OperationModel operation, ApiNames names, ParameterModel parameter) {
        Doc doc = parameter.doc();
        String value = JavadocText.code(parameter.wireName()) + " on the wire. "
                + JavadocText.sentences(new Doc("", doc.unit(), doc.scale()));
        return new Setter(
                JavadocText.sentences(Doc.of(doc.meaning())),
                (value.strip() + conditions(operation, names, parameter)).strip());
    }

    /** Meaning, unit and scale, then whether it is required, its default, its bounds, and the rules that it is part of. */
    static String sentences(OperationModel operation, ApiNames names, ParameterModel parameter) {
        return JavadocText.sentences(parameter.doc()) + conditions(operation, names, parameter);
    }

    private static String conditions(OperationModel operation, ApiNames names, ParameterModel parameter) {
        StringBuilder text = new StringBuilder();
        if (parameter.presence() == Presence.ALWAYS) {
            text.append(" Required.");
        }
        if (parameter.defaultText() != null) {
            text.append(" Default: ").append(JavadocText.sentence(JavadocText.escape(parameter.defaultText())));
        }
        if (parameter.bounds() != null) {
            text.append(' ').append(bounds(parameter.bounds()));
        }
        for (Check check : operation.checks()) {
            text.append(rule(operation, names, parameter.wireName(), check));
        }
        return text.toString();
    }

    private static String rule(OperationModel operation, ApiNames names, String wireName, Check check) {
        if (check instanceof Check.Ordered ordered && ordered.first().equals(wireName)) {
            TypeModel type =
                    Objects.requireNonNull(operation.parameter(wireName)).type();
            boolean number =
                    type == TypeModel.Scalar.LONG || type == TypeModel.Scalar.INT || type == TypeModel.Scalar.DOUBLE;
            return (number ? " Not above" : " Not after") + " {@code " + names.component(operation, ordered.second())
                    + "}.";
        } else if (check instanceof Check.MaxDays days
                && (days.from().equals(wireName) || days.to().equals(wireName))) {
            boolean isFrom = days.from().equals(wireName);
            return " At most " + days.days() + " days " + (isFrom ? "before" : "after") + " {@code "
                    + names.component(operation, isFrom ? days.to() : days.from())
                    + (days.equals(operation.walkedInParts()) ? "} in one request; a walk takes more." : "}.");
        }
        return "";
    }

    private static String bounds(ParameterModel.Bounds bounds) {
        if (bounds.min() != null && bounds.max() != null) {
            return bounds.min() + " to " + bounds.max() + ".";
        }
        return bounds.min() != null
                ? "At least " + bounds.min() + "."
                : "At most " + Objects.requireNonNull(bounds.max()) + ".";
    }
}
