package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.EnumModel;
import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.codegen.model.Result;
import io.github.analytics4j.codegen.model.TypeModel;
import java.util.HashSet;
import java.util.Set;

/** Reports records and open enums that no operation leads to: most likely a name was mistaken somewhere. */
final class UnusedTypes {

    private final ApiModel api;
    private final Set<String> used = new HashSet<>();

    private UnusedTypes(ApiModel api) {
        this.api = api;
    }

    static void report(ApiModel api, Problems problems) {
        UnusedTypes types = new UnusedTypes(api);
        types.useAll();
        for (RecordModel each : api.records()) {
            if (!types.used.contains(each.name())) {
                problems.add(each.location(), "no operation uses the record " + each.name());
            }
        }
        for (EnumModel each : api.enums()) {
            if (!types.used.contains(each.name())) {
                problems.add(each.location(), "no operation uses the open enum " + each.name());
            }
        }
    }

    private void useAll() {
        api.operations().forEach(operation -> {
            operation.parameters().forEach(parameter -> use(parameter.type()));
            if (operation.result() instanceof Result.Json json) {
                use(json.type());
            }
        });
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
}
