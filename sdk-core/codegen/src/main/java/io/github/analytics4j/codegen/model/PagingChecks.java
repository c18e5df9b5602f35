package io.github.analytics4j.codegen.model;

import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules for paging: its parameters, paths and row fields are there and of the right type. */
final class PagingChecks {

    private final ApiModel model;
    private final Problems problems;

    PagingChecks(ApiModel model, Problems problems) {
        this.model = model;
        this.problems = problems;
    }

    void check(OperationModel operation) {
        Paging paging = operation.paging();
        if (paging == null) {
            return;
        }
        parameter(operation, paging.limit(), Scalar.INT);
        boolean moves = paging.style() != Paging.Style.WINDOW;
        if (moves != (paging.position() != null)) {
            problem(operation, moves ? "needs a position" : "by window has no position");
        }
        if (paging.position() != null) {
            parameter(operation, paging.position(), Scalar.INT, Scalar.LONG);
        }
        window(operation, paging);
        if (operation.result() instanceof Result.Json json) {
            row(operation, paging, follow(operation, json.type(), paging.items()));
            counts(operation, paging, json.type());
        } else {
            problem(operation, "needs a response with rows");
        }
    }

    private void window(OperationModel operation, Paging paging) {
        for (String end : new @Nullable String[] {paging.from(), paging.to()}) {
            ParameterModel parameter = operation.parameter(end);
            boolean time = parameter != null
                    && (parameter.type() instanceof TypeModel.Time
                            || parameter.type() == Scalar.DATE
                            || parameter.type() == Scalar.DATE_OR_TIME);
            if (end != null && !time) {
                problem(operation, "has a window end " + end + ", which is no parameter with a time");
            }
        }
        if (paging.style() == Paging.Style.WINDOW
                && (paging.time() == null || paging.from() == null || paging.to() == null)) {
            problem(operation, "by window needs both ends of the window and the time of a row");
        }
    }

    private void parameter(OperationModel operation, String wireName, Scalar... allowed) {
        ParameterModel parameter = operation.parameter(wireName);
        if (parameter == null) {
            problem(operation, "names the parameter " + wireName + ", which is not there");
        } else if (!List.<TypeModel>of(allowed).contains(parameter.type())) {
            problem(operation, "needs " + wireName + " to be of type " + words(allowed));
        }
    }

    private static String words(Scalar... types) {
        return Stream.of(types)
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
    }

    private void row(OperationModel operation, Paging paging, @Nullable TypeModel rows) {
        RecordModel row = rows instanceof TypeModel.ListOf list && list.element() instanceof TypeModel.RecordRef ref
                ? model.record(ref.name())
                : null;
        if (row == null) {
            problem(operation, "needs a list of objects at " + paging.items());
            return;
        }
        TypeModel id = type(row, paging.id());
        if (id != Scalar.STRING && id != Scalar.ID) {
            problem(operation, "needs the text field " + paging.id() + " in " + row.name());
        }
        if (paging.time() != null && !(type(row, paging.time()) instanceof TypeModel.Time)) {
            problem(operation, "needs the instant " + paging.time() + " in " + row.name());
        }
    }

    private void counts(OperationModel operation, Paging paging, TypeModel answer) {
        number(operation, answer, paging.total());
        number(operation, answer, paging.echo());
        if (paging.hasMore() != null && follow(operation, answer, paging.hasMore()) != Scalar.BOOLEAN) {
            problem(operation, "needs a boolean at " + paging.hasMore());
        }
    }

    private void number(OperationModel operation, TypeModel answer, @Nullable List<String> path) {
        if (path != null) {
            TypeModel type = follow(operation, answer, path);
            if (type != Scalar.LONG && type != Scalar.INT) {
                problem(operation, "needs a whole number at " + path);
            }
        }
    }

    private @Nullable TypeModel follow(OperationModel operation, TypeModel from, List<String> path) {
        TypeModel type = from;
        for (String name : path) {
            RecordModel owner = type instanceof TypeModel.RecordRef ref ? model.record(ref.name()) : null;
            TypeModel next = owner == null ? null : type(owner, name);
            if (next == null) {
                problem(operation, "leads along " + path + ", but there is no " + name);
                return null;
            }
            type = next;
        }
        return type;
    }

    private static @Nullable TypeModel type(RecordModel owner, String wireName) {
        return owner.fields().stream()
                .filter(field -> field.wireName().equals(wireName))
                .map(FieldModel::type)
                .findFirst()
                .orElse(null);
    }

    private void problem(OperationModel operation, String message) {
        problems.add(operation.location(), "the paging of " + operation.id() + " " + message);
    }
}
