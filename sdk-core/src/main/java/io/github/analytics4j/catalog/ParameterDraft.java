package io.github.analytics4j.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parameter in the making; called by generated code. */
public final class ParameterDraft {
    final String wireName;
    private final ParameterType type;
    private final boolean list;
    private final String doc;
    private final List<Choice> choices;
    String javaName;
    Parameter.Role role = Parameter.Role.FILTER;
    private boolean required;
    private @Nullable String defaultText;
    private @Nullable Long min;
    private @Nullable Long max;

    ParameterDraft(String wireName, ParameterType type, boolean list, String doc, List<Choice> choices) {
        this.wireName = wireName;
        this.type = type;
        this.list = list;
        this.doc = doc;
        this.choices = choices;
        this.javaName = camel(wireName);
    }

    /** It is required. */
    public ParameterDraft required() {
        this.required = true;
        return this;
    }

    /** What the vendor assumes without it. */
    public ParameterDraft byDefault(String text) {
        this.defaultText = text;
        return this;
    }

    /** What its number may be. */
    public ParameterDraft bounds(@Nullable Long least, @Nullable Long greatest) {
        this.min = least;
        this.max = greatest;
        return this;
    }

    /** The request's own name for it, where that is not the name on the wire in camel case. */
    public ParameterDraft named(String name) {
        this.javaName = name;
        return this;
    }

    Parameter finished(String name) {
        String[] said = doc.split("\n", -1);
        return new Parameter(
                name,
                wireName,
                type,
                list,
                required,
                said[0],
                said.length > 1 && !said[1].isEmpty() ? said[1] : null,
                said.length > 2 ? said[2] : null,
                defaultText,
                min,
                max,
                choices,
                role);
    }

    /** The name that generated code gives a wire name unless it says otherwise. */
    private static String camel(String wireName) {
        StringBuilder name = new StringBuilder();
        boolean up = false;
        for (int i = 0; i < wireName.length(); i++) {
            char c = wireName.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                up = !name.isEmpty();
            } else {
                name.append(name.isEmpty() ? Character.toLowerCase(c) : up ? Character.toUpperCase(c) : c);
                up = false;
            }
        }
        return name.toString();
    }
}
