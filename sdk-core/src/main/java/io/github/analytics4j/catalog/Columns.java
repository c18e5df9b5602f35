package io.github.analytics4j.catalog;

import io.github.analytics4j.catalog.ColumnType.Kind;
import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.json.Unexpected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects columns, one short line each; called by generated code. A path is that of the JSON; unit and scale may follow the
 * meaning.
 *
 * @param <T> what the getters are of
 * @param <B> the collector itself
 */
public abstract class Columns<T, B extends Columns<T, B>> {
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

    /** Columns of an object inside a row. */
    public static final class Part<T> extends Columns<T, Part<T>> {
        Part(
                List<Column.Draft> drafts,
                Map<String, Function<Object, @Nullable Object>> records,
                String prefix,
                Function<Object, @Nullable Object> owner) {
            super(drafts, records, prefix, owner);
        }
    }

    @SuppressWarnings("unchecked") // B is the class itself
    private B self() {
        return (B) this;
    }

    /** Text, an id, a bucket or a period. */
    public B text(String path, Function<T, ? extends @Nullable Object> getter, String doc, String... measure) {
        return add(Kind.TEXT, null, path, getter, doc, measure);
    }

    /** Text of a set that is known and may grow. */
    public B choice(String path, Function<T, ? extends @Nullable Object> getter, String doc, List<Choice> choices) {
        add(Kind.TEXT, null, path, getter, doc);
        drafts.get(drafts.size() - 1).choices = choices;
        return self();
    }

    /** A whole number. */
    public B bigint(String path, Function<T, ? extends @Nullable Object> getter, String doc, String... measure) {
        return add(Kind.BIGINT, null, path, getter, doc, measure);
    }

    /** A rate, a share or an average. */
    public B number(String path, Function<T, ? extends @Nullable Object> getter, String doc, String... measure) {
        return add(Kind.DOUBLE, null, path, getter, doc, measure);
    }

    /** Money. */
    public B decimal(String path, Function<T, ? extends @Nullable Object> getter, String doc, String... measure) {
        return add(Kind.DECIMAL, null, path, getter, doc, measure);
    }

    /** True or false. */
    public B bool(String path, Function<T, ? extends @Nullable Object> getter, String doc, String... measure) {
        return add(Kind.BOOLEAN, null, path, getter, doc, measure);
    }

    /** A day. */
    public B date(String path, Function<T, ? extends @Nullable Object> getter, String doc, String... measure) {
        return add(Kind.DATE, null, path, getter, doc, measure);
    }

    /** A point in time. */
    public B timestamp(String path, Function<T, ? extends @Nullable Object> getter, String doc, String... measure) {
        return add(Kind.TIMESTAMP, null, path, getter, doc, measure);
    }

    /** Anything else, as JSON. */
    public B json(String path, Function<T, ? extends @Nullable Object> getter, String doc, String... measure) {
        return add(Kind.JSON, null, path, getter, doc, measure);
    }

    /** A list of scalars. */
    public B list(
            Kind element, String path, Function<T, ? extends @Nullable Object> getter, String doc, String... measure) {
        return add(Kind.LIST, element, path, getter, doc, measure);
    }

    /** An object with free names and scalar values. */
    public B map(
            Kind element, String path, Function<T, ? extends @Nullable Object> getter, String doc, String... measure) {
        return add(Kind.MAP, element, path, getter, doc, measure);
    }

    /** The columns of an object inside, whose paths begin with its own. */
    public <U> B at(String path, Function<T, @Nullable U> getter, Consumer<Part<U>> columns) {
        Function<Object, @Nullable Object> inside = of(getter);
        records.put(prefix + path + ".", inside);
        columns.accept(new Part<>(drafts, records, prefix + path + ".", inside));
        return self();
    }

    /** Says of fields of this object that the vendor documents them as always there. */
    public B always(String... paths) {
        for (Column.Draft draft : drafts) {
            for (String path : paths) {
                draft.nullable &= !draft.path.equals(prefix + path);
            }
        }
        return self();
    }

    private B add(
            Kind kind,
            @Nullable Kind element,
            String path,
            Function<T, ? extends @Nullable Object> getter,
            String doc,
            String... measure) {
        drafts.add(new Column.Draft(prefix + path, new ColumnType(kind, element), of(getter), doc, measure));
        return self();
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
            if (orNull(record, row) instanceof JsonRecord one && one.unexpected() != Unexpected.NONE) {
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
