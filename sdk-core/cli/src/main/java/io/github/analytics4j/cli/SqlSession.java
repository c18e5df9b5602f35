package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.duckdb.Analytics;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.WalkException;
import io.github.analytics4j.page.WalkReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A database with the tables of the APIs, and one connection on which statements run one after the other. */
final class SqlSession implements AutoCloseable {
    /** Matches the failures of the database that come before it reads any row. */
    private static final Pattern WRONG_SQL =
            Pattern.compile("(Parser|Syntax|Binder|Catalog|Not implemented|Parameter Not Allowed) Error:(?s).*");

    /** Matches the failure of a file that the database writes beside other work, as on a full disk. */
    private static final Pattern IN_JSON =
            Pattern.compile("(?s)(IO Error: ).*\\{.*\"exception_message\":\"((?:[^\"\\\\]|\\\\.)*)\".*");

    /** How the database begins when a table refuses: the rest is our own words. */
    private static final Pattern OURS = Pattern.compile("^(Invalid Input|Binder) Error: ");

    private final Accounts accounts;
    private final Analytics database;
    private final Connection connection;
    private final SqlCatalog catalog;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<String> unproven = Collections.synchronizedList(new ArrayList<>());
    private volatile @Nullable Statement running;

    /** Takes the results of a statement. */
    interface Results {
        void rows(SqlRows rows) throws SQLException;

        /** A statement brought no rows; -1 if it counts none either. */
        void changed(long count);
    }

    private SqlSession(CommandLineOptions options, Accounts accounts) throws SQLException {
        this.accounts = accounts;
        Analytics.Builder builder = Analytics.builder()
                .settings(accounts.settings())
                .clients((api, client) -> accounts.configure(client))
                .allowUnproven(options.flag(OptionNames.ALLOW_UNPROVEN))
                .onReport(this::heard);
        Integer prefetch = options.prefetch();
        if (prefetch != null) {
            builder.prefetch(prefetch);
        }
        Path file = options.path(OptionNames.DATABASE);
        if (file != null) {
            builder.file(file);
        }
        options.texts(OptionNames.STORED).forEach(folder -> builder.stored(Path.of(folder)));
        this.database = builder.open();
        this.connection = database.connection();
        this.catalog = new SqlCatalog(database.tables(), database.views());
    }

    /** Opens it; sends nothing. */
    static SqlSession open(CommandLineOptions options, Accounts accounts) {
        try {
            SqlSession session = new SqlSession(options, accounts);
            session.prepare();
            return session;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Days count in UTC, as in all of the command; what a sandbox knows of required parameters becomes a variable. */
    private void prepare() throws SQLException {
        for (ApiCatalog api : ApiCatalog.all()) {
            for (Table table : api.tables()) {
                for (Parameter each : table.parameters()) {
                    if (each.required()) {
                        accounts.fromSandbox(api, each.name())
                                .ifPresent(value -> variables.put(api.name() + "_" + each.name(), value));
                    }
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("set TimeZone = 'UTC'");
            for (Map.Entry<String, String> each : variables.entrySet()) {
                statement.execute("set variable " + each.getKey() + " = '"
                        + each.getValue().replace("'", "''") + "'");
            }
        }
    }

    private void heard(Table table, WalkReport report) {
        if (!report.proven()) {
            unproven.add(table.name() + ": " + String.join(" ", report.reasons()));
        }
    }

    SqlCatalog catalog() {
        return catalog;
    }

    /** The variables of the sandbox, with their values. */
    Map<String, String> variables() {
        return variables;
    }

    /** The walks whose rows are not proven to be all, with the reasons; forgotten once they were told. */
    List<String> unproven() {
        synchronized (unproven) {
            List<String> all = List.copyOf(unproven);
            unproven.clear();
            return all;
        }
    }

    /**
     * Runs one statement.
     *
     * @throws CommandException with the code and the sentence of what refused it; its cause is the database's own exception
     */
    void run(String sql, Results results) {
        try (PreparedStatement bound = connection.prepareStatement(sql);
                PreparedStatement other = readable(sql, bound)) {
            PreparedStatement statement = other == null ? bound : other;
            running = statement;
            if (statement.execute()) {
                try (ResultSet rows = statement.getResultSet()) {
                    results.rows(new SqlRows(rows));
                }
            } else {
                results.changed(statement.getUpdateCount());
            }
        } catch (SQLException e) {
            throw refused(e);
        } finally {
            running = null;
        }
    }

    /** Returns the statement that is to run instead of one whose rows the driver cannot read; null where it can. */
    private @Nullable PreparedStatement readable(String sql, PreparedStatement bound) throws SQLException {
        String readable = SqlRows.readable(sql, bound.getMetaData());
        try {
            return readable == null ? null : connection.prepareStatement(readable);
        } catch (SQLException e) {
            return null; // it is of a kind that no query takes its rows from, such as execute
        }
    }

    /** Ends the statement that runs, with its requests. */
    void cancel() {
        Statement statement = running;
        try {
            if (statement != null) {
                statement.cancel();
            }
        } catch (SQLException e) {
            // it has just ended by itself
        }
    }

    /** Ends the statement that runs, and lets none run after it. */
    void end() {
        cancel();
        try {
            connection.close();
        } catch (SQLException e) {
            // nothing runs on it any more
        }
    }

    private CommandException refused(SQLException failure) {
        Throwable ours = failure.getCause();
        while (ours != null && !(ours instanceof SdkException)) {
            ours = ours.getCause();
        }
        if (ours == null) {
            return failed(failure);
        }
        String message = OURS.matcher(firstPart(failure))
                .replaceFirst("")
                .replace(
                        "allow unproven walks to have them as they came",
                        OptionNames.ALLOW_UNPROVEN + " has them as they came");
        String said = String.valueOf(ours.getMessage());
        String sentence = Failures.sentence(ours);
        String hint = sentence.startsWith(said) ? sentence.substring(said.length()) : "";
        boolean key = ours instanceof InvalidRequestException && lacksKey(message);
        boolean notProven = ours instanceof WalkException && !unproven().isEmpty();
        int code = key ? ExitCode.KEY : notProven ? ExitCode.NOT_PROVEN : Failures.code(ours);
        return new CommandException(
                code, message + hint + (key ? "; " + OptionNames.SANDBOX + " needs none" : ""), failure);
    }

    private boolean lacksKey(String message) {
        return ApiCatalog.all().stream()
                .anyMatch(api -> message.contains("settings of " + api.name() + ": ") && !accounts.hasKey(api));
    }

    private static CommandException failed(SQLException failure) {
        String message = firstPart(failure);
        int code = WRONG_SQL.matcher(message).matches()
                ? ExitCode.WRONG_ARGUMENTS
                : message.contains("Could not set lock") ? ExitCode.BUSY : ExitCode.FAILED;
        return new CommandException(code, message, failure);
    }

    /** Without the place in the statement, which takes several lines to show, and without the JSON that some come in. */
    private static String firstPart(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        Matcher json = IN_JSON.matcher(message);
        if (json.matches()) {
            message = json.group(1) + json.group(2).replace("\\\"", "\"");
        }
        int place = message.indexOf("\n\n");
        return place < 0 ? message : message.substring(0, place);
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
