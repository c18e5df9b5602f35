package io.github.analytics4j.codegen.model;

import io.github.analytics4j.codegen.model.TableModel.Column;
import io.github.analytics4j.codegen.model.TableModel.Source;
import io.github.analytics4j.codegen.model.TableModel.Step;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds every list of rows that the operations of an API can give. */
public final class Tables {

    /** Objects inside a row whose fields are columns of their own. */
    private static final int DEEPEST = 4;

    private final ApiModel api;
    private final Set<String> taken = new HashSet<>();
    private final List<TableModel> found = new ArrayList<>();

    private Tables(ApiModel api) {
        this.api = api;
    }

    /** The tables in the order of operations, and of fields. */
    public static List<TableModel> of(ApiModel api) {
        Tables tables = new Tables(api);
        api.operations().forEach(tables::operation);
        return List.copyOf(tables.found);
    }

    /** Whether an operation orders a file: it makes something that another one of its group has as a file. */
    public static boolean isOrder(ApiModel api, OperationModel operation) {
        return !operation.repeatable()
                && operation.result() instanceof Result.Json
                && api.operations().stream()
                        .anyMatch(
                                each -> each.group().equals(operation.group()) && each.result() instanceof Result.Link);
    }

    /** The first part of every name: {@code synthflow}. */
    public static String prefix(OperationModel operation) {
        return operation.id().substring(0, operation.id().indexOf('.'));
    }

    private void operation(OperationModel operation) {
        if (!operation.repeatable() || !(operation.result() instanceof Result.Json json)) {
            return;
        }
        String base = base(operation);
        if (operation.paging() != null) {
            RecordModel row = row(json.type(), operation.paging().items());
            add(base, operation, row.doc().meaning(), Source.PAGES, List.of(), List.of(), columns(row));
        } else if (json.type() instanceof TypeModel.ListOf list) {
            RecordModel row = record(list.element());
            add(base, operation, row.doc().meaning(), Source.ELEMENTS, List.of(), List.of(), columns(row));
            inside(base, operation, Source.ELEMENTS, List.of(), row, true, Set.of(row.name()));
        } else {
            RecordModel answer = record(json.type());
            List<Column> scalars = scalars(answer, 0, true, Set.of(answer.name()));
            if (!scalars.isEmpty()) {
                add(base, operation, answer.doc().meaning(), Source.RESPONSE, List.of(), List.of(), scalars);
            }
            inside(base, operation, Source.RESPONSE, List.of(), answer, false, Set.of(answer.name()));
        }
    }

    /** API and operation; the group alone where the operation lists it. */
    private String base(OperationModel operation) {
        String name = TableModel.snake(operation.method().equals("list") ? operation.group() : operation.method());
        String wish = prefix(operation) + "_" + name;
        boolean used = found.stream()
                .anyMatch(each ->
                        !each.operation().equals(operation) && each.name().equals(wish));
        return used ? prefix(operation) + "_" + TableModel.snake(operation.group()) + "_" + name : wish;
    }

    private void add(
            String base,
            OperationModel operation,
            String doc,
            Source source,
            List<Step> steps,
            List<Column> parent,
            List<Column> columns) {
        add(base, operation, doc, source, steps, parent, columns, null);
    }

    private void add(
            String base,
            OperationModel operation,
            String doc,
            Source source,
            List<Step> steps,
            List<Column> parent,
            List<Column> columns,
            @Nullable TypeModel value) {
        if (columns.isEmpty() && value == null) {
            return; // a record of which nothing is documented
        }
        String name = steps.isEmpty() ? base : base + "_" + TableModel.way(steps);
        found.add(new TableModel(TableModel.free(name, taken), operation, doc, source, steps, parent, columns, value));
    }

    /** The lists and maps inside a record, at any depth. */
    private void inside(
            String base,
            OperationModel operation,
            Source source,
            List<Step> way,
            RecordModel owner,
            boolean listed,
            Set<String> above) {
        for (FieldModel field : owner.fields()) {
            List<Step> steps = new ArrayList<>(way);
            steps.add(new Step(owner, field));
            List<Column> parent = listed ? identifying(owner) : List.of();
            if (field.type() instanceof TypeModel.ListOf list && list.element() instanceof TypeModel.RecordRef ref) {
                RecordModel row = record(ref);
                String doc = sentences(row.doc().meaning(), field.doc().meaning());
                if (!above.contains(row.name())) {
                    add(base, operation, doc, source, steps, parent, columns(row));
                    inside(base, operation, source, steps, row, true, with(above, row.name()));
                }
            } else if (field.type() instanceof TypeModel.MapOf map && isScalar(map.value())) {
                add(base, operation, field.doc().meaning(), source, steps, parent, List.of(), map.value());
            } else if (field.type() instanceof TypeModel.RecordRef ref && !above.contains(ref.name()) && !listed) {
                inside(base, operation, source, steps, record(ref), false, with(above, ref.name()));
            }
        }
    }

    private static String sentences(String first, String second) {
        String one = first.strip();
        return second.isBlank() || one.equals(second.strip())
                ? one
                : (one.endsWith(".") ? one : one + ".") + " " + second.strip();
    }

    private static Set<String> with(Set<String> names, String name) {
        Set<String> more = new HashSet<>(names);
        more.add(name);
        return more;
    }

    private RecordModel record(TypeModel type) {
        return Objects.requireNonNull(api.record(((TypeModel.RecordRef) type).name()));
    }

    private RecordModel row(TypeModel answer, List<String> path) {
        TypeModel type = answer;
        for (String name : path) {
            type = record(type).fields().stream()
                    .filter(field -> field.wireName().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .type();
        }
        return record(((TypeModel.ListOf) type).element());
    }

    /** The columns of a row: every field, objects flattened. */
    private List<Column> columns(RecordModel row) {
        return columns(row, 0, true, Set.of(row.name()));
    }

    private List<Column> columns(RecordModel owner, int depth, boolean always, Set<String> above) {
        List<Column> columns = new ArrayList<>();
        for (FieldModel field : owner.fields()) {
            boolean there = always && field.presence() == Presence.ALWAYS;
            List<Column> inside = List.of();
            if (field.type() instanceof TypeModel.RecordRef ref && depth < DEEPEST && !above.contains(ref.name())) {
                inside = columns(record(ref), depth + 1, there, with(above, ref.name()));
            }
            columns.add(new Column(owner, field, inside, there));
        }
        return columns;
    }

    /** The columns of an object that is the whole response: those of its fields that are no lists or maps of their own. */
    private List<Column> scalars(RecordModel owner, int depth, boolean always, Set<String> above) {
        List<Column> columns = new ArrayList<>();
        for (FieldModel field : owner.fields()) {
            boolean there = always && field.presence() == Presence.ALWAYS;
            if (field.type() instanceof TypeModel.RecordRef ref && depth < DEEPEST && !above.contains(ref.name())) {
                List<Column> inside = scalars(record(ref), depth + 1, there, with(above, ref.name()));
                if (!inside.isEmpty()) {
                    columns.add(new Column(owner, field, inside, there));
                }
            } else if (!isTable(field.type(), above)) {
                columns.add(new Column(owner, field, List.of(), there));
            }
        }
        return columns;
    }

    private static boolean isTable(TypeModel type, Set<String> above) {
        if (type instanceof TypeModel.ListOf list) {
            return list.element() instanceof TypeModel.RecordRef ref && !above.contains(ref.name());
        }
        return type instanceof TypeModel.MapOf map && isScalar(map.value());
    }

    /** Chooses the columns that tell a row from its neighbours: all that are no numbers and no lists. */
    private static List<Column> identifying(RecordModel row) {
        return row.fields().stream()
                .filter(field -> field.type() instanceof TypeModel.EnumRef
                        || field.type() instanceof TypeModel.Time
                        || Set.<TypeModel>of(
                                        Scalar.STRING,
                                        Scalar.ID,
                                        Scalar.DATE,
                                        Scalar.BUCKET,
                                        Scalar.PERIOD,
                                        Scalar.WEEKDAY)
                                .contains(field.type()))
                .map(field -> new Column(row, field, List.of(), field.presence() == Presence.ALWAYS))
                .toList();
    }

    /** Whether a value is one, and neither an object nor a list. */
    public static boolean isScalar(TypeModel type) {
        return type instanceof TypeModel.EnumRef
                || type instanceof TypeModel.Time
                || (type instanceof Scalar && type != Scalar.ANY);
    }

    /** The type of a column, as databases name it. */
    public static String columnType(TypeModel type) {
        if (type instanceof TypeModel.ListOf list && isScalar(list.element())) {
            return "LIST<" + columnKind(list.element()) + ">";
        } else if (type instanceof TypeModel.MapOf map && isScalar(map.value())) {
            return "MAP<TEXT, " + columnKind(map.value()) + ">";
        }
        return columnKind(type);
    }

    /** The kind of a column that is neither list nor map. */
    public static String columnKind(TypeModel type) {
        if (type instanceof Scalar scalar) {
            return switch (scalar) {
                case STRING, ID, BUCKET, PERIOD, DATE_OR_TIME -> "TEXT";
                case LONG, INT, WEEKDAY -> "BIGINT";
                case DOUBLE -> "DOUBLE";
                case MONEY -> "DECIMAL";
                case BOOLEAN -> "BOOLEAN";
                case DATE -> "DATE";
                case ANY -> "JSON";
            };
        }
        return type instanceof TypeModel.EnumRef ? "TEXT" : type instanceof TypeModel.Time ? "TIMESTAMP" : "JSON";
    }
}
