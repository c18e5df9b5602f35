package io.github.analytics4j.codegen.model;

import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.util.HashSet;
import java.util.Set;

/** The rules for records and enums. */
final class RecordChecks {

    /** Core keeps the presence of a record's fields in the bits of a long. */
    private static final int MAX_FIELDS = 64;

    private final ApiModel model;
    private final Problems problems;

    RecordChecks(ApiModel model, Problems problems) {
        this.model = model;
        this.problems = problems;
    }

    void check(EnumModel each) {
        described("enum " + each.name(), each.doc(), each.location());
        if (each.values().isEmpty()) {
            problems.add(each.location(), "the enum " + each.name() + " has no values");
        }
        Set<String> seen = new HashSet<>();
        for (EnumModel.Value value : each.values()) {
            if (!seen.add(value.wire())) {
                problems.add(each.location(), "the enum " + each.name() + " has " + value.wire() + " twice");
            }
        }
    }

    void check(RecordModel each) {
        described("record " + each.name(), each.doc(), each.location());
        if (each.fields().size() > MAX_FIELDS) {
            problems.add(
                    each.location(),
                    "the record " + each.name() + " has " + each.fields().size() + " fields, at most " + MAX_FIELDS
                            + " are possible");
        }
        Set<String> seen = new HashSet<>();
        for (FieldModel field : each.fields()) {
            field(each, field);
            unique(seen, field, field.wireName());
            field.aliases().forEach(alias -> unique(seen, field, alias));
            if (field.aliases().size() > 1) {
                problems.add(
                        field.location(),
                        "the field " + field.wireName() + " has the aliases " + field.aliases()
                                + ", at most one is possible");
            }
        }
    }

    private void unique(Set<String> seen, FieldModel field, String wireName) {
        if (!seen.add(wireName)) {
            problems.add(field.location(), "the field " + wireName + " is there twice");
        }
    }

    private void field(RecordModel owner, FieldModel field) {
        String what = "field " + owner.name() + "." + field.wireName();
        described(what, field.doc(), field.location());
        measured(what, field.type(), field.doc(), field.location());
        new TypeChecks(model, problems).check(what, field.type(), field.location());
        if (field.type() == Scalar.DATE_OR_TIME) {
            problems.add(field.location(), "the " + what + " is a date-or-time, which only requests have");
        }
    }

    private void described(String what, Doc doc, SourceLocation location) {
        if (doc.meaning().isBlank()) {
            problems.add(location, "the " + what + " has no description");
        }
    }

    private void measured(String what, TypeModel type, Doc doc, SourceLocation location) {
        boolean measure = type == Scalar.DOUBLE || type == Scalar.LONG || type == Scalar.INT || type == Scalar.MONEY;
        if (measure && doc.unit() == null && doc.scale() == null) {
            problems.add(location, "the " + what + " is a number and says neither its unit nor its scale");
        }
    }
}
