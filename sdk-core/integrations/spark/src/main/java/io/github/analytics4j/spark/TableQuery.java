package io.github.analytics4j.spark;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns, filters and limit of a query, as the executors get them.
 *
 * @param options the options it is read with
 * @param arguments values of parameters that its filters became
 * @param ids the values of the parameter that the table is read by, each read by itself; null where it is left out
 * @param from the first microsecond of the time column that is wanted; null for no start
 * @param to the first one that is not wanted any more; null for no end
 * @param tests its filters, which each row is held against: what a server does with a parameter is trusted to leave rows out, and
 *     not to leave out all that do not fit
 * @param columns the columns wanted, in their order
 * @param limit the most rows wanted; -1 for all
 */
record TableQuery(
        ReadOptions options,
        LinkedHashMap<String, Object> arguments,
        @Nullable List<String> ids,
        @Nullable Long from,
        @Nullable Long to,
        List<RowTest> tests,
        List<String> columns,
        int limit)
        implements Serializable {

    /** The same of a window of time. */
    TableQuery between(@Nullable Long first, @Nullable Long end) {
        return new TableQuery(options, arguments, ids, first, end, tests, columns, limit);
    }
}
