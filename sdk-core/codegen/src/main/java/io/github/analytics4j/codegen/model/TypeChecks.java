package io.github.analytics4j.codegen.model;

import io.github.analytics4j.codegen.model.TypeModel.Scalar;

/** The rules for types: what they refer to is there, and lists hold what a list can. */
final class TypeChecks {

    private final ApiModel model;
    private final Problems problems;

    TypeChecks(ApiModel model, Problems problems) {
        this.model = model;
        this.problems = problems;
    }

    void check(String what, TypeModel type, SourceLocation location) {
        if (type instanceof TypeModel.RecordRef ref && model.record(ref.name()) == null) {
            problems.add(location, "the " + what + " is of type " + ref.name() + ", which is no record here");
        } else if (type instanceof TypeModel.EnumRef ref && model.enumOf(ref.name()) == null) {
            problems.add(location, "the " + what + " is of type " + ref.name() + ", which is no enum here");
        } else if (type instanceof TypeModel.ListOf list) {
            element(what, list.element(), location);
        } else if (type instanceof TypeModel.MapOf map) {
            element(what, map.value(), location);
        }
    }

    private void element(String what, TypeModel element, SourceLocation location) {
        if (element == Scalar.WEEKDAY || element == Scalar.DATE_OR_TIME) {
            problems.add(
                    location, "the " + what + " holds many of type " + element + ", of which there can be but one");
        }
        check(what, element, location);
    }
}
