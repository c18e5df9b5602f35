package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.duckdb.SqlView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shows the tables and views of SQL as the catalogue has them: as text for a person, or as rows for a program. */
final class SqlCatalog {
    static final String TABLES = ".tables";
    static final String DESCRIBE = ".describe";

    /** {@code .describe x}, or SQL's own {@code describe x} of a name that the catalogue has. */
    private static final Pattern DESCRIBED =
            Pattern.compile("(\\.?)describe\\s+\"?([\\w.]+)\"?(?:\\s*\\(\\s*\\))?", Pattern.CASE_INSENSITIVE);

    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, SqlView> views = new LinkedHashMap<>();

    SqlCatalog(List<Table> tables, List<SqlView> views) {
        tables.forEach(each -> this.tables.put(each.name(), each));
        views.forEach(each -> this.views.put(each.name(), each));
    }

    List<Table> tables() {
        return List.copyOf(tables.values());
    }

    List<SqlView> views() {
        return List.copyOf(views.values());
    }

    @Nullable
    Table table(String name) {
        return tables.get(name);
    }

    boolean has(String name) {
        return tables.containsKey(name) || views.containsKey(name);
    }

    /** The names of the tables and views, in the order of the catalogue. */
    List<String> names() {
        List<String> names = new ArrayList<>(tables.keySet());
        names.addAll(views.keySet());
        return names;
    }

    /** The text that a statement asks for; null if it is for the database. */
    @Nullable
    String text(String statement, Terminal terminal) {
        if (statement.equalsIgnoreCase(TABLES)) {
            Map<String, String> docs = new LinkedHashMap<>();
            Map<String, String> blend = new LinkedHashMap<>();
            tables.values().forEach(each -> docs.put(each.name(), each.doc()));
            views.values().forEach(each -> blend.put(each.name(), each.doc()));
            return Help.list(terminal, "Tables", docs)
                    + (blend.isEmpty() ? "" : "\n" + Help.list(terminal, "Views over several APIs", blend));
        }
        String name = described(statement);
        Table table = tables.get(name);
        SqlView view = views.get(name);
        return table != null ? Help.sqlTable(terminal, table) : view != null ? text(view, terminal) : null;
    }

    private static String text(SqlView view, Terminal terminal) {
        Map<String, String> columns = new LinkedHashMap<>();
        view.columns().forEach(each -> columns.put(each.name(), each.type() + ". " + each.doc()));
        return view.name() + ": " + view.doc() + "\n\nUsage: select ... from " + view.name()
                + "(since := date '...', until := date '...')\n\n" + Help.list(terminal, "Columns", columns);
    }

    /** The statement itself, or one that brings as rows what it asks of the catalogue. */
    String rows(String statement) {
        if (statement.equalsIgnoreCase(TABLES)) {
            StringJoiner rows = new StringJoiner(", ");
            tables.values().forEach(each -> rows.add(row(each.name(), each.doc())));
            views.values().forEach(each -> rows.add(row(each.name(), each.doc())));
            return "from (values " + rows + ") as tables(\"table\", meaning)";
        }
        String name = described(statement);
        StringJoiner rows = new StringJoiner(", ");
        Table table = tables.get(name);
        SqlView view = views.get(name);
        if (table != null) {
            for (Parameter each : table.parameters()) {
                rows.add(row("parameter", each.name(), each.type().toString(), Help.describe(each)));
            }
            for (Column each : table.columns()) {
                rows.add(row("column", each.name(), each.type().toString(), each.doc()));
            }
        } else if (view != null) {
            view.columns().forEach(each -> rows.add(row("column", each.name(), each.type(), each.doc())));
        } else {
            return statement;
        }
        return "from (values " + rows + ") as described(kind, \"name\", \"type\", meaning)";
    }

    /** The name in the catalogue that the statement wants described; an empty text if it wants something else. */
    private String described(String statement) {
        Matcher matcher = DESCRIBED.matcher(statement);
        if (!matcher.matches()) {
            if (statement.startsWith(".")) {
                throw CommandException.wrong("there is no command \"" + statement + "\""
                        + Words.meant(statement, List.of(TABLES, DESCRIBE)) + "; there are " + TABLES + " and "
                        + DESCRIBE + " NAME");
            }
            return "";
        }
        String name = matcher.group(2).toLowerCase(Locale.ROOT);
        if (!matcher.group(1).isEmpty() && !has(name)) {
            throw CommandException.wrong("there is no table \"" + name + "\"" + Words.meant(name, names()) + "; "
                    + TABLES + " lists them all");
        }
        return name;
    }

    private static String row(String... texts) {
        StringJoiner row = new StringJoiner(", ", "(", ")");
        for (String text : texts) {
            row.add("'" + text.replace("'", "''") + "'");
        }
        return row.toString();
    }
}
