package io.github.analytics4j.catalog;

import io.github.analytics4j.catalog.Column.Type.Kind;
import io.github.analytics4j.catalog.Parameter.Choice;
import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list of rows that an operation can give, with its columns. Immutable; a row is read with {@link Column#get}. */
public final class Table {
    /** The last column of every table: what arrived in a row that the vendor does not document. */
    static final String UNEXPECTED = "unexpected";

    /** The ways in which rows come. */
    public enum Paging {
        /** With one response. */
        NONE,
        /** Page by page, by the index of the first row. */
        OFFSET,
        /** Page by page, by the number of the page. */
        PAGE,
        /** By a time window and a limit alone. */
        WINDOW
    }

    private final ApiOperation operation;
    private final String name;
    private final String doc;
    private final RowFinder<?> rows;
    private final List<Column> columns;
    private final @Nullable Column id;
    private final @Nullable Column time;
    private final boolean nested;

    private Table(Builder<?> from, ApiOperation operation) {
        this.operation = operation;
        this.name = from.name;
        this.doc = from.doc;
        this.rows = from.rows;
        this.columns = from.columns();
        this.id = at(from.id);
        this.time = at(from.time);
        this.nested = from.nested;
    }

    private @Nullable Column at(@Nullable String path) {
        return columns.stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElse(null);
    }

    /** {@return its name, a plain SQL identifier that no table of another API has: {@code synthflow_calls}} */
    public String name() {
        return name;
    }

    /** {@return the operation that gives the rows} */
    public ApiOperation operation() {
        return operation;
    }

    /** {@return what a row is, in sentences} */
    public String doc() {
        return doc;
    }

    /** {@return the columns in their order; the last one is {@code unexpected}} */
    public List<Column> columns() {
        return columns;
    }

    /**
     * {@return the column of a name, if there is one}
     *
     * @param columnName a plain SQL identifier: {@code call_id}
     */
    public Optional<Column> column(String columnName) {
        return columns.stream().filter(each -> each.name().equals(columnName)).findFirst();
    }

    /** {@return the column that tells a row from all others, if there is one} */
    public Optional<Column> idColumn() {
        return Optional.ofNullable(id);
    }

    /** {@return the column with a row's time, by which the time window selects, if there is one} */
    public Optional<Column> timeColumn() {
        return Optional.ofNullable(time);
    }

    /** {@return whether there can be several rows; else there is one, the response itself or an object in it} */
    public boolean listed() {
        return rows.listed;
    }

    /** {@return whether the rows are those of lists inside other rows; columns of these come with each} */
    public boolean nested() {
        return nested;
    }

    /** {@return the way the rows come} */
    public Paging paging() {
        return rows.paged ? operation.paging() : Paging.NONE;
    }

    /** {@return the number of rows on a page when the request sets none; 0 where rows come with one response} */
    public int defaultPageSize() {
        return rows.paged ? operation.defaultPageSize() : 0;
    }

    /** {@return the greatest number of rows on a page; 0 where rows come with one response} */
    public int maxPageSize() {
        return rows.paged ? operation.maxPageSize() : 0;
    }

    /**
     * {@return the greatest length of one request's time window in days; null where it may be of any length} A window
     * without an end goes up to now. {@link ApiOperation#rules} says whether a walk over a longer window with an end is
     * made of parts.
     */
    public @Nullable Integer longestDays() {
        return operation.longestDays();
    }

    /**
     * {@return the parameters that narrow or shape the rows: those of the operation without those that place a page}
     */
    public List<Parameter> parameters() {
        return operation.parameters().stream()
                .filter(each -> each.role() != Parameter.Role.PAGE_SIZE && each.role() != Parameter.Role.POSITION)
                .toList();
    }

    /**
     * {@return a row as JSON, with everything that arrived in it}
     *
     * @param row that {@link ApiSession#rows(Table, Arguments)} brought
     */
    public String json(Object row) {
        return Column.json(RowFinder.own(row));
    }

    RowFinder.Found find(Object response) {
        return rows.of(response);
    }

    boolean paged() {
        return rows.paged;
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }

    /**
     * A table in the making; called by generated code.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public static <R> Builder<R> of(String name, String doc, RowFinder<R> rows) {
        return new Builder<>(name, doc, rows);
    }

    /**
     * Collects a table.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public static final class Builder<R> extends Columns<R> {
        private final String name;
        private final String doc;
        private final RowFinder<R> rows;
        private @Nullable String id;
        private @Nullable String time;
        private boolean nested;

        private Builder(String name, String doc, RowFinder<R> rows) {
            super(new ArrayList<>(), new LinkedHashMap<>(), "", RowFinder::own);
            this.name = Objects.requireNonNull(name, "name");
            this.doc = Objects.requireNonNull(doc, "doc");
            this.rows = rows;
        }

        /** Columns of the row around each, for a list inside the rows of another. */
        public <P> Columns<P> parent(String path) {
            nested = true;
            return new Columns<>(drafts, records, path + ".", row -> ((RowFinder.Nested) row).parent());
        }

        /** The path that tells a row from all others. */
        public void id(String path) {
            this.id = path;
        }

        /** The path of a row's time. */
        public void time(String path) {
            this.time = path;
        }

        Table build(ApiOperation operation) {
            return new Table(this, operation);
        }

        private List<Column> columns() {
            Set<String> taken = new HashSet<>(Set.of(UNEXPECTED));
            List<Column> columns = new ArrayList<>();
            for (Column.Draft draft : drafts) {
                String wish = Column.snake(draft.path);
                String free = wish;
                for (int i = 2; !taken.add(free); i++) {
                    free = wish + "_" + i;
                }
                columns.add(new Column(draft, free));
            }
            Map<String, Function<Object, @Nullable Object>> nested = new LinkedHashMap<>();
            nested.put("", RowFinder::own);
            nested.putAll(records);
            columns.add(new Column(
                    new Column.Draft(
                            null,
                            UNEXPECTED,
                            new Column.Type(Column.Type.Kind.JSON, null),
                            row -> Columns.unexpected(nested, row),
                            "What arrived in the row that the vendor does not document, by its path."),
                    UNEXPECTED));
            return List.copyOf(columns);
        }
    }

    /**
     * Collects the columns of a row or of an object inside it, one line each; called by generated code. A path is that of
     * the JSON; behind the meaning, unit and scale may follow, with a line end before each.
     *
     * @param <T> what the getters are of
     * @hidden
     */
    @GeneratedCodeApi
    public static class Columns<T> {
        final List<Column.Draft> drafts;
        /** The objects inside a row whose fields are columns, by path. */
        final Map<String, Function<Object, @Nullable Object>> records;

        private final String prefix;
        private final Function<Object, @Nullable Object> owner;

        Columns(
                List<Column.Draft> drafts,
                Map<String, Function<Object, @Nullable Object>> records,
                String prefix,
                Function<Object, @Nullable Object> owner) {
            this.drafts = drafts;
            this.records = records;
            this.prefix = prefix;
            this.owner = owner;
        }

        /** Text, an id, a bucket or a period. */
        public final void text(String path, Function<T, ? extends @Nullable Object> getter, String doc) {
            add(Kind.TEXT, null, path, getter, doc);
        }

        /** Text of a set that is known and may grow. */
        public final void choice(
                String path, Function<T, ? extends @Nullable Object> getter, String doc, List<Choice> choices) {
            add(Kind.TEXT, null, path, getter, doc);
            drafts.get(drafts.size() - 1).choices = choices;
        }

        /** A whole number. */
        public final void bigint(String path, Function<T, ? extends @Nullable Object> getter, String doc) {
            add(Kind.BIGINT, null, path, getter, doc);
        }

        /** A rate, a share or an average. */
        public final void number(String path, Function<T, ? extends @Nullable Object> getter, String doc) {
            add(Kind.DOUBLE, null, path, getter, doc);
        }

        /** Money. */
        public final void decimal(String path, Function<T, ? extends @Nullable Object> getter, String doc) {
            add(Kind.DECIMAL, null, path, getter, doc);
        }

        /** True or false. */
        public final void bool(String path, Function<T, ? extends @Nullable Object> getter, String doc) {
            add(Kind.BOOLEAN, null, path, getter, doc);
        }

        /** A day. */
        public final void date(String path, Function<T, ? extends @Nullable Object> getter, String doc) {
            add(Kind.DATE, null, path, getter, doc);
        }

        /** A point in time. */
        public final void timestamp(String path, Function<T, ? extends @Nullable Object> getter, String doc) {
            add(Kind.TIMESTAMP, null, path, getter, doc);
        }

        /** Anything else, as JSON. */
        public final void json(String path, Function<T, ? extends @Nullable Object> getter, String doc) {
            add(Kind.JSON, null, path, getter, doc);
        }

        /** A list of scalars. */
        public final void list(Kind element, String path, Function<T, ? extends @Nullable Object> getter, String doc) {
            add(Kind.LIST, element, path, getter, doc);
        }

        /** An object with free names and scalar values. */
        public final void map(Kind element, String path, Function<T, ? extends @Nullable Object> getter, String doc) {
            add(Kind.MAP, element, path, getter, doc);
        }

        /** Collects the columns of an object inside, whose paths begin with its own. */
        public final <U> Columns<U> at(String path, Function<T, @Nullable U> getter) {
            Function<Object, @Nullable Object> inside = of(getter);
            records.put(prefix + path + ".", inside);
            return new Columns<>(drafts, records, prefix + path + ".", inside);
        }

        /** Says of fields of this object that the vendor documents them as always there; without paths, of all so far. */
        public final void always(String... paths) {
            List<String> named = List.of(paths);
            for (Column.Draft draft : drafts) {
                boolean own = draft.owner == this
                        && (named.isEmpty() || named.contains(draft.path.substring(prefix.length())));
                draft.nullable &= !own;
            }
        }

        private void add(
                Kind kind,
                @Nullable Kind element,
                String path,
                Function<T, ? extends @Nullable Object> getter,
                String doc) {
            drafts.add(new Column.Draft(this, prefix + path, new Column.Type(kind, element), of(getter), doc));
        }

        @SuppressWarnings("unchecked") // a row of a table is what its getters are of
        private Function<Object, @Nullable Object> of(Function<T, ? extends @Nullable Object> getter) {
            return row -> {
                Object target = owner.apply(row);
                return target == null ? null : getter.apply((T) target);
            };
        }

        /** Collects what the records of a row have that no spec foresaw, as one JSON object; null if there is none. */
        static @Nullable Object unexpected(Map<String, Function<Object, @Nullable Object>> records, Object row) {
            Map<String, JsonValue> all = new LinkedHashMap<>();
            records.forEach((prefix, record) -> {
                if (orNull(record, row) instanceof JsonRecord one) {
                    one.unexpected().arrivals().forEach((path, value) -> all.put(prefix + path, value));
                }
            });
            return all.isEmpty() ? null : all;
        }

        private static @Nullable Object orNull(Function<Object, @Nullable Object> record, Object row) {
            try {
                return record.apply(row);
            } catch (UnexpectedValueException notAsDocumented) {
                return null;
            }
        }
    }
}
