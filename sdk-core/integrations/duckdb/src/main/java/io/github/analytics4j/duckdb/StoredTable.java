package io.github.analytics4j.duckdb;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are in files: its macro has the columns and parameters of the catalogue. A parameter narrows by the column
 * that tells its value; one that no column tells is refused.
 */
final class StoredTable {
    /** How files are told apart and read. */
    private enum Format {
        PARQUET(".parquet", "read_parquet(%s, union_by_name = true)"),
        JSON_LINES(".jsonl", "read_json(%s, " + LINES + ", columns = {%s})"),
        /**
         * As RFC 4180 has it, and not as a guess has it: of a file that was cut short, no comma was taken for the one between values.
         * A row may be as long as a response; the database would take 2 MB, and sixteen times a row's length of memory for a file.
         */
        CSV(
                ".csv",
                "read_csv(%s, header = true, all_varchar = true, union_by_name = true, delim = ',', quote = '\"',"
                        + " escape = '\"', comment = '', skip = 0, max_line_size = 33554432, buffer_size = 33554432)");

        private final String ending;
        private final String function;

        Format(String ending, String function) {
            this.ending = ending;
            this.function = function;
        }

        boolean has(Path file) {
            String name = file.getFileName().toString();
            return name.endsWith(ending) || name.endsWith(ending + ".gz") || name.endsWith(ending + ".zst");
        }
    }

    /** A row a line, also one with a long transcript. */
    private static final String LINES = "format = 'newline_delimited', maximum_object_size = 268435456";

    /** Columns that tell the day of a row, though they may hold another text. */
    private static final Set<String> DAYS = Set.of("date", "day", "period");

    private final Table table;
    private final Set<Path> folders;
    private final Format format;

    private StoredTable(Table table, Set<Path> folders, Format format) {
        this.table = table;
        this.folders = folders;
        this.format = format;
    }

    /** The table, if the root has a folder of its name; a folder {@code data} in that has the files, where there is one. */
    static Optional<StoredTable> in(Path root, Table table) throws SQLException {
        Path folder = root.resolve(table.name());
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Path data = Files.isDirectory(folder.resolve("data")) ? folder.resolve("data") : folder;
        for (Format format : Format.values()) {
            try (Stream<Path> files = Files.walk(data, FileVisitOption.FOLLOW_LINKS)) {
                Set<Path> folders = files.filter(format::has)
                        .map(each -> linked(each, data).toAbsolutePath())
                        .collect(Collectors.toCollection(TreeSet::new));
                if (!folders.isEmpty()) {
                    return Optional.of(new StoredTable(table, folders, format));
                }
            } catch (IOException | UncheckedIOException e) {
                throw new SQLException(table.name() + ": " + data + " cannot be read: " + e.getMessage(), e);
            }
        }
        throw new SQLException(table.name() + ": " + data + " has no file that ends with .parquet, .jsonl or .csv");
    }

    /** The folder from which the database finds a file: behind a link that is a folder it looks for none, unless it begins there. */
    private static Path linked(Path file, Path data) {
        for (Path at = file.getParent(); at != null && !at.equals(data); at = at.getParent()) {
            if (Files.isSymbolicLink(at)) {
                return at;
            }
        }
        return data;
    }

    String macro(Connection database) throws SQLException {
        String files = files();
        Map<String, String> there = there(database, files);
        refuseOthers(database, files, there.keySet());
        StringJoiner columns = new StringJoiner(", ");
        for (Column each : table.columns()) {
            String name = SqlTypes.quoted(each.name());
            columns.add(value(each.type(), "files." + name, there.get(each.name())) + " as " + name);
        }
        StringJoiner parameters = new StringJoiner(", ");
        StringJoiner conditions = new StringJoiner(" and ", " where ", "").setEmptyValue("");
        for (Parameter each : table.parameters()) {
            String name = SqlTypes.quoted(each.name());
            parameters.add(name + " := null");
            if (!steps(each)) {
                conditions.add("(" + name + " is null or " + condition(each, name) + ")");
            }
        }
        return "create or replace temp macro " + SqlTypes.quoted(table.name()) + "(" + parameters
                + ") as table select rows.* from (select " + columns + " from " + files + " as files) as rows"
                + conditions + ";";
    }

    private String files() {
        StringJoiner columns = new StringJoiner(", ");
        for (Column each : table.columns()) {
            columns.add(SqlTypes.quoted(each.name()) + ": '" + (nested(each.type()) ? "JSON" : "VARCHAR") + "'");
        }
        return String.format(format.function, globs(), columns);
    }

    private String globs() {
        StringJoiner globs = new StringJoiner(", ", "[", "]");
        for (Path each : folders) {
            globs.add(SqlTypes.text(each.toString().replace('\\', '/').replaceAll("([\\[*?])", "[$1]") + "/**/*"
                    + format.ending + (format == Format.PARQUET ? "" : "*")));
        }
        return globs.toString();
    }

    private static boolean nested(Column.Type type) {
        return switch (type.kind()) {
            case JSON, LIST, MAP -> true;
            default -> false;
        };
    }

    /** The columns that the files have, with their types there. */
    private static Map<String, String> there(Connection database, String files) throws SQLException {
        Map<String, String> types = new HashMap<>();
        try (Statement statement = database.createStatement();
                ResultSet columns = statement.executeQuery("describe select * from " + files)) {
            while (columns.next()) {
                types.put(columns.getString(1), columns.getString(2));
            }
        }
        return types;
    }

    /** Refuses rows that have no column of the table: each would come as a row of nulls. */
    private void refuseOthers(Connection database, String files, Set<String> there) throws SQLException {
        boolean known = format == Format.JSON_LINES
                ? anyKnownKey(database)
                : table.columns().stream().map(Column::name).anyMatch(there::contains);
        if (!known && any(database, files)) {
            throw new SQLException(table.name() + ": the files in "
                    + folders.stream().map(Path::toString).collect(Collectors.joining(", "))
                    + " have rows, but no column of this table such as "
                    + table.columns().get(0).name()
                    + "; are they another table's"
                    + (format == Format.CSV ? ", or not divided by commas?" : "?"));
        }
    }

    /** Whether a row has the name of a column. The columns of JSON Lines are told to the database, so that it finds them always. */
    private boolean anyKnownKey(Connection database) {
        String names = table.columns().stream()
                .map(each -> SqlTypes.text(each.name()))
                .collect(Collectors.joining(", ", "[", "]"));
        try {
            return any(
                    database,
                    "read_json_objects(" + globs()
                            + ", " + LINES + ") as files"
                            + " where list_has_any(json_keys(files.json), " + names + ")");
        } catch (SQLException e) {
            return true; // the first query says what is wrong with the file
        }
    }

    private static boolean any(Connection database, String rows) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet first = statement.executeQuery("select 1 from " + rows + " limit 1")) {
            return first.next();
        }
    }

    private static String value(Column.Type type, String column, @Nullable String there) {
        String wanted = SqlTypes.name(type);
        if (there == null) {
            return "null::" + wanted;
        } else if (!nested(type)) {
            return column + "::" + wanted;
        }
        boolean text = there.equals("VARCHAR") || there.equals("JSON");
        if (type.kind() == Column.Type.Kind.JSON) {
            return text ? column + "::JSON" : "to_json(" + column + ")";
        }
        return there.equals("VARCHAR") // as JSON, or as the database writes it into CSV
                ? "coalesce(try(" + SqlTypes.expression(type, column) + "), " + column + "::" + wanted + ")"
                : text ? SqlTypes.expression(type, column) : column + "::" + wanted;
    }

    /** Whether it sets the length of the steps of a series: the files have one, and it cannot be changed. */
    private static boolean steps(Parameter parameter) {
        return parameter.choices().stream().anyMatch(choice -> choice.value().equals("day"));
    }

    /** Returns the condition that a row must meet for a value of the parameter. */
    private String condition(Parameter parameter, String value) {
        String bounded = parameter.name().replaceFirst("_(min|max)$", "");
        if (parameter.role() == Parameter.Role.WINDOW_START) {
            return within(parameter, value + "::varchar", ">=", ">=");
        } else if (parameter.role() == Parameter.Role.WINDOW_END) {
            return within(parameter, value + "::varchar", "<", "<=");
        } else if (table.column(parameter.name()).isPresent()) {
            String column = "rows." + value + "::varchar";
            return parameter.list()
                    ? "list_contains(regexp_split_to_array(trim(" + value + "::varchar, '[]'), '\\s*,\\s*'), " + column
                            + ")"
                    : column + " = " + value + "::varchar";
        } else if (!bounded.equals(parameter.name()) && table.column(bounded).isPresent()) {
            String sign = parameter.name().endsWith("_min") ? " >= " : " <= ";
            return "rows." + SqlTypes.quoted(bounded) + sign + value;
        }
        return refused(parameter);
    }

    private String refused(Parameter parameter) {
        return "error("
                + SqlTypes.text(table.name() + ": " + parameter.name()
                        + " cannot narrow rows that are read from files: no column tells it")
                + ")";
    }

    /** The end of a window is a point in time that is not in it, or a day that is. */
    private String within(Parameter parameter, String value, String time, String day) {
        boolean point = parameter.type() == Parameter.Type.TIMESTAMP;
        Optional<Column> column = table.timeColumn();
        if (column.isEmpty()) {
            return day().map(each -> each + " " + (point ? time : day) + " left(" + value + ", 10)::date")
                    .orElseGet(() -> refused(parameter));
        }
        String row = "rows." + SqlTypes.quoted(column.get().name()) + " " + time + " ";
        String given = "regexp_replace(" + value + ", ' 00:00:00(\\.0+)?$', '')"; // of date arithmetic: a day
        String start = "(" + given + " || ' 00:00:00+00')::timestamptz";
        return "case when length(" + given + ") = 10 then " + row + start
                + (!point && day.equals("<=") ? " + interval 1 day" : "") + " when regexp_matches(" + given
                + ", '(Z|z|[+-]\\d\\d(:?\\d\\d)?)$') then " + row + given + "::timestamptz else error("
                + SqlTypes.text(table.name() + ": " + parameter.name()
                        + " must be a time with its zone, or a day, such as 2026-02-01T00:00:00Z")
                + ") end";
    }

    /** The day of a row in a series by days. */
    private Optional<String> day() {
        return table.columns().stream()
                .filter(each -> each.type().kind() == Column.Type.Kind.DATE || DAYS.contains(each.name()))
                .map(each -> "try_cast(left(rows." + SqlTypes.quoted(each.name()) + "::varchar, 10) as date)")
                .findFirst();
    }
}
