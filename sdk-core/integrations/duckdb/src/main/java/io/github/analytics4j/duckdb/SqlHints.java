package io.github.analytics4j.duckdb;

import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.error.InvalidRequestException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in the catalogue's words what the database refuses before a table's own function is asked. */
final class SqlHints {
    private static final Pattern WRONG_CALL =
            Pattern.compile("Macro \"?(\\w+)\"?\\(\\) does not support the supplied arguments");
    private static final Pattern NO_TABLE = Pattern.compile("Table with name \"?(\\w+)\"? does not exist");
    private static final Pattern NOTHING = Pattern.compile("Table (Function )?with name \\S+ does not exist");
    private static final Pattern WRONG_WORD = Pattern.compile("syntax error at or near \"(\\w+)\"");
    private static final Pattern NO_VALUE =
            Pattern.compile("Table function cannot contain subqueries|does not support lateral join column parameters");
    private static final Pattern NAMED = Pattern.compile("\"?(\\w+)\"?\\s*(?::=|=>)");

    private final Map<String, Table> tables = new HashMap<>();

    /** The shortest call of each table and view, by its name. */
    private final Map<String, String> calls = new HashMap<>();

    SqlHints(List<Table> tables, List<SqlView> views) {
        views.forEach(each -> calls.put(each.name(), each.name() + "()"));
        for (Table each : tables) {
            this.tables.put(each.name(), each);
            calls.put(each.name(), shortest(each));
        }
    }

    /** Returns the hint that stands before the database's message; null if there is none. */
    @Nullable
    String about(String message, String sql) {
        if (tables.isEmpty() && NOTHING.matcher(message).find()) {
            return "Catalog Error: no API has tables here: put the module of each that you want on the class path,"
                    + " analytics4j- and the API's name";
        }
        Matcher call = WRONG_CALL.matcher(message);
        if (call.find()) {
            Table table = tables.get(call.group(1).toLowerCase(Locale.ROOT));
            return table == null ? null : "Binder Error: " + table.name() + ": " + wrongCall(table, sql);
        }
        Matcher stored = NO_TABLE.matcher(message);
        if (stored.find()) {
            String name = stored.group(1).toLowerCase(Locale.ROOT);
            return calls.containsKey(name)
                    ? "Catalog Error: " + name + " is called as a function: " + calls.get(name)
                    : null;
        }
        if (NO_VALUE.matcher(message).find() && calls(sql)) {
            return "Binder Error: a parameter of a table is a value, and comes from no subquery and no other table of the query:"
                    + " set variable v = (select ...), and write getvariable('v')";
        }
        Matcher word = WRONG_WORD.matcher(message);
        return word.find() && named(sql).contains(word.group(1)) && isParameter(word.group(1))
                ? "Parser Error: " + word.group(1) + " is a word of SQL: as the name of a parameter it is written in"
                        + " quotes, \"" + word.group(1).toLowerCase(Locale.ROOT) + "\" := ..."
                : null;
    }

    private boolean calls(String sql) {
        String text = sql.toLowerCase(Locale.ROOT);
        return calls.keySet().stream().anyMatch(text::contains);
    }

    private static String shortest(Table table) {
        return table.parameters().stream()
                .filter(Parameter::required)
                .map(each -> each.name() + " := ...")
                .collect(Collectors.joining(", ", table.name() + "(", ")"));
    }

    private boolean isParameter(String word) {
        return tables.values().stream()
                .flatMap(table -> table.parameters().stream())
                .anyMatch(parameter -> parameter.name().equalsIgnoreCase(word));
    }

    private static String wrongCall(Table table, String sql) {
        List<String> mistakes = new ArrayList<>();
        for (String name : named(callIn(sql, table.name()))) {
            mistakes.addAll(mistakes(table, name.toLowerCase(Locale.ROOT)));
        }
        return mistakes.isEmpty()
                ? "it takes its parameters by name, each once, and there are "
                        + String.join(
                                ", ",
                                table.parameters().stream()
                                        .map(each -> each.name())
                                        .toList())
                : String.join("; ", mistakes);
    }

    /** The text between the parentheses of a table's first call, or all of it where none is found. */
    private static String callIn(String sql, String table) {
        int start = sql.toLowerCase(Locale.ROOT).indexOf(table);
        if (start < 0) {
            return sql;
        }
        int depth = 0;
        for (int at = start; at < sql.length(); at++) {
            depth += sql.charAt(at) == '(' ? 1 : sql.charAt(at) == ')' ? -1 : 0;
            if (sql.charAt(at) == ')' && depth == 0) {
                return sql.substring(start, at);
            }
        }
        return sql.substring(start);
    }

    private static List<String> named(String sql) {
        return NAMED.matcher(sql).results().map(each -> each.group(1)).toList();
    }

    private static List<String> mistakes(Table table, String name) {
        if (table.parameters().stream().anyMatch(each -> each.name().equals(name))) {
            return List.of();
        }
        try {
            table.operation().check(Arguments.NONE.with(name, ""));
            return List.of();
        } catch (InvalidRequestException e) {
            List<String> own = e.mistakes().stream()
                    .filter(each -> each.startsWith(name + " is no parameter"))
                    .toList();
            return own.isEmpty() ? List.of(name + " is no parameter here: the walk sets it") : own;
        }
    }
}
