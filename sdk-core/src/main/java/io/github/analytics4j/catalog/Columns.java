package io.github.analytics4j.catalog;

import io.github.analytics4j.catalog.ColumnType.Kind;
import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects the columns of a row or of an object inside it, one line each; called by generated code. A path is that of the JSON;
 * behind the meaning, unit and scale may follow, with a line end before each.
 *
 * @param <T> what the getters are of
 */
public class Columns<T> {
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
            boolean own =
                    draft.owner == this && (named.isEmpty() || named.contains(draft.path.substring(prefix.length())));
            draft.nullable &= !own;
        }
    }

    private void add(
            Kind kind,
            @Nullable Kind element,
            String path,
            Function<T, ? extends @Nullable Object> getter,
            String doc) {
        drafts.add(new Column.Draft(this, prefix + path, new ColumnType(kind, element), of(getter), doc));
    }

    @SuppressWarnings("unchecked") // a row of a table is what its getters are of
    private Function<Object, @Nullable Object> of(Function<T, ? extends @Nullable Object> getter) {
        return row -> {
            Object target = owner.apply(row);
            return target == null ? null : getter.apply((T) target);
        };
    }

    /** What the records of a row have that no spec foresaw, as one JSON object; null if there is nothing. */
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
