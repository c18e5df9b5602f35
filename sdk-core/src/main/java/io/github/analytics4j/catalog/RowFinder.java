package io.github.analytics4j.catalog;

import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.json.FieldValues;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.UnexpectedContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of a table in a response; made by generated code.
 *
 * @param <T> what a row is
 * @hidden
 */
@GeneratedCodeApi
public final class RowFinder<T> {

    /** A row of a list inside a row of another list, with that one. */
    record Nested(Object parent, Object row) {}

    /** The rows of a response, and what speaks against their being all. */
    static final class Found {
        final List<Object> rows = new ArrayList<>();
        int unreadable;

        @Nullable
        String doubt;

        private void lost(List<Integer> places, @Nullable String why) {
            unreadable += places.size();
            doubt = doubt == null ? why : doubt;
        }
    }

    final boolean paged;
    final boolean listed;
    private final BiConsumer<Object, Found> finder;

    private RowFinder(boolean paged, boolean listed, BiConsumer<Object, Found> finder) {
        this.paged = paged;
        this.listed = listed;
        this.finder = finder;
    }

    /** The response itself, as the only row. */
    public static <R> RowFinder<R> response() {
        return new RowFinder<>(false, false, (response, found) -> found.rows.add(response));
    }

    /** The elements of a response that is a list. */
    public static <R> RowFinder<R> elements() {
        return new RowFinder<>(false, true, (response, found) -> {
            List<?> list = (List<?>) response;
            found.rows.addAll(list);
            found.lost(UnexpectedContent.of(list).unreadable(), null);
        });
    }

    /** The rows of an operation that pages. */
    public static <R> RowFinder<R> pages() {
        return new RowFinder<>(true, true, (response, found) -> {});
    }

    /** An object inside each; of one that is not there, nothing follows. */
    public <U> RowFinder<U> at(Function<? super T, ? extends @Nullable U> getter) {
        return then(listed, (row, found) -> {
            Object inside = getter.apply(this.<T>cast(row));
            if (inside != null) {
                found.rows.add(row instanceof Nested nested ? new Nested(nested.parent(), inside) : inside);
            }
        });
    }

    /**
     * The elements of a list inside each.
     *
     * @param field the index of the list among the fields of its record
     */
    public <U> RowFinder<U> list(int field, Function<? super T, ? extends List<U>> getter) {
        return then(true, (row, found) -> {
            Object owner = own(row);
            whole(owner, field, found);
            for (U each : getter.apply(this.<T>cast(row))) {
                found.rows.add(listed ? new Nested(owner, each) : each);
            }
        });
    }

    /**
     * The entries of a map inside each.
     *
     * @param field the index of the map among the fields of its record
     */
    public <V> RowFinder<Map.Entry<String, V>> map(int field, Function<? super T, ? extends Map<String, V>> getter) {
        return then(true, (row, found) -> {
            Object owner = own(row);
            whole(owner, field, found);
            getter.apply(this.<T>cast(row)).forEach((key, value) -> {
                Map.Entry<String, V> entry = Map.entry(key, value);
                found.rows.add(listed ? new Nested(owner, entry) : entry);
            });
        });
    }

    /** Refuses a value of another kind, and counts the elements that could not be read. */
    private static void whole(Object owner, int field, Found found) {
        if (owner instanceof JsonRecord holder) {
            UnexpectedContent unexpected = holder.unexpected();
            FieldValues.requireKind(unexpected, field);
            found.lost(FieldValues.unreadable(unexpected, field), FieldValues.doubt(unexpected, field));
        }
    }

    private <U> RowFinder<U> then(boolean ofList, BiConsumer<Object, Found> step) {
        return new RowFinder<>(false, ofList, (response, found) -> {
            Found before = new Found();
            finder.accept(response, before);
            found.lost(List.of(), before.doubt);
            found.unreadable += before.unreadable;
            before.rows.forEach(row -> step.accept(row, found));
        });
    }

    Found of(Object response) {
        Found found = new Found();
        finder.accept(response, found);
        return found;
    }

    /** The row without the one around it. */
    static Object own(Object row) {
        return row instanceof Nested nested ? nested.row() : row;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // each step is made for what the one before it finds
    private <U> U cast(Object row) {
        return (U) own(row);
    }
}
