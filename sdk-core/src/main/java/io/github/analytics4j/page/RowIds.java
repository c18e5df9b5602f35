package io.github.analytics4j.page;

import io.github.analytics4j.error.UnexpectedValueException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the ids of rows. */
final class RowIds<T> {

    private final Function<? super T, @Nullable String> id;

    RowIds(WalkSpec<T> spec) {
        this.id = spec.id;
    }

    private static boolean isNumber(String json) {
        return !json.isEmpty() && (json.charAt(0) == '-' || Character.isDigit(json.charAt(0)));
    }

    /** The id; null for a row that cannot be told from others. */
    @Nullable
    String of(T row) {
        String text;
        try {
            text = id.apply(row);
        } catch (UnexpectedValueException e) {
            text = e.raw().filter(RowIds::isNumber).orElse(null); // an id that arrived as a number is one all the same
        }
        return text == null || text.isBlank() ? null : text;
    }
}
