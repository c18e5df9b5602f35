package io.github.analytics4j.duckdb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;

/** The views over several APIs, which a text beside this class states, and the macros that are made of them. */
final class Blend {
    private static final String DATA = "blend.txt";

    private static final String PARAMETERS = "(since := current_date - 29, until := current_date)";

    /** The query of one API, and the tables that it asks. */
    record Part(List<String> tables, String query) {
        /** Tables begin with their API's name. */
        String api() {
            return tables.get(0).substring(0, tables.get(0).indexOf('_'));
        }
    }

    private final List<SqlView> views = new ArrayList<>();
    private final List<List<Part>> parts = new ArrayList<>();

    /** The views that have a part for the tables there are. */
    Blend(Set<String> tables) {
        for (String view : text().split("(?m)^view ", -1)) {
            read(view.split("\n", -1), tables);
        }
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(Blend.class.getResourceAsStream(DATA), DATA)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String[] lines, Set<String> tables) {
        String doc = "";
        List<SqlView.Column> columns = new ArrayList<>();
        List<Part> found = new ArrayList<>();
        for (int at = 1; at < lines.length; at++) {
            String line = lines[at];
            if (line.startsWith("doc ")) {
                doc = line.substring(4);
            } else if (line.startsWith("column ")) {
                String[] words = line.split(" ", 4);
                columns.add(new SqlView.Column(words[1], words[2], words[3]));
            } else if (line.startsWith("part ")) {
                found.add(new Part(List.of(line.substring(5).split(", ", -1)), query(lines, at + 1)));
            }
        }
        found.removeIf(part -> !tables.containsAll(part.tables()));
        if (!found.isEmpty()) {
            views.add(new SqlView(lines[0], doc, columns));
            parts.add(found);
        }
    }

    private static String query(String[] lines, int first) {
        StringJoiner query = new StringJoiner("\n");
        for (int at = first; at < lines.length && lines[at].startsWith("    "); at++) {
            query.add(lines[at]);
        }
        return query.toString()
                .replace("{since}", "coalesce(since::date, current_date - 29)")
                .replace("{until}", "coalesce(until::date, current_date)")
                .replace("{next}", "(coalesce(until::date, current_date) + 1)");
    }

    List<SqlView> views() {
        return List.copyOf(views);
    }

    /** Makes the macros; those of the tables need not be there yet. */
    String script() {
        StringBuilder script = new StringBuilder();
        for (int at = 0; at < views.size(); at++) {
            SqlView view = views.get(at);
            script.append("create or replace temp macro ")
                    .append(view.name())
                    .append(PARAMETERS)
                    .append(" as table ")
                    .append(query(view, parts.get(at)))
                    .append(";comment on macro table temp.main.")
                    .append(view.name())
                    .append(" is '")
                    .append(view.doc().replace("'", "''"))
                    .append("';\n");
        }
        return script.toString();
    }

    /** The first branch has no rows, but every column with its type. */
    private static String query(SqlView view, List<Part> found) {
        StringJoiner typed = new StringJoiner(", ");
        StringJoiner columns = new StringJoiner(", ");
        for (SqlView.Column each : view.columns()) {
            typed.add("null::" + each.type() + " as " + each.name());
            columns.add(each.name() + "::" + each.type() + " as " + each.name());
        }
        StringBuilder branches = new StringBuilder("select " + typed + " where false");
        for (Part part : found) {
            branches.append("\nunion all by name select '")
                    .append(part.api())
                    .append("' as api, * from (\n")
                    .append(part.query())
                    .append(")");
        }
        boolean daily = view.columns().get(0).name().equals("day");
        return "select " + columns + " from (" + branches + ")"
                + (daily
                        ? " where day between coalesce(since::date, current_date - 29) and coalesce(until::date, current_date)"
                        : "");
    }
}
