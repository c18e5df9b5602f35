package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.FieldModel;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.Paging;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.codegen.model.Result;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows the paths of a {@link Paging} through the records of a response, in the model and in code. */
final class ResponsePaths {

    private static final ClassName FIELDS = JavaTypes.json("FieldValues");

    private final ApiModel api;
    private final ApiNames names;

    ResponsePaths(ApiModel api, ApiNames names) {
        this.api = api;
        this.names = names;
    }

    /** The record of a row. */
    RecordModel rowRecord(OperationModel model) {
        TypeModel type = ((Result.Json) model.result()).type();
        for (String name : Objects.requireNonNull(model.paging()).items()) {
            type = field(record(type), name).type();
        }
        return record(((TypeModel.ListOf) type).element());
    }

    private RecordModel record(TypeModel type) {
        return Objects.requireNonNull(api.record(((TypeModel.RecordRef) type).name()));
    }

    static FieldModel field(RecordModel owner, String wireName) {
        return owner.fields().stream()
                .filter(field -> field.wireName().equals(wireName))
                .findFirst()
                .orElseThrow();
    }

    /** Statements that make a {@code Page} of the variables {@code at}, {@code response} and its {@code value}. */
    CodeBlock readPage(OperationModel model) {
        Paging paging = Objects.requireNonNull(model.paging());
        Reading reading = new Reading(((Result.Json) model.result()).type());
        CodeBlock rows = reading.items(paging.items());
        CodeBlock items = paging.items().isEmpty()
                ? rows
                : CodeBlock.of("$T.OPERATION.rows(response, $L)", names.operation(model), rows);
        CodeBlock.Builder page = CodeBlock.builder().add("return $T.of(at, $L, value)", JavaTypes.page("Page"), items);
        page.add(reading.unreadable(paging.items()));
        page.add(".withServerTime(response.serverTime().orElse(null))");
        if (paging.total() != null) {
            page.add(".withTotal($L)", reading.number(paging.total(), "total"));
            List<String> limit = reading.beside(paging.total(), paging.limit());
            if (limit != null) {
                page.add(".withLimit($L)", reading.number(limit, "limit"));
            }
        }
        if (paging.echo() != null) {
            if (paging.style() == Paging.Style.PAGE) {
                String number = reading.variable(paging.echo(), "echo");
                page.add(".withOffset($1L == null ? null : ($1L - 1L) * at.limit())", number);
            } else {
                page.add(".withOffset($L)", reading.number(paging.echo(), "echo"));
            }
        }
        if (paging.hasMore() != null) {
            page.add(".withHasMore($L)", reading.leaf(paging.hasMore()));
        }
        return reading.statements.addStatement(page.build()).build();
    }

    /** A record on the way, held in a variable. */
    private record Held(String variable, RecordModel model, boolean nullable) {}

    /** Reads one response; what it needs on the way becomes variables. */
    private final class Reading {

        private final CodeBlock.Builder statements = CodeBlock.builder();
        private final NameAllocator variables = NameAllocator.of(Set.of("at", "value", "response"));
        private final Map<List<String>, Held> held = new HashMap<>();

        Reading(TypeModel answer) {
            if (answer instanceof TypeModel.RecordRef) {
                held.put(List.of(), new Held("value", record(answer), false));
            }
        }

        /** The rows; a response without them, or without the objects around them, is no page. */
        CodeBlock items(List<String> path) {
            if (path.isEmpty()) {
                return CodeBlock.of("value");
            }
            Held parent = hold(parent(path), true);
            CodeBlock rows = CodeBlock.of("$L.$L()", parent.variable(), component(parent, path));
            return present(parent, path, rows, "a list");
        }

        /** Tells the page about rows that were no records, and about a list that cannot be trusted. */
        CodeBlock unreadable(List<String> path) {
            if (path.isEmpty()) {
                return CodeBlock.of(".withUnreadable($T.of(value).unreadable())", JavaTypes.json("UnexpectedContent"));
            }
            Held parent = hold(parent(path), true);
            CodeBlock.Builder code =
                    CodeBlock.builder().add(".withUnreadable($T.unreadable($L))", FIELDS, asked(parent, path));
            for (int depth = 1; depth <= path.size(); depth++) {
                List<String> step = path.subList(0, depth);
                Held owner = hold(parent(step), true);
                code.add(".withDoubt($T.doubt($L))", FIELDS, asked(owner, step));
            }
            return code.build();
        }

        /** Writes the arguments that tell of a field: the unexpected values of its record, and its index. */
        private CodeBlock asked(Held parent, List<String> path) {
            FieldModel field = field(parent.model(), path.get(path.size() - 1));
            return CodeBlock.of("$L.unexpected(), $L", parent.variable(), names.indexOutside(parent.model(), field));
        }

        /** A number, as an expression of type {@code Long}. */
        CodeBlock number(List<String> path, String wish) {
            String variable = variable(path, wish);
            return isLong(path)
                    ? CodeBlock.of("$L", variable)
                    : CodeBlock.of("$1L == null ? null : $1L.longValue()", variable);
        }

        /** The number of a name that lies beside another one in the response; null if there is none. */
        @Nullable
        List<String> beside(List<String> path, String name) {
            boolean there = hold(parent(path), false).model().fields().stream()
                    .anyMatch(field -> field.wireName().equals(name)
                            && (field.type() == Scalar.INT || field.type() == Scalar.LONG));
            List<String> beside = new ArrayList<>(parent(path));
            beside.add(name);
            return there ? beside : null;
        }

        /** A number in a new variable, of type {@code Long} or {@code Integer} as the field has it. */
        String variable(List<String> path, String wish) {
            CodeBlock value = leaf(path);
            String variable = variables.allocate(wish);
            statements.addStatement("$T $L = $L", isLong(path) ? Long.class : Integer.class, variable, value);
            return variable;
        }

        private boolean isLong(List<String> path) {
            Held parent = hold(parent(path), false);
            return field(parent.model(), path.get(path.size() - 1)).type() == Scalar.LONG;
        }

        /** The value at a path, null if anything on the way is missing. */
        CodeBlock leaf(List<String> path) {
            Held parent = hold(parent(path), false);
            CodeBlock value = access(parent, path);
            return parent.nullable() ? CodeBlock.of("$L == null ? null : $L", parent.variable(), value) : value;
        }

        private Held hold(List<String> path, boolean required) {
            Held before = held.get(path);
            if (before != null) {
                return before;
            }
            Held parent = hold(parent(path), required);
            RecordModel model =
                    record(field(parent.model(), path.get(path.size() - 1)).type());
            String variable = variables.allocate(component(parent, path));
            statements.addStatement(
                    "$T $L = $L", names.type(model.name()), variable, required ? required(parent, path) : leaf(path));
            Held now = new Held(variable, model, !required);
            held.put(path, now);
            return now;
        }

        private CodeBlock required(Held parent, List<String> path) {
            CodeBlock direct = CodeBlock.of("$L.$L()", parent.variable(), component(parent, path));
            return present(parent, path, direct, "an object");
        }

        private CodeBlock present(Held parent, List<String> path, CodeBlock value, String expected) {
            return field(parent.model(), path.get(path.size() - 1)).presence() == Presence.ALWAYS
                    ? value // the accessor throws by itself
                    : CodeBlock.of(
                            "$T.present($L, $L, $S, $S)",
                            FIELDS,
                            value,
                            asked(parent, path),
                            "$." + String.join(".", path),
                            expected);
        }

        private CodeBlock access(Held parent, List<String> path) {
            String component = component(parent, path);
            return field(parent.model(), path.get(path.size() - 1)).presence() == Presence.ALWAYS
                    ? CodeBlock.of(
                            "$T.orNull($L::$L)",
                            JavaTypes.error("UnexpectedValueException"),
                            parent.variable(),
                            component)
                    : CodeBlock.of("$L.$L()", parent.variable(), component);
        }

        private String component(Held parent, List<String> path) {
            return names.component(parent.model(), field(parent.model(), path.get(path.size() - 1)));
        }

        private static List<String> parent(List<String> path) {
            return path.subList(0, path.size() - 1);
        }
    }
}
