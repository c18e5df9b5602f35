package io.github.analytics4j.export;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.StoreLimits;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The differences between the databases that rows are kept in. */
enum SqlDialect {
    POSTGRES(HeldValues.POSTGRES) {
        @Override
        String type(SinkColumn column) {
            return switch (column.type()) {
                case TEXT, JSON, LIST, MAP -> "text";
                case BIGINT -> "bigint";
                case DOUBLE -> "double precision";
                case DECIMAL -> "numeric";
                case BOOLEAN -> "boolean";
                case DATE -> "date";
                case TIMESTAMP -> "timestamp with time zone";
            };
        }

        @Override
        String hash(int half) {
            return "('x' || encode(substr(sha256(convert_to(\"_id\", 'UTF8') || '\\x00'::bytea ||"
                    + " convert_to(\"_hash\", 'UTF8')), " + (1 + 8 * half) + ", 8), 'hex'))::bit(64)::bigint";
        }

        @Override
        String byBytes(String text) {
            return text + " collate \"C\"";
        }

        /** An entry of an index is a third of a page at most, which is 2,704 bytes with what belongs to it. */
        @Override
        boolean holds(String partition, String id) {
            return bytes(partition) + bytes(id) <= MOST_INDEXED;
        }

        private int bytes(String text) {
            return held().id(text).getBytes(StandardCharsets.UTF_8).length;
        }

        @Override
        List<String> keys(String table) {
            return List.of(
                    "alter table " + table + " add primary key (\"_partition\", \"_id\")",
                    "create index on " + table + " (\"_partition\", \"_unit\")");
        }

        @Override
        @Nullable
        Object value(ResultSet result, int index, SinkColumn column) throws SQLException {
            if (column.type() == Column.Type.Kind.TIMESTAMP) {
                OffsetDateTime time = result.getObject(index, OffsetDateTime.class);
                return time == null ? null : time.toInstant();
            } else if (column.type() == Column.Type.Kind.DATE) {
                return result.getObject(index, LocalDate.class);
            }
            return result.getObject(index);
        }

        /** The information schema shows a role none of the tables that it has no right to. */
        @Override
        String namesOfTables() {
            return "select 1 from pg_catalog.pg_class as c join pg_catalog.pg_namespace as n on n.oid = c.relnamespace"
                    + " where n.nspname = current_schema() and c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relname = ?";
        }

        /** Two sessions that make the same table at once fail, be it with {@code if not exists}; the transaction holds the lock. */
        @Override
        void makeAlone(Connection connection) throws SQLException {
            execute(
                    connection,
                    "select pg_advisory_xact_lock(hashtextextended('analytics4j ' || current_schema(), 0))");
        }

        /** Else nothing can be deleted from it where a publication has all tables. */
        @Override
        void identifyByAll(Connection connection, String table) throws SQLException {
            execute(connection, "alter table " + table + " replica identity full");
        }

        /** Column by column as arrays of texts: a statement for many rows, whatever their types. */
        @Override
        void fill(Connection connection, String table, List<SinkColumn> columns, Records rows)
                throws SQLException, IOException {
            StringJoiner arrays = new StringJoiner(", ");
            columns.forEach(each -> arrays.add("cast(? as text[])::" + type(each) + "[]"));
            String sql = "insert into " + quoted(table) + " select * from unnest(" + arrays + ")";
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                Batch batch = new Batch(columns.size());
                rows.each(record -> {
                    try {
                        batch.add(record);
                        if (batch.isFull()) {
                            batch.run(connection, insert);
                        }
                    } catch (SQLException e) {
                        throw uncommitted("the database refuses rows", e);
                    }
                });
                batch.run(connection, insert);
            }
        }
    },

    DUCKDB(HeldValues.DUCKDB) {
        @Override
        String type(SinkColumn column) {
            return switch (column.type()) {
                case TEXT, JSON, LIST, MAP -> "VARCHAR";
                case BIGINT -> "BIGINT";
                case DOUBLE -> "DOUBLE";
                case DECIMAL -> "DECIMAL(" + StoreLimits.DIGITS + "," + StoreLimits.SCALE + ")";
                case BOOLEAN -> "BOOLEAN";
                case DATE -> "DATE";
                case TIMESTAMP -> "TIMESTAMP WITH TIME ZONE";
            };
        }

        @Override
        String hash(int half) {
            return "('0x' || substr(sha256(\"_id\" || chr(0) || \"_hash\"), " + (1 + 16 * half) + ", 16))::ubigint";
        }

        @Override
        String byBytes(String text) {
            return text;
        }

        /** Indexes would slow it down; a lock keeps other runs away. */
        @Override
        List<String> keys(String table) {
            return List.of();
        }

        @Override
        @Nullable
        Object value(ResultSet result, int index, SinkColumn column) throws SQLException {
            return DuckDb.value(result, index);
        }

        @Override
        void fill(Connection connection, String table, List<SinkColumn> columns, Records rows)
                throws SQLException, IOException {
            DuckDb.append(connection, "temp", table, rows);
        }
    };

    /** Rows of values as {@link #held()} has them. */
    interface Records {
        void each(Receiver to) throws IOException;

        /** Takes rows one by one. */
        interface Receiver {
            void row(List<@Nullable Object> record) throws IOException;
        }
    }

    /** DuckDB's kinds of failure whose messages quote the value that they are about. */
    private static final Pattern QUOTES_VALUES = Pattern.compile("^(Constraint|Conversion|Invalid Input|Invalid type"
            + "|Out of Range|Mismatch Type|Cast|Serialization) Error");

    /** How DuckDB says what happened to a file, also within other words, on a second line, or as JSON. */
    private static final Pattern OF_A_FILE =
            Pattern.compile("(?s)^IO Error: .*?(Could not \\w+ file )\\\\?\"([^\"\\\\]+)\\\\?\"(: [^\"\n]+)");

    /** The codes of a connection that is gone, be it by the network, by the server or by a limit of the server's. */
    private static final Pattern BROKEN = Pattern.compile("08...|57P..|25P0[34]");

    private static final int SQL_STATE_LENGTH = 5;
    private static final int MOST_INDEXED = 2_600;

    private final HeldValues held;

    SqlDialect(HeldValues held) {
        this.held = held;
    }

    /** The values that its columns can hold. */
    final HeldValues held() {
        return held;
    }

    /** The type of a column. */
    abstract String type(SinkColumn column);

    /** Returns the statements of all else that a table of rows needs. */
    abstract List<String> keys(String table);

    /** A value of a result as a row has it. */
    abstract @Nullable Object value(ResultSet result, int index, SinkColumn column) throws SQLException;

    /** Eight bytes of the hash that {@link RowMaker.ContentHash} adds up for a row, as a whole number: the first or the second. */
    abstract String hash(int half);

    /** The expression by which texts are in the order of their bytes. */
    abstract String byBytes(String text);

    /** Whether a row can have that key. */
    boolean holds(String partition, String id) {
        return true;
    }

    /** The query that has a row where the schema has a table or view of that name, whatever this role may do with it. */
    String namesOfTables() {
        return "select 1 from information_schema.tables where table_schema = current_schema() and table_name = ?";
    }

    /** Waits until no other run makes tables, and keeps others from it for the length of the transaction. */
    void makeAlone(Connection connection) throws SQLException {
        // a lock on the file does
    }

    /** Has the rows of a table without a key told from others by all columns, for who follows what is deleted. */
    void identifyByAll(Connection connection, String table) throws SQLException {
        // nobody follows a file
    }

    /** Whether the schema has a table or view of that name, also one that this role may not read. */
    final boolean isThere(Connection connection, String table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(namesOfTables())) {
            select.setString(1, table);
            try (ResultSet result = select.executeQuery()) {
                return result.next();
            }
        }
    }

    /** Fills a temporary table of these columns. */
    abstract void fill(Connection connection, String table, List<SinkColumn> columns, Records rows)
            throws SQLException, IOException;

    /** A name as SQL has it, whatever word it is. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text as SQL has it. */
    static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A pattern that this path alone matches, for DuckDB and for Python. */
    static String pattern(String path) {
        return path.replaceAll("[\\[*?]", "[$0]");
    }

    /** The columns with their types, for a table that is made. */
    final String definitions(List<SinkColumn> columns) {
        StringJoiner all = new StringJoiner(", ");
        columns.forEach(each -> all.add(quoted(each.name()) + " " + type(each)));
        return all.toString();
    }

    static String names(String prefix, List<SinkColumn> columns) {
        StringJoiner all = new StringJoiner(", ");
        columns.forEach(each -> all.add(prefix + quoted(each.name())));
        return all.toString();
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static int update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Makes exceptions of a database's without the values of rows that it may repeat; neither has the cause. */
    static IOException failed(String what, SQLException why) {
        return new IOException(what + ": " + said(why), stripped(why));
    }

    /**
     * Makes exceptions of a transaction's before its commit.
     *
     * @param what of the database's, and so not told of a connection that broke
     */
    static IOException uncommitted(String what, SQLException why) {
        return failed(isBroken(why) ? "the connection broke before the commit, and nothing was written" : what, why);
    }

    /** Whether the connection is gone, so that the failure is none of the statement's. */
    static boolean isBroken(SQLException why) {
        return BROKEN.matcher(String.valueOf(why.getSQLState())).matches();
    }

    /** A failure of a database without the values that its message may repeat. */
    static SQLException stripped(SQLException why) {
        SQLException stripped = new SQLException(said(why), why.getSQLState());
        stripped.setStackTrace(why.getStackTrace());
        return stripped;
    }

    /**
     * The message of a database, as a report or a log may show it: no detail, for that repeats whole rows; no value that a message
     * quotes; and nothing that code of the database's own says, for nobody knows what that repeats.
     */
    static String said(SQLException why) {
        String message = String.valueOf(why.getMessage()).strip();
        String state = String.valueOf(why.getSQLState());
        if (state.startsWith("P0")) {
            return "code in the database, such as a trigger, refused it (SQLSTATE " + state
                    + "); the server's log has what it said";
        }
        String meaning = PostgresPlace.MEANINGS.get(state);
        if (meaning != null) {
            return meaning + " (SQLSTATE " + state + ")";
        }
        boolean quotes =
                state.startsWith("22") || QUOTES_VALUES.matcher(message).find();
        String plain = quotes ? message.replaceAll("(?s)([\"']).*\\1", "a value") : message;
        String known = state.length() == SQL_STATE_LENGTH ? " (SQLSTATE " + state + ")" : "";
        Matcher file = OF_A_FILE.matcher(plain);
        String said = file.find()
                ? "IO Error: " + file.group(1) + '"' + file.group(2) + '"' + file.group(3)
                : plain.lines().findFirst().orElse("").strip(); // what else it says begins on a line of its own
        return said + hint(why, state) + known;
    }

    private static String hint(SQLException why, String state) {
        if (state.startsWith("40")) {
            return ": run again, another session was in the way";
        } else if (state.equals("23503")) {
            return ": a row that is gone from the log goes once what refers to it does (on delete cascade), and stays with"
                    + " deletions = mark or keep";
        }
        return timedOut(why) ? " No answer came in the time that connectTimeout or socketTimeout sets" : "";
    }

    private static boolean timedOut(Throwable why) {
        Throwable cause = why.getCause();
        return why instanceof SocketTimeoutException || (cause != null && timedOut(cause));
    }

    /** Rows that go to PostgreSQL with one statement. */
    private static final class Batch {
        private static final int MOST_ROWS = 1000;
        private static final int MOST_CHARACTERS = 1 << 20;

        private final List<List<@Nullable String>> columns = new ArrayList<>();
        private int rows;
        private int characters;

        Batch(int count) {
            for (int i = 0; i < count; i++) {
                columns.add(new ArrayList<>());
            }
        }

        void add(List<@Nullable Object> record) {
            for (int i = 0; i < columns.size(); i++) {
                Object value = record.get(i);
                String text = value == null ? null : value.toString();
                columns.get(i).add(text);
                characters += text == null ? 0 : text.length();
            }
            rows++;
        }

        boolean isFull() {
            return rows >= MOST_ROWS || characters >= MOST_CHARACTERS;
        }

        void run(Connection connection, PreparedStatement insert) throws SQLException {
            if (rows == 0) {
                return;
            }
            for (int i = 0; i < columns.size(); i++) {
                insert.setArray(
                        i + 1, connection.createArrayOf("text", columns.get(i).toArray(new String[0])));
                columns.get(i).clear();
            }
            insert.executeUpdate();
            rows = 0;
            characters = 0;
        }
    }
}
