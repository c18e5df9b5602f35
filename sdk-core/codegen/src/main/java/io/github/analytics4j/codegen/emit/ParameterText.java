package io.github.analytics4j.codegen.emit;

import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.Presence;
import java.util.Objects;

/** What the Javadoc says about a parameter. */
final class ParameterText {

    private ParameterText() {}

    /** Meaning, unit and scale, then whether it is required, its default and its bounds. */
    static String sentences(ParameterModel parameter) {
        StringBuilder text = new StringBuilder(JavadocText.sentences(parameter.doc()));
        if (parameter.presence() == Presence.ALWAYS) {
            text.append(" Required.");
        }
        if (parameter.defaultText() != null) {
            text.append(" Default: ").append(JavadocText.sentence(JavadocText.escape(parameter.defaultText())));
        }
        if (parameter.bounds() != null) {
            text.append(' ').append(bounds(parameter.bounds()));
        }
        return text.toString();
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
