package io.github.analytics4j.spark;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.spark.RowTest.Relation;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.sources.EqualNullSafe;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.GreaterThan;
import org.apache.spark.sql.sources.GreaterThanOrEqual;
import org.apache.spark.sql.sources.In;
import org.apache.spark.sql.sources.IsNotNull;
import org.apache.spark.sql.sources.LessThan;
import org.apache.spark.sql.sources.LessThanOrEqual;
import org.apache.spark.sql.sources.Or;
import org.jspecify.annotations.Nullable;

/**
 * Makes parameters of filters. Of a log alone, whose rows are records: in figures a parameter changes the rows instead of leaving
 * some out. A filter that is taken leaves none behind in Spark, since each row is held against it here too.
 */
final class PushedFilters {
    /** Times farther away are as good as this one, and leave no room for what is added to a bound. */
    private static final long FARTHEST = Long.MAX_VALUE - SparkTypes.micros(Duration.ofDays(2));

    private final ReadOptions options;
    private final Table table;
    private final boolean log;
    final LinkedHashMap<String, Object> arguments = new LinkedHashMap<>();
    final List<RowTest> tests = new ArrayList<>();
    final List<Filter> taken = new ArrayList<>();

    @Nullable
    List<String> ids;

    @Nullable
    Long from;

    @Nullable
    Long to;

    PushedFilters(ReadOptions options) {
        this.options = options;
        this.table = options.table();
        this.log = table.idColumn().isPresent() && table.paging() != Table.Paging.NONE;
        this.ids = options.values().isEmpty() ? null : options.values();
        this.from = options.from == null ? null : (Long) SparkTypes.micros(options.from);
        this.to = options.to == null ? null : (Long) SparkTypes.micros(options.to);
    }

    /** Takes the filters that it can, and returns the others. */
    Filter[] push(Filter[] filters) {
        Set<String> present = new HashSet<>();
        for (Filter each : filters) {
            if (log && take(each)) {
                taken.add(each);
                present.addAll(Arrays.asList(each.references()));
            }
        }
        for (Filter each :
                filters) { // Spark adds one to each comparison; a limit is pushed only where no filter remains
            if (each instanceof IsNotNull one && present.contains(one.attribute())) {
                taken.add(each);
            }
        }
        return Arrays.stream(filters).filter(each -> !taken.contains(each)).toArray(Filter[]::new);
    }

    private boolean take(Filter filter) {
        if (filter instanceof GreaterThan each) {
            return range(each.attribute(), Relation.MORE_THAN, each.value());
        } else if (filter instanceof GreaterThanOrEqual each) {
            return range(each.attribute(), Relation.AT_LEAST, each.value());
        } else if (filter instanceof LessThan each) {
            return range(each.attribute(), Relation.LESS_THAN, each.value());
        } else if (filter instanceof LessThanOrEqual each) {
            return range(each.attribute(), Relation.AT_MOST, each.value());
        }
        Set<Object> values = new LinkedHashSet<>();
        String column = equal(filter, values);
        return column != null && oneOf(column, new ArrayList<>(values));
    }

    /** The column of a filter that compares one with values, which are added; null of another filter. */
    private static @Nullable String equal(Filter filter, Set<Object> values) {
        if (filter instanceof EqualTo each) {
            values.add(each.value());
            return each.attribute();
        } else if (filter instanceof EqualNullSafe each && each.value() != null) {
            values.add(each.value());
            return each.attribute();
        } else if (filter instanceof In each) {
            Arrays.stream(each.values()).filter(Objects::nonNull).forEach(values::add); // a null equals no value
            return each.attribute();
        } else if (filter instanceof Or each) {
            String left = equal(each.left(), values);
            return left != null && left.equals(equal(each.right(), values)) ? left : null;
        }
        return null;
    }

    private boolean oneOf(String name, List<Object> values) {
        Column column = table.column(name).orElse(null);
        Parameter parameter = table.parameters().stream()
                .filter(each ->
                        each.role() == Parameter.Role.FILTER && each.name().equals(name))
                .findFirst()
                .orElse(null);
        List<Object> typed = values.stream().map(PushedFilters::plain).toList();
        if (column == null || values.isEmpty()) {
            return false;
        } else if (isTime(column) && typed.size() == 1 && typed.get(0) instanceof Long at) {
            return window(column, Relation.AT_LEAST, at) && window(column, Relation.AT_MOST, at);
        } else if (parameter == null || !typed.stream().allMatch(each -> fits(column, parameter, each))) {
            return false;
        } else if (parameter.equals(options.narrowing())) {
            ids = ids == null ? texts(typed) : among(texts(typed), ids);
        } else if (!argument(parameter, typed)) {
            return false;
        }
        tests.add(new RowTest(name, Relation.ONE_OF, typed));
        return true;
    }

    /** The ids that may have rows of one of some values: a vendor may name an id in another case than it was asked for. */
    private static List<String> among(List<String> values, List<String> ids) {
        return ids.stream()
                .filter(id -> values.stream().anyMatch(id::equalsIgnoreCase))
                .toList();
    }

    private static List<String> texts(List<Object> values) {
        return values.stream().map(Object::toString).toList();
    }

    /** Whether a value is of the column's type and one that the parameter takes. */
    private static boolean fits(Column column, Parameter parameter, Object value) {
        boolean typed = switch (column.type().kind()) {
            case TEXT ->
                value instanceof String text && !(parameter.list() && text.indexOf(',') >= 0) && !text.isBlank();
            case BIGINT -> value instanceof Long;
            case BOOLEAN -> value instanceof Boolean;
            default -> false;
        };
        try {
            Object parsed = typed ? parameter.parse(value.toString()) : null;
            return parsed != null;
        } catch (IllegalArgumentException e) {
            return false; // Spark filters by it, and the vendor cannot
        }
    }

    /** Sets a parameter that was not set before. */
    private boolean argument(Parameter parameter, List<Object> values) {
        if (isSet(parameter.name()) || (values.size() > 1 && !parameter.list())) {
            return false;
        }
        arguments.put(parameter.name(), parameter.list() ? new ArrayList<>(values) : values.get(0));
        return true;
    }

    private boolean isSet(String parameter) {
        return arguments.containsKey(parameter) || options.arguments().values().containsKey(parameter);
    }

    private boolean range(String name, Relation relation, Object value) {
        Column column = table.column(name).orElse(null);
        if (column == null || !(plain(value) instanceof Long bound)) {
            return false;
        } else if (isTime(column)) {
            return window(column, relation, bound);
        }
        boolean least = relation == Relation.AT_LEAST || relation == Relation.MORE_THAN;
        Parameter parameter =
                table.operation().parameter(name + (least ? "_min" : "_max")).orElse(null);
        if (parameter == null
                || parameter.type() != Parameter.Type.INTEGER
                || !fits(column, parameter, bound)
                || isSet(parameter.name())
                || isEmpty(name, least, bound)) {
            return false;
        }
        arguments.put(parameter.name(), bound);
        tests.add(new RowTest(name, relation, List.of(bound)));
        return true;
    }

    /** Whether the other end of the range leaves no value: a request for one would be refused, where Spark has no rows. */
    private boolean isEmpty(String name, boolean least, long bound) {
        String other = name + (least ? "_max" : "_min");
        Object end = arguments.containsKey(other)
                ? arguments.get(other)
                : options.arguments().values().get(other);
        try {
            long set = end == null ? bound : Long.parseLong(end.toString());
            return least ? bound > set : bound < set;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Whether a window of time selects by the column. */
    private boolean isTime(Column column) {
        boolean windowed = table.operation().parameters().stream()
                        .filter(each ->
                                each.role() == Parameter.Role.WINDOW_START || each.role() == Parameter.Role.WINDOW_END)
                        .count()
                == 2;
        return windowed && column.equals(table.timeColumn().orElse(null));
    }

    private boolean window(Column column, Relation relation, long exact) {
        long bound = Math.max(-FARTHEST, Math.min(FARTHEST, exact)); // the test below is exact
        switch (relation) {
            case AT_LEAST -> from = Math.max(from == null ? bound : from, bound);
            case MORE_THAN -> from = Math.max(from == null ? bound + 1 : from, bound + 1);
            case AT_MOST -> to = Math.min(to == null ? bound + 1 : to, bound + 1);
            default -> to = Math.min(to == null ? bound : to, bound);
        }
        tests.add(new RowTest(column.name(), relation, List.of(exact)));
        return true;
    }

    /** A value of Spark's as rows are compared with it. */
    private static Object plain(Object value) {
        if (value instanceof Timestamp time) {
            return SparkTypes.micros(time.toInstant());
        } else if (value instanceof Instant time) {
            return SparkTypes.micros(time);
        }
        return value instanceof Integer || value instanceof Short || value instanceof Byte
                ? (Object) ((Number) value).longValue()
                : value;
    }
}
