package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.ParameterModel.Place;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.Problems;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that an operation's path and its parameters agree. */
final class PathRules {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    private final OperationModel operation;
    private final Problems problems;

    PathRules(OperationModel operation, Problems problems) {
        this.operation = operation;
        this.problems = problems;
    }

    void check() {
        Set<String> names = new HashSet<>();
        Matcher placeholder = PLACEHOLDER.matcher(operation.path());
        while (placeholder.find()) {
            names.add(placeholder.group(1));
        }
        for (ParameterModel parameter : operation.parameters()) {
            if (parameter.in() == Place.PATH) {
                names.remove(parameter.wireName());
                if (parameter.presence() != Presence.ALWAYS) {
                    problems.add(
                            parameter.location(),
                            "parameter '" + parameter.wireName() + "' is in the path, so it is required");
                }
            }
            if (parameter.in() == Place.BODY && operation.httpMethod().equals("GET")) {
                problems.add(parameter.location(), "a GET request has no body");
            }
        }
        for (String name : names) {
            problems.add(operation.location(), "the path holds {" + name + "}, which is no parameter of the operation");
        }
        if (PLACEHOLDER.matcher(operation.path()).replaceAll("").matches(".*[{}].*")) {
            problems.add(operation.location(), "the path has a brace without its other half");
        }
    }
}
