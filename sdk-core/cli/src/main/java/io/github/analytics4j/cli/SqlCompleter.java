package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Parameter.Choice;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.duckdb.SqlView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jspecify.annotations.Nullable;

/** Says when a statement is complete, and which names can stand where the cursor is: those of the catalogue, and SQL's words. */
final class SqlCompleter implements Completer, Parser {
    private static final List<String> COMMANDS = List.of(SqlCatalog.TABLES, SqlCatalog.DESCRIBE, ".help", ".quit");

    private static final List<String> KEYWORDS = List.of(
            "select",
            "from",
            "where",
            "group by",
            "order by",
            "having",
            "limit",
            "offset",
            "distinct",
            "join",
            "left join",
            "on",
            "using",
            "union all",
            "with",
            "as",
            "and",
            "or",
            "not",
            "null",
            "is",
            "in",
            "between",
            "like",
            "case",
            "when",
            "then",
            "else",
            "end",
            "desc",
            "asc",
            "count",
            "sum",
            "avg",
            "min",
            "max",
            "median",
            "date_trunc",
            "current_date",
            "interval",
            "cast",
            "coalesce",
            "round",
            "copy",
            "to",
            "create table",
            "describe",
            "filter",
            "over",
            "partition by",
            "getvariable");

    /** A table is expected behind these. */
    private static final Pattern OF_TABLE = Pattern.compile("(?is).*(\\bfrom|\\bjoin|\\bdescribe)\\s+\\w*");

    /** A value is expected behind {@code name :=} or {@code name =>}. */
    private static final Pattern OF_VALUE = Pattern.compile("(?s).*?(\\w+)\\s*(?::=|=>)\\s*'?");

    private static final Pattern NAME = Pattern.compile("\\w+");

    private final SqlCatalog catalog;

    SqlCompleter(SqlCatalog catalog) {
        this.catalog = catalog;
    }

    /** The word before the cursor, which is to be completed. */
    private record Word(String line, int cursor, String word) implements CompletingParsedLine {
        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate; // names are typed as they are
        }

        @Override
        public int rawWordCursor() {
            return word.length();
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }
    }

    /** @throws EOFError if a line is accepted whose statement has not ended: another line is read then */
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE
                && !SqlScript.of(line).complete()
                && !line.strip().toLowerCase(Locale.ROOT).matches("quit|exit")) {
            throw new EOFError(-1, -1, "the statement has no semicolon at its end");
        }
        int start = cursor;
        while (start > 0 && isPart(line, start - 1)) {
            start--;
        }
        return new Word(line, cursor, line.substring(start, cursor));
    }

    private static boolean isPart(String line, int at) {
        char c = line.charAt(at);
        return Character.isLetterOrDigit(c)
                || c == '_'
                || (c == '.' && line.substring(0, at).isBlank());
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String before = line.line().substring(0, line.cursor() - line.word().length());
        String call = openCall(before);
        if (before.isBlank() && line.word().startsWith(".")) {
            COMMANDS.forEach(each -> add(candidates, each, "commands", null));
        } else if (before.strip().equalsIgnoreCase(SqlCatalog.DESCRIBE)) {
            catalog.names().forEach(each -> add(candidates, each, "tables", null));
        } else if (call != null) {
            inCall(call, before, candidates);
        } else if (OF_TABLE.matcher(before).matches()) {
            boolean described = before.strip().equalsIgnoreCase("describe");
            catalog.tables()
                    .forEach(each -> add(candidates, each.name() + (described ? "" : "("), "tables", each.doc()));
            catalog.views().forEach(each -> add(candidates, each.name() + (described ? "" : "("), "views", each.doc()));
        } else {
            columns(line.line(), candidates);
            KEYWORDS.forEach(each -> add(candidates, each, "SQL", null));
        }
    }

    /** The table or view between whose parentheses the text ends; null if it ends outside of any. */
    private @Nullable String openCall(String text) {
        int depth = 0;
        for (int at = text.length() - 1; at >= 0; at--) {
            depth += text.charAt(at) == ')' ? 1 : text.charAt(at) == '(' ? -1 : 0;
            if (depth < 0) {
                int start = at;
                while (start > 0 && isPart(text, start - 1)) {
                    start--;
                }
                String name = text.substring(start, at).toLowerCase(Locale.ROOT);
                return catalog.has(name) ? name : null;
            }
        }
        return null;
    }

    private void inCall(String call, String before, List<Candidate> candidates) {
        String argument = before.substring(Math.max(before.lastIndexOf('('), before.lastIndexOf(',')) + 1);
        Matcher value = OF_VALUE.matcher(argument);
        Table table = catalog.table(call);
        if (table == null) {
            List.of("since := ", "until := ").forEach(each -> add(candidates, each, "parameters", null));
        } else if (value.matches()) {
            String quote = before.endsWith("'") ? "" : "'";
            for (Parameter each : table.parameters()) {
                if (each.name().equals(value.group(1))) {
                    each.choices().stream()
                            .map(Choice::value)
                            .forEach(choice -> add(candidates, quote + choice + "'", "values", null));
                }
            }
        } else {
            table.parameters().forEach(each -> add(candidates, each.name() + " := ", "parameters", each.doc()));
        }
    }

    /** Of the tables that the statement names; of all if it names none yet. */
    private void columns(String statement, List<Candidate> candidates) {
        List<String> named = new ArrayList<>();
        Matcher matcher = NAME.matcher(statement);
        while (matcher.find()) {
            named.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        boolean none = catalog.names().stream().noneMatch(named::contains);
        Map<String, String> columns = new LinkedHashMap<>();
        for (Table table : catalog.tables()) {
            if (none || named.contains(table.name())) {
                for (Column each : table.columns()) {
                    columns.putIfAbsent(each.name(), each.doc());
                }
            }
        }
        for (SqlView view : catalog.views()) {
            if (none || named.contains(view.name())) {
                view.columns().forEach(each -> columns.putIfAbsent(each.name(), each.doc()));
            }
        }
        columns.forEach((name, doc) -> add(candidates, name, "columns", none ? null : doc));
    }

    private static void add(List<Candidate> candidates, String value, String group, @Nullable String doc) {
        String meaning = doc == null ? null : doc.contains(". ") ? doc.substring(0, doc.indexOf(". ") + 1) : doc;
        boolean whole = !value.endsWith("(") && !value.endsWith(" ") && !value.endsWith("'");
        candidates.add(new Candidate(value, value, group, meaning, null, null, whole));
    }
}
