package io.github.analytics4j.export;

import io.github.analytics4j.catalog.Column;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A table of rows in a database. */
final class SqlTable {
    private static final SinkColumn PARTITION =
            new SinkColumn("_partition", Column.Type.Kind.TEXT, "The value that narrows the table, such as an agent.");
    private static final SinkColumn UNIT =
            new SinkColumn("_unit", Column.Type.Kind.TEXT, "The UTC day of the row, undated, or whole.");
    private static final SinkColumn OP = new SinkColumn("_op", Column.Type.Kind.TEXT, "What happens to the row.");
    private static final SinkColumn SEQUENCE =
            new SinkColumn("_seq", Column.Type.Kind.BIGINT, "Where the row came in the batch.");
    private static final String NO_RIGHT = "42501";
    private static final String STAGE = "_a4j_stage";

    /** Whether a row of the table or of the stage and a staged change are of one id. */
    private static final String SAME = "t.\"_partition\" = s.\"_partition\" and t.\"_id\" = s.\"_id\"";

    private static final String GONE = "s.\"_op\" in ('DELETED', 'MOVED')";
    private static final String WRITTEN = written("s");

    /** The query for a staged change that writes the row which this one takes out of a unit. */
    private static final String WRITTEN_TOO = "select 1 from " + STAGE
            + " as u where u.\"_partition\" = s.\"_partition\"" + " and u.\"_id\" = s.\"_id\" and " + written("u");

    private final SqlDialect dialect;
    private final SinkTable table;
    private final List<SinkColumn> held;
    private final List<SinkColumn> all;
    private final String name;
    /** Columns that the table has not yet, or has no more: their values are read as null, and the rows as of no known content. */
    private final Set<String> lacking = new HashSet<>();

    /** Whether the table was there when somebody asked. */
    private boolean known;

    SqlTable(SqlDialect dialect, SinkTable table) {
        this.dialect = dialect;
        this.table = table;
        this.held = HeldValues.columns(table);
        this.all = new ArrayList<>(held);
        all.add(PARTITION);
        all.add(UNIT);
        this.name = SqlDialect.quoted(table.name());
    }

    /** The condition on a staged change that it leaves a row in its unit. */
    private static String written(String change) {
        return change + ".\"_op\" not in ('DELETED', 'MOVED')";
    }

    /** The columns that the table has in the database, with their types, and with what limits the values of a type. */
    private Map<String, String> there(Connection connection) throws SQLException {
        Map<String, String> types = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("select column_name, case when data_type = 'numeric' and numeric_scale >= 0"
                        + " then 'numeric(' || numeric_precision || ',' || numeric_scale || ')'"
                        + " when data_type like 'timestamp%' and datetime_precision < 6"
                        + " then replace(data_type, 'timestamp', 'timestamp(' || datetime_precision || ')')"
                        + " else data_type end from information_schema.columns"
                        + " where table_schema = current_schema() and table_name = ?")) {
            select.setString(1, table.name());
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    types.put(result.getString(1), result.getString(2));
                }
            }
        }
        return types;
    }

    /**
     * Whether there is the table. Once it is, the database is asked no more: a session asks for each unit, and DuckDB, whose file
     * is opened for each, takes longer to tell than to read the unit.
     *
     * @param connection outside of a transaction
     */
    boolean isThere(Connection connection) throws SQLException {
        known = known || !there(connection).isEmpty();
        return known;
    }

    /**
     * The state as it is stored, held against the rows that are there; null where there is neither. Nothing is made.
     *
     * @throws StateException if the table or the state cannot be used
     */
    @Nullable
    SyncState state(Connection connection) throws SQLException, StateException {
        requireUsable(connection);
        SqlControl.Documents stored = SqlControl.documents(connection, dialect, table.name());
        SyncState state = SqlRecovery.state(stored, units(connection), isNarrow());
        if (state != null) {
            SqlRecovery.noteRepeats(connection, name, state);
        }
        return state;
    }

    /** Refuses a table of somebody else's, and one with a column of another type. */
    private void requireUsable(Connection connection) throws SQLException, StateException {
        Map<String, String> there = there(connection);
        known = !there.isEmpty();
        lacking.clear();
        if (!known && dialect.isThere(connection, table.name())) {
            throw new StateException(
                    "there is a table or view " + table.name() + " that this role may not read, or whose"
                            + " columns cannot be told: let its owner grant select, and for runs also insert, update and delete;"
                            + " or rename it, so that a new one is made");
        } else if (!known) {
            return;
        } else if (!there.containsKey(PARTITION.name()) || !there.containsKey(SinkTable.ID.name())) {
            throw new StateException("there is a table " + table.name()
                    + " that was not made by a sync: rename it, or keep the rows in another database or schema");
        }
        List<SinkColumn> needed = List.of(UNIT, SinkTable.HASH, SinkTable.CHANGED_AT, SinkTable.DELETED_AT);
        for (SinkColumn each : needed) {
            if (!there.containsKey(each.name())) {
                throw new StateException("the table " + table.name() + " has no column " + each.name()
                        + ", without which no sync can go on: rename the table, so that a new one is made");
            }
        }
        for (SinkColumn each : all) {
            String type = there.get(each.name());
            if (type == null) {
                lacking.add(each.name());
            } else if (!type.equalsIgnoreCase(dialect.type(each))) {
                throw new StateException("the column " + each.name() + " of " + table.name() + " is " + type
                        + " in the database and " + dialect.type(each)
                        + " now: rename the table, so that a new one is made");
            }
        }
    }

    /** Whether rows were stored without some of the columns that the table has in the catalogue. */
    private boolean isNarrow() {
        return !lacking.isEmpty();
    }

    /**
     * Makes the table, or adds the columns that it lacks. Rows that are there have no known content then, so that they are read again
     * until the values of these columns are there, also by a run that goes on after this one was killed.
     */
    void make(Connection connection) throws SQLException, IOException {
        Map<String, String> there = there(connection);
        if (there.isEmpty()) {
            SqlDialect.execute(connection, "create table " + name + " (" + dialect.definitions(all) + ")");
            for (String statement : dialect.keys(name)) {
                SqlDialect.execute(connection, statement);
            }
            for (SinkColumn each : all) {
                comment(connection, each, "");
            }
            return;
        }
        for (SinkColumn each : all) {
            if (!there.containsKey(each.name())) {
                add(connection, each, there);
                comment(connection, each, " Null in rows that were not read again since the column came.");
            }
        }
        if (isNarrow()) {
            SqlDialect.update(connection, forget());
        }
        lacking.clear();
    }

    private String forget() {
        return "update " + name + " set \"_hash\" = '' where \"_deleted_at\" is null";
    }

    private String adding(SinkColumn column) {
        return "alter table " + name + " add column " + SqlDialect.quoted(column.name()) + " " + dialect.type(column);
    }

    private void add(Connection connection, SinkColumn column, Map<String, String> there)
            throws SQLException, IOException {
        try {
            SqlDialect.execute(connection, adding(column));
        } catch (SQLException e) {
            if (!NO_RIGHT.equals(e.getSQLState())) {
                throw e;
            }
            StringJoiner statements = new StringJoiner("; ");
            all.stream().filter(each -> !there.containsKey(each.name())).forEach(each -> statements.add(adding(each)));
            throw new StateException("the table " + table.name() + " lacks columns, which its owner alone may add:"
                    + " let the owner run " + statements.add(forget()));
        }
    }

    private void comment(Connection connection, SinkColumn column, String more) throws SQLException {
        String doc = column.doc() + more;
        String ascii = HeldValues.inAscii(doc);
        SqlDialect.execute(
                connection,
                "comment on column " + name + "." + SqlDialect.quoted(column.name()) + " is "
                        + SqlDialect.text(doc.equals(ascii) || hasEveryCharacter(connection) ? doc : ascii));
    }

    private boolean hasEveryCharacter(Connection connection) throws SQLException {
        if (dialect == SqlDialect.DUCKDB) {
            return true;
        }
        try (PreparedStatement show = connection.prepareStatement("show server_encoding");
                ResultSet result = show.executeQuery()) {
            return result.next() && result.getString(1).equals("UTF8");
        }
    }

    /** Puts the changed rows into a temporary table. */
    void stage(Connection connection, RowChanges changes) throws SQLException, IOException {
        List<SinkColumn> staged = new ArrayList<>(all);
        staged.add(OP);
        staged.add(SEQUENCE);
        SqlDialect.execute(connection, "create temp table " + STAGE + " (" + dialect.definitions(staged) + ")");
        long[] sequence = {0};
        dialect.fill(
                connection,
                STAGE,
                staged,
                to -> changes.each((op, unit, row) -> {
                    List<@Nullable Object> record = dialect.held().record(table, row);
                    record.add(unit.partition());
                    record.add(unit.name());
                    record.add(op.name());
                    record.add(sequence[0]++);
                    to.row(record);
                }));
    }

    /**
     * Makes the table as the staged changes say. Rows that are gone first, since a row of the same id may come to another unit. One
     * that moved to another unit is changed where it is, as far as the table has a key: what somebody else's table refers to is not
     * deleted then.
     */
    void merge(Connection connection) throws SQLException, IOException {
        boolean keyed = !dialect.keys(name).isEmpty();
        String gone = keyed ? GONE + " and not exists (" + WRITTEN_TOO + ")" : GONE;
        deleteGone(connection, gone);
        keepLastOfEachId(connection);
        // to compare rows takes all columns of the table where no index finds them, and of most batches none is there
        if (count(connection, WRITTEN + " and exists (select 1 from " + name + " as t where " + SAME + ")") > 0) {
            updateChanged(connection);
        }
        insertNew(connection);
        if (keyed) {
            requireKept(connection, gone);
        }
        SqlDialect.execute(connection, "drop table " + STAGE);
    }

    private void deleteGone(Connection connection, String gone) throws SQLException {
        SqlDialect.update(
                connection,
                "delete from " + name + " as t using " + STAGE + " as s where " + SAME
                        + " and t.\"_unit\" = s.\"_unit\" and " + gone);
    }

    private static void keepLastOfEachId(Connection connection) throws SQLException {
        SqlDialect.update(
                connection,
                "delete from " + STAGE + " as s using " + STAGE + " as t where " + SAME + " and " + WRITTEN + " and "
                        + written("t") + " and t.\"_seq\" > s.\"_seq\"");
    }

    private void updateChanged(Connection connection) throws SQLException {
        StringJoiner set = new StringJoiner(", ");
        List<SinkColumn> compared = new ArrayList<>(all);
        compared.remove(SinkTable.CHANGED_AT);
        for (SinkColumn each : all) {
            String column = SqlDialect.quoted(each.name());
            set.add(column + " = " + (each.equals(SinkTable.CHANGED_AT) ? changedAt() : "s." + column));
        }
        SqlDialect.update(
                connection,
                "update " + name + " as t set " + set + " from " + STAGE + " as s where " + SAME
                        + " and " + WRITTEN + " and (" + SqlDialect.names("t.", compared)
                        + ") is distinct from (" + SqlDialect.names("s.", compared) + ")");
    }

    private void insertNew(Connection connection) throws SQLException {
        SqlDialect.update(
                connection,
                "insert into " + name + " (" + SqlDialect.names("", all) + ") select " + SqlDialect.names("s.", all)
                        + " from " + STAGE + " as s where " + WRITTEN + " and not exists (select 1 from " + name
                        + " as t where " + SAME + ")");
    }

    /** Refuses a merge of which the database's own code, such as a trigger, left out a part without a word. */
    private void requireKept(Connection connection, String gone) throws SQLException, IOException {
        String there = "exists (select 1 from " + name + " as t where " + SAME + " and t.\"_unit\" = s.\"_unit\"";
        long left = count(connection, WRITTEN + " and not " + there + " and t.\"_hash\" = s.\"_hash\")");
        long kept = count(connection, gone + " and " + there + ")");
        if (left + kept > 0) {
            throw new StateException("the database did not write " + left + " and did not delete " + kept
                    + " of the rows of " + table.name()
                    + ", and said nothing: a trigger, a rule or a policy of that table"
                    + " leaves them out; nothing was written");
        }
    }

    private static long count(Connection connection, String staged) throws SQLException {
        return SqlControl.count(connection, STAGE + " as s where " + staged);
    }

    /** A row of no known content may turn out to be as it was. */
    private String changedAt() {
        List<SinkColumn> values = table.columns();
        return values.isEmpty()
                ? "s.\"_changed_at\""
                : "case when t.\"_hash\" = '' and t.\"_deleted_at\" is null and (" + SqlDialect.names("t.", values)
                        + ") is not distinct from (" + SqlDialect.names("s.", values)
                        + ") then t.\"_changed_at\" else s.\"_changed_at\" end";
    }

    /** The columns that are read, as the table has them. */
    private String selected() {
        StringJoiner columns = new StringJoiner(", ");
        for (SinkColumn each : held) {
            boolean unknown = isNarrow() && each.equals(SinkTable.HASH);
            columns.add(
                    unknown
                            ? "''"
                            : lacking.contains(each.name())
                                    ? "cast(null as " + dialect.type(each) + ")"
                                    : SqlDialect.quoted(each.name()));
        }
        return columns.toString();
    }

    /** Selects the rows of a unit, sorted by their time as far as a database can, and then by id. */
    String selectUnit() {
        int time = table.timeIndex();
        SinkColumn column = time < 0 ? null : table.columns().get(time);
        String first = "";
        if (column != null && !lacking.contains(column.name())) {
            String name = SqlDialect.quoted(column.name());
            // a text begins with its day
            first = (column.type() == Column.Type.Kind.TEXT ? "substr(" + name + ", 1, 10)" : name) + " nulls first, ";
        }
        return "select " + selected() + " from " + this.name + " where \"_partition\" = ? and \"_unit\" = ? order by "
                + first + dialect.byBytes("\"_id\"");
    }

    /** Selects the units of rows by an array of their ids. */
    String selectUnits() {
        return "select \"_id\", \"_unit\" from " + name + " where \"_partition\" = ? and \"_id\" = any(?)";
    }

    StoredRow row(ResultSet result) throws SQLException, IOException {
        List<@Nullable Object> record = new ArrayList<>(held.size());
        for (int i = 0; i < held.size(); i++) {
            record.add(dialect.value(result, i + 1, held.get(i)));
        }
        return HeldValues.row(table, record);
    }

    /** Reads the contents of the units in the table. */
    private Map<UnitKey, SqlRecovery.Found> units(Connection connection) throws SQLException {
        Map<UnitKey, SqlRecovery.Found> units = new HashMap<>();
        if (!isThere(connection)) {
            return units;
        }
        String there = " filter (where \"_deleted_at\" is null)";
        String sql = "select \"_partition\", \"_unit\", count(*)" + there + ", count(\"_deleted_at\"), sum("
                + dialect.hash(0) + ")" + there + ", sum(" + dialect.hash(1) + ")" + there + " from " + name
                + " group by 1, 2";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet result = select.executeQuery()) {
            while (result.next()) {
                units.put(
                        new UnitKey(result.getString(1), result.getString(2)),
                        new SqlRecovery.Found(result.getLong(3), result.getLong(4), low(result, 5), low(result, 6)));
            }
        }
        return units;
    }

    /** The low 64 bits of a sum. */
    private static long low(ResultSet result, int index) throws SQLException {
        Object sum = result.getObject(index);
        return sum == null ? 0 : new BigDecimal(sum.toString()).toBigInteger().longValue();
    }
}
