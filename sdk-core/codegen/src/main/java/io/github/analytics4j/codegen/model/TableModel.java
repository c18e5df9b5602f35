package io.github.analytics4j.codegen.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A list of rows that an operation can give.
 *
 * @param name its name, unique in the API
 * @param operation the operation
 * @param doc what a row is
 * @param source how the rows come
 * @param steps from the response to the rows, empty unless they lie inside it
 * @param parent columns of the row around each, where the rows lie in a list inside the rows of another list
 * @param columns its columns
 * @param value the type of the values of a map, or null
 */
public record TableModel(
        String name,
        OperationModel operation,
        String doc,
        Source source,
        List<Step> steps,
        List<Column> parent,
        List<Column> columns,
        @Nullable TypeModel value) {

    /** How rows come. */
    public enum Source {
        /** The response is the only one. */
        RESPONSE,
        /** The response is a list of them. */
        ELEMENTS,
        /** Page by page. */
        PAGES
    }

    /**
     * A step into a response.
     *
     * @param owner the record
     * @param field its field: an object, a list of objects or a map
     */
    public record Step(RecordModel owner, FieldModel field) {}

    /**
     * A column, or an object whose fields are columns.
     *
     * @param owner the record
     * @param field its field
     * @param inside the columns of an object; empty for a column
     * @param always whether the vendor documents it as always there, and all around it
     */
    public record Column(RecordModel owner, FieldModel field, List<Column> inside, boolean always) {}

    /**
     * A column as users see it.
     *
     * @param path its JSON path in the row
     * @param name its name
     * @param column the column
     */
    public record Shown(String path, String name, Column column) {}

    /** Copies the lists. */
    public TableModel {
        steps = List.copyOf(steps);
        parent = List.copyOf(parent);
        columns = List.copyOf(columns);
    }

    /** The name that core gives a wire name or path. */
    public static String snake(String path) {
        String spaced = path.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("[^A-Za-z0-9]+", "_");
        String name = spaced.replaceAll("^_+|_+$", "").toLowerCase(Locale.ROOT);
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "v_" + name : name;
    }

    /** A name that is not taken, as core makes it. */
    static String free(String wish, Set<String> taken) {
        String name = wish;
        for (int i = 2; !taken.add(name); i++) {
            name = wish + "_" + i;
        }
        return name;
    }

    /** The names of an operation's parameters, as core makes them. */
    public static List<String> parameterNames(OperationModel operation) {
        Set<String> taken = new HashSet<>();
        return operation.parameters().stream()
                .map(each -> free(snake(each.wireName()), taken))
                .toList();
    }

    /** The name of a parameter. */
    public static String parameterName(OperationModel operation, String wireName) {
        List<String> wireNames =
                operation.parameters().stream().map(ParameterModel::wireName).toList();
        return parameterNames(operation).get(wireNames.indexOf(wireName));
    }

    /** The prefix of the paths of the row around each. */
    public String parentPath() {
        return steps.size() < 2 ? "parent" : steps.get(steps.size() - 2).field().wireName();
    }

    /** The columns one after the other, without the last one of every table. */
    public List<Shown> shown() {
        Set<String> taken = new HashSet<>(Set.of("unexpected"));
        List<Shown> all = new ArrayList<>();
        if (!parent.isEmpty()) {
            flatten(parent, parentPath() + ".", taken, all);
        }
        flatten(columns, "", taken, all);
        return all;
    }

    private static void flatten(List<Column> columns, String prefix, Set<String> taken, List<Shown> into) {
        for (Column each : columns) {
            String path = prefix + each.field().wireName();
            if (each.inside().isEmpty()) {
                into.add(new Shown(path, free(snake(path), taken), each));
            } else {
                flatten(each.inside(), path + ".", taken, into);
            }
        }
    }

    /** The names of the fields on the way to the rows. */
    static String way(List<Step> steps) {
        return steps.stream().map(step -> snake(step.field().wireName())).collect(Collectors.joining("_"));
    }
}
