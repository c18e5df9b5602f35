package io.github.analytics4j.spark;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.StoreLimits;
import io.github.analytics4j.catalog.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** The types of the catalogue as Spark has them, and values as its rows hold them. */
final class SparkTypes {
    /** The earliest time that Spark writes into Parquet whatever its settings: earlier times are of two calendars. */
    static final StoreLimits LIMITS = new StoreLimits(
            Instant.parse("1900-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:59:59.999999Z"), 1900, 9999);

    private static final String ADVICE = "; leave the schema out, and drop a table whose columns were altered";

    /** The order of texts that all columns have, as Spark's own statements name it. */
    private static final String USUAL = " collate UTF8_BINARY";

    /** A second in microseconds. */
    static final long SECOND = 1_000_000;

    private SparkTypes() {}

    /** The columns of a table, each with its meaning as the comment. */
    static StructType schema(Table table) {
        return new StructType(table.columns().stream().map(SparkTypes::field).toArray(StructField[]::new));
    }

    /**
     * The columns that a user or a catalogue names, in their order; all where it names none.
     *
     * @throws io.github.analytics4j.error.InvalidRequestException naming each column that the table has not, or has of another type
     */
    static StructType schema(Table table, StructType named) {
        Set<String> fields = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        List<String> names = table.columns().stream().map(Column::name).toList();
        StructType own = schema(table);
        for (StructField each : named.fields()) {
            String name = each.name();
            if (!names.contains(name)) {
                unknown.add(name
                        + ApiCatalog.nearest(name.toLowerCase(Locale.ROOT), names)
                                .map(near -> " (did you mean " + near + "?)")
                                .orElse(""));
            } else if (!fields.add(name)) {
                mistakes.add("the schema has " + name + " twice");
            } else if (!same(each.dataType(), own.apply(name).dataType())) {
                mistakes.add("the schema has " + name + " as " + each.dataType().catalogString() + ", in "
                        + table.name() + " it is " + own.apply(name).dataType().catalogString() + ADVICE);
            }
        }
        if (!unknown.isEmpty()) {
            mistakes.add(
                    "the schema has columns that " + table.name() + " has not: " + String.join(", ", unknown) + ADVICE);
        }
        if (!mistakes.isEmpty()) {
            throw ReadOptions.refused(mistakes);
        }
        return fields.isEmpty()
                ? own
                : new StructType(fields.stream().map(own::apply).toArray(StructField[]::new));
    }

    /** Whether two types are the same but for whether elements may be null, which all may here. */
    private static boolean same(DataType one, DataType other) {
        return one.catalogString().replace(USUAL, "").equals(other.catalogString());
    }

    private static StructField field(Column column) {
        StringBuilder comment = new StringBuilder(column.doc());
        if (column.unit() != null) {
            comment.append(" Unit: ").append(column.unit()).append('.');
        }
        if (column.scale() != null) {
            comment.append(" Scale: ").append(column.scale()).append('.');
        }
        // always nullable: a value that came as something else than documented is null here and in the column for the
        // unexpected
        return DataTypes.createStructField(column.name(), type(column.type()), true)
                .withComment(comment.toString());
    }

    private static DataType type(Column.Type type) {
        Column.Type.Kind element = type.element();
        return switch (type.kind()) {
            case LIST -> DataTypes.createArrayType(scalar(element), true);
            case MAP -> DataTypes.createMapType(DataTypes.StringType, scalar(element), true);
            default -> scalar(type.kind());
        };
    }

    private static DataType scalar(Column.Type.@Nullable Kind kind) {
        if (kind == null) {
            return DataTypes.StringType;
        }
        return switch (kind) {
            case BIGINT -> DataTypes.LongType;
            case DOUBLE -> DataTypes.DoubleType;
            case DECIMAL -> DataTypes.createDecimalType(StoreLimits.DIGITS, StoreLimits.SCALE);
            case BOOLEAN -> DataTypes.BooleanType;
            case DATE -> DataTypes.DateType;
            case TIMESTAMP -> DataTypes.TimestampType;
            case TEXT, JSON, LIST, MAP -> DataTypes.StringType;
        };
    }

    /** A value of the catalogue as a row of Spark's holds it; null for one that its type cannot hold. */
    static @Nullable Object value(@Nullable Object raw) {
        if (raw instanceof String text) {
            return UTF8String.fromString(text);
        } else if (raw instanceof Instant time) {
            Instant held = LIMITS.near(time);
            return held == null ? null : (Object) micros(held);
        } else if (raw instanceof LocalDate day) {
            LocalDate held = LIMITS.near(day);
            return held == null ? null : (Object) (int) held.toEpochDay();
        } else if (raw instanceof BigDecimal number) {
            BigDecimal held = StoreLimits.near(number);
            return held == null ? null : Decimal.apply(held, StoreLimits.DIGITS, StoreLimits.SCALE);
        } else if (raw instanceof List<?> list) {
            return new GenericArrayData(list.stream().map(SparkTypes::value).toArray());
        } else if (raw instanceof Map<?, ?> map) {
            return new ArrayBasedMapData(
                    new GenericArrayData(
                            map.keySet().stream().map(SparkTypes::value).toArray()),
                    new GenericArrayData(
                            map.values().stream().map(SparkTypes::value).toArray()));
        }
        return raw;
    }

    /** Microseconds since 1970, as Spark counts time; not by way of nanoseconds, which end in 2262. */
    static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), SECOND), time.getNano() / 1_000);
    }

    /** A length of time in microseconds. */
    static long micros(Duration length) {
        return length.toMillis() * 1_000;
    }

    /** The start of the second that a time is in. */
    static long second(long micros) {
        return Math.floorDiv(micros, SECOND) * SECOND;
    }

    /** The first whole second that is not before a time. */
    static long nextSecond(long micros) {
        return -Math.floorDiv(-micros, SECOND) * SECOND;
    }

    /** The point in time of that many microseconds since 1970. */
    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
