package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.SourceLocation;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A heading, which says what its section is.
 *
 * @param kind what the section holds
 * @param name the name in backticks of the kinds that have one, the whole text of a title, else empty
 * @param at its place
 */
record Heading(Kind kind, String name, SourceLocation at) {

    private static final Pattern NAMED = Pattern.compile("(Operation|Record|Open enum)(?: .*)?");
    private static final Pattern NAME = Pattern.compile("(?:Operation|Record|Open enum) +`([^`]*)` *(?::.*)?");
    private static final Pattern PLAIN = Pattern.compile("(Parameters|Body|Sample part|Sample|Call) *(?::.*)?");
    private static final Pattern TYPE_NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern OPERATION_NAME = Pattern.compile("[a-z][A-Za-z0-9]*\\.[a-z][A-Za-z0-9]*");

    /** The kind of a section's content. */
    enum Kind {
        TITLE,
        OPERATION,
        PARAMETERS,
        BODY,
        SAMPLE,
        SAMPLE_PART,
        CALL,
        RECORD,
        OPEN_ENUM,
        PROSE
    }

    /** Reads a heading's text; one that begins like a named section and is none is reported. */
    static Heading of(String text, SourceLocation at, Problems problems) {
        Matcher plain = PLAIN.matcher(text);
        if (plain.matches()) {
            return new Heading(kind(plain.group(1)), "", at);
        }
        Matcher named = NAMED.matcher(text);
        if (!named.matches()) {
            return new Heading(Kind.PROSE, "", at);
        }
        Kind kind = kind(named.group(1));
        Matcher name = NAME.matcher(text);
        Pattern form = kind == Kind.OPERATION ? OPERATION_NAME : TYPE_NAME;
        if (!name.matches() || !form.matcher(name.group(1)).matches()) {
            String example = kind == Kind.OPERATION ? "`group.method`" : "`TypeName`";
            problems.add(at, "heading '" + text + "' needs a name: " + named.group(1) + " " + example);
            return new Heading(Kind.PROSE, "", at);
        }
        return new Heading(kind, name.group(1), at);
    }

    private static Kind kind(String words) {
        return switch (words) {
            case "Operation" -> Kind.OPERATION;
            case "Record" -> Kind.RECORD;
            case "Open enum" -> Kind.OPEN_ENUM;
            case "Parameters" -> Kind.PARAMETERS;
            case "Body" -> Kind.BODY;
            case "Sample" -> Kind.SAMPLE;
            case "Sample part" -> Kind.SAMPLE_PART;
            default -> Kind.CALL;
        };
    }
}
