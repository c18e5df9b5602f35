package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.FieldModel;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.Paging;
import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.codegen.model.Result;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks that what an operation's paging names in the answer is there and of a type to walk by. */
final class PagingRules {

    private final ApiModel api;
    private final OperationModel operation;
    private final Problems problems;

    PagingRules(ApiModel api, OperationModel operation, Problems problems) {
        this.api = api;
        this.operation = operation;
        this.problems = problems;
    }

    void check() {
        Paging paging = operation.paging();
        if (paging == null) {
            return;
        }
        TypeModel answer = operation.result() instanceof Result.Json json ? json.type() : null;
        TypeModel rows = resolve(answer, paging.items());
        if (!(rows instanceof TypeModel.ListOf list)) {
            report("rows", paging.items(), "a list");
        } else {
            expect("id", resolve(list.element(), List.of(paging.id())), List.of(paging.id()), Scalar.ID, Scalar.STRING);
            time(paging, list.element());
        }
        number("total", answer, paging.total());
        number("echo", answer, paging.echo());
        if (paging.hasMore() != null) {
            expect("more", resolve(answer, paging.hasMore()), paging.hasMore(), Scalar.BOOLEAN);
        }
    }

    private void time(Paging paging, TypeModel row) {
        String time = paging.time();
        if (time != null && !(resolve(row, List.of(time)) instanceof TypeModel.Time)) {
            report("time", List.of(time), "a point in time");
        }
    }

    private void number(String role, @Nullable TypeModel answer, @Nullable List<String> path) {
        if (path != null) {
            expect(role, resolve(answer, path), path, Scalar.LONG, Scalar.INT);
        }
    }

    private void expect(String role, @Nullable TypeModel found, List<String> path, Scalar... types) {
        if (found == null || !List.<TypeModel>of(types).contains(found)) {
            report(role, path, "a " + types[0].name().toLowerCase(Locale.ROOT));
        }
    }

    private void report(String role, List<String> path, String wanted) {
        String name = path.isEmpty() ? "the answer itself" : "'" + String.join(".", path) + "'";
        problems.add(operation.location(), "paging takes " + name + " for its " + role + ", which is not " + wanted);
    }

    private @Nullable TypeModel resolve(@Nullable TypeModel from, List<String> path) {
        TypeModel at = from;
        for (String name : path) {
            RecordModel holder = at instanceof TypeModel.RecordRef ref ? api.record(ref.name()) : null;
            at = holder == null
                    ? null
                    : holder.fields().stream()
                            .filter(field -> field.wireName().equals(name))
                            .map(FieldModel::type)
                            .findFirst()
                            .orElse(null);
        }
        return at;
    }
}
