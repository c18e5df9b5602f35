package io.github.analytics4j.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an operation hands out a long list: its parameters by wire name, where the response has what (paths of JSON names, empty for
 * the answer itself), the fields of a row by JSON name.
 *
 * @param style which of the parameters moves on
 * @param position the parameter for the offset or the page number; null for {@link Style#WINDOW}
 * @param limit the parameter for the page size
 * @param from the parameter for the start of the window, or null
 * @param to the parameter for its end, or null
 * @param defaultLimit the vendor's page size when none is asked for
 * @param maxLimit the vendor's greatest page size
 * @param items where the rows are
 * @param total where the number of all rows is, or null
 * @param echo where the response repeats the offset or page number, or null
 * @param hasMore where the response says whether there is more, or null
 * @param id the row's field that identifies it
 * @param time the row's field that the window selects by; required for {@link Style#WINDOW}, else may be null
 */
public record Paging(
        Style style,
        @Nullable String position,
        String limit,
        @Nullable String from,
        @Nullable String to,
        int defaultLimit,
        int maxLimit,
        List<String> items,
        @Nullable List<String> total,
        @Nullable List<String> echo,
        @Nullable List<String> hasMore,
        String id,
        @Nullable String time) {

    /** Copies the list. */
    public Paging {
        items = List.copyOf(items);
    }

    /** The kind of parameter that moves a walk on. */
    public enum Style {
        /** The index of the first row. */
        OFFSET,
        /** The page's number, counted from 1. */
        PAGE,
        /** A time window and a limit, and no more. */
        WINDOW
    }
}
