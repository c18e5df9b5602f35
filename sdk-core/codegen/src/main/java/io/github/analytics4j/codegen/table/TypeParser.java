package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.SourceLocation;
import io.github.analytics4j.codegen.model.TimeForm;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text of a type to the type. Knows the names of the file's records and open enums. */
final class TypeParser {

    private static final int MAX_DEPTH = 4;
    private static final Map<String, TypeModel> SIMPLE = simple();

    private final Set<String> records;
    private final Set<String> enums;
    private final Problems problems;

    TypeParser(Set<String> records, Set<String> enums, Problems problems) {
        this.records = records;
        this.enums = enums;
        this.problems = problems;
    }

    /** The type, or null after a report. */
    @Nullable
    TypeModel parse(String text, SourceLocation at) {
        return parse(text.strip(), at, MAX_DEPTH);
    }

    private @Nullable TypeModel parse(String text, SourceLocation at, int depth) {
        TypeModel simple = SIMPLE.get(text);
        if (simple != null) {
            return simple;
        }
        if (depth > 0 && text.startsWith("list<") && text.endsWith(">")) {
            TypeModel element = parse(text.substring(5, text.length() - 1).strip(), at, depth - 1);
            return element == null ? null : new TypeModel.ListOf(element);
        }
        if (depth > 0 && text.startsWith("map<") && text.endsWith(">")) {
            TypeModel value = parse(text.substring(4, text.length() - 1).strip(), at, depth - 1);
            return value == null ? null : new TypeModel.MapOf(value);
        }
        return named(text, at);
    }

    private @Nullable TypeModel named(String text, SourceLocation at) {
        if (records.contains(text)) {
            return new TypeModel.RecordRef(text);
        }
        if (enums.contains(text)) {
            return new TypeModel.EnumRef(text);
        }
        if (!text.isEmpty() && Character.isUpperCase(text.charAt(0))) {
            problems.add(at, "no record and no open enum of this file is called '" + text + "'");
        } else if (!text.isEmpty()) {
            problems.add(
                    at,
                    "unknown type '" + text + "'; the types are " + String.join(", ", SIMPLE.keySet())
                            + ", list<…>, map<…> and the names of records and open enums");
        }
        return null;
    }

    private static Map<String, TypeModel> simple() {
        Map<String, TypeModel> simple = new LinkedHashMap<>();
        simple.put("string", Scalar.STRING);
        simple.put("word", Scalar.STRING);
        simple.put("id", Scalar.ID);
        simple.put("long", Scalar.LONG);
        simple.put("int", Scalar.INT);
        simple.put("double", Scalar.DOUBLE);
        simple.put("money", Scalar.MONEY);
        simple.put("boolean", Scalar.BOOLEAN);
        simple.put("date", Scalar.DATE);
        simple.put("date-or-time", Scalar.DATE_OR_TIME);
        for (TimeForm form : TimeForm.values()) {
            simple.put("instant(" + form + ")", new TypeModel.Time(form));
        }
        simple.put("period", Scalar.PERIOD);
        simple.put("bucket", Scalar.BUCKET);
        simple.put("weekday", Scalar.WEEKDAY);
        simple.put("any", Scalar.ANY);
        return simple;
    }
}
