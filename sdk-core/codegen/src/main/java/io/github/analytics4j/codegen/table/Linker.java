package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.EnumModel;
import io.github.analytics4j.codegen.model.FieldModel;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.codegen.model.Result;
import io.github.analytics4j.codegen.model.SourceLocation;
import io.github.analytics4j.codegen.model.TypeModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Checks what the parts of a file say about each other: names that clash, types that nothing uses. */
final class Linker {

    private final ApiModel api;
    private final Problems problems;
    private final Map<String, SourceLocation> typeNames = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    Linker(ApiModel api, Problems problems) {
        this.api = api;
        this.problems = problems;
    }

    void check() {
        typeNames();
        Map<String, SourceLocation> operations = new HashMap<>();
        for (OperationModel operation : api.operations()) {
            unique(operations, "operation", operation.group() + "." + operation.method(), operation.location());
            unique(typeNames, "type", operation.request(), operation.location());
            parameters(operation);
            new PathRules(operation, problems).check();
            new PagingRules(api, operation, problems).check();
            if (operation.result() instanceof Result.Json json) {
                use(json.type());
            }
        }
        unused();
    }

    private void typeNames() {
        for (RecordModel each : api.records()) {
            unique(typeNames, "type", each.name(), each.location());
            Map<String, SourceLocation> fields = new HashMap<>();
            Map<String, SourceLocation> javaNames = new HashMap<>();
            for (FieldModel field : each.fields()) {
                unique(fields, "field", field.wireName(), field.location());
                field.aliases().forEach(alias -> unique(fields, "field", alias, field.location()));
                if (!field.javaName().equals(field.wireName())) {
                    unique(javaNames, "Java name", field.javaName(), field.location());
                }
            }
        }
        for (EnumModel each : api.enums()) {
            unique(typeNames, "type", each.name(), each.location());
        }
    }

    private void parameters(OperationModel operation) {
        Map<String, SourceLocation> names = new HashMap<>();
        for (ParameterModel parameter : operation.parameters()) {
            unique(names, "parameter", parameter.wireName(), parameter.location());
            use(parameter.type());
        }
    }

    private void unique(Map<String, SourceLocation> names, String kind, String name, SourceLocation at) {
        SourceLocation first = names.putIfAbsent(name, at);
        if (first != null) {
            problems.add(at, kind + " '" + name + "' was already declared at line " + first.line());
        }
    }

    private void use(TypeModel type) {
        if (type instanceof TypeModel.ListOf list) {
            use(list.element());
        } else if (type instanceof TypeModel.MapOf map) {
            use(map.value());
        } else if (type instanceof TypeModel.EnumRef ref) {
            used.add(ref.name());
        } else if (type instanceof TypeModel.RecordRef ref && used.add(ref.name())) {
            RecordModel target = api.record(ref.name());
            if (target != null) {
                target.fields().forEach(field -> use(field.type()));
            }
        }
    }

    private void unused() {
        for (RecordModel each : api.records()) {
            if (!used.contains(each.name())) {
                problems.add(each.location(), "record '" + each.name() + "' is used by no operation");
            }
        }
        for (EnumModel each : api.enums()) {
            if (!used.contains(each.name())) {
                problems.add(each.location(), "open enum '" + each.name() + "' is used by no operation");
            }
        }
    }
}
