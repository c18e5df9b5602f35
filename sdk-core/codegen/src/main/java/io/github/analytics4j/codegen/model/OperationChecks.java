package io.github.analytics4j.codegen.model;

import io.github.analytics4j.codegen.model.ParameterModel.Place;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules for operations and their parameters. */
final class OperationChecks {

    private static final Pattern HOLE = Pattern.compile("\\{([^}]*)}");

    private final ApiModel model;
    private final Problems problems;

    OperationChecks(ApiModel model, Problems problems) {
        this.model = model;
        this.problems = problems;
    }

    void check(OperationModel operation) {
        if (operation.doc().meaning().isBlank()) {
            problems.add(operation.location(), "the operation " + operation.id() + " has no description");
        }
        if (!Set.of("GET", "POST").contains(operation.httpMethod())) {
            problems.add(operation.location(), operation.httpMethod() + " is not understood; GET and POST are");
        }
        Set<String> seen = new HashSet<>();
        for (ParameterModel each : operation.parameters()) {
            if (!seen.add(each.wireName())) {
                problems.add(each.location(), "the parameter " + each.wireName() + " is there twice");
            }
            parameter(operation, each);
        }
        path(operation);
        result(operation);
        operation.checks().forEach(check -> check(operation, check));
    }

    private void parameter(OperationModel operation, ParameterModel parameter) {
        String what = "parameter " + parameter.wireName();
        if (parameter.doc().meaning().isBlank()) {
            problems.add(parameter.location(), "the " + what + " has no description");
        }
        new TypeChecks(model, problems).check(what, parameter.type(), parameter.location());
        if (parameter.type() instanceof TypeModel.MapOf || parameter.type() instanceof TypeModel.RecordRef) {
            problems.add(parameter.location(), "the " + what + " is an object, which no parameter can be");
        }
        boolean number =
                Set.<TypeModel>of(Scalar.LONG, Scalar.INT, Scalar.DOUBLE).contains(parameter.type());
        if (parameter.bounds() != null && !number) {
            problems.add(parameter.location(), "the " + what + " has bounds and is no number");
        }
        if (parameter.in() == Place.BODY && operation.httpMethod().equals("GET")) {
            problems.add(parameter.location(), "the " + what + " is in the body, which a GET does not have");
        }
        boolean text = parameter.type() == Scalar.STRING || parameter.type() == Scalar.ID;
        if (parameter.in() == Place.PATH && (!text || parameter.presence() != Presence.ALWAYS)) {
            problems.add(
                    parameter.location(), "the " + what + " is in the path, so it must be a required string or id");
        }
    }

    private void path(OperationModel operation) {
        Set<String> holes = new LinkedHashSet<>();
        Matcher hole = HOLE.matcher(operation.path());
        while (hole.find()) {
            holes.add(hole.group(1));
        }
        for (ParameterModel each : operation.parameters()) {
            if (each.in() == Place.PATH && !holes.remove(each.wireName())) {
                problems.add(each.location(), "the path " + operation.path() + " has no place for " + each.wireName());
            }
        }
        for (String each : holes) {
            problems.add(operation.location(), "nothing fills " + each + " of the path " + operation.path());
        }
    }

    private void result(OperationModel operation) {
        if (!(operation.result() instanceof Result.Json json)) {
            return;
        }
        TypeModel type = json.type() instanceof TypeModel.ListOf list ? list.element() : json.type();
        if (!(type instanceof TypeModel.RecordRef)) {
            problems.add(
                    operation.location(),
                    "the operation " + operation.id() + " must answer an object or a list of objects");
        }
        new TypeChecks(model, problems).check("answer of " + operation.id(), type, operation.location());
    }

    private void check(OperationModel operation, Check check) {
        if (check instanceof Check.Ordered ordered) {
            String first = kind(operation, ordered.first());
            String second = kind(operation, ordered.second());
            if (first != null && second != null && !first.equals(second)) {
                problems.add(
                        operation.location(),
                        ordered.first() + " and " + ordered.second() + " cannot be compared: " + first + " and "
                                + second);
            }
        } else if (check instanceof Check.MaxDays days) {
            time(operation, days.from());
            time(operation, days.to());
        }
    }

    private void time(OperationModel operation, String wireName) {
        String kind = kind(operation, wireName);
        if ("number".equals(kind)) {
            problems.add(operation.location(), "a rule counts days from or to " + wireName + ", which is no time");
        }
    }

    private @Nullable String kind(OperationModel operation, String wireName) {
        ParameterModel parameter = operation.parameter(wireName);
        if (parameter == null) {
            problems.add(operation.location(), "a rule names the parameter " + wireName + ", which is not there");
            return null;
        }
        TypeModel type = parameter.type();
        if (type instanceof TypeModel.Time || type == Scalar.DATE_OR_TIME) {
            return "instant";
        }
        if (type == Scalar.LONG || type == Scalar.INT || type == Scalar.DOUBLE) {
            return "number";
        }
        if (type != Scalar.DATE) {
            problems.add(
                    operation.location(), "a rule compares " + wireName + ", which is neither a number nor a time");
        }
        return type == Scalar.DATE ? "date" : null;
    }
}
