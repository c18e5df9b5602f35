package io.github.analytics4j.export;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.json.JsonValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes stored rows of a table's rows: values, masked; id; time; hash. Used by one thread. */
final class RowMaker {
    private static final int HASH_BYTES = 16;

    /** A longer row would be a mistake of the clock that stamped it. */
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Table table;
    private final TableKind kind;
    private final RowPolicy policy;
    private final SinkTable stored;
    private final List<Column> columns;
    private final Map<Integer, Set<String>> statuses = new LinkedHashMap<>();
    private final List<Integer> hashed = new ArrayList<>();
    private final List<Integer> keys = new ArrayList<>();
    private final int id;
    private final int time;
    private final MessageDigest digest = JsonText.digest();
    private final Map<String, Integer> repeats = new HashMap<>();
    private Duration longest = Duration.ZERO;
    private @Nullable SyncState state;
    private String partition = "";
    private Predicate<String> holds = key -> true;
    private String refusal = "";

    RowMaker(SyncTable of, Set<String> volatileColumns) {
        this.table = of.table;
        this.kind = of.kind;
        this.policy = of.policy;
        this.stored = of.stored();
        this.columns = table.columns();
        this.id = stored.idIndex();
        this.time = stored.timeIndex();
        for (int i = 0; i < stored.columns().size(); i++) {
            SinkColumn each = stored.columns().get(i);
            if (each.type() == Column.Type.Kind.TEXT && each.name().endsWith("status")) {
                statuses.put(i, known(each.name()));
            }
            if (!volatileColumns.contains(each.name())) {
                hashed.add(i);
            }
            if (isKey(each)) {
                keys.add(i);
            }
        }
    }

    /** The values of a column that the vendor documents. */
    private Set<String> known(String column) {
        Set<String> known = new HashSet<>();
        columns.stream()
                .filter(each -> each.name().equals(column))
                .forEach(each -> each.choices().forEach(choice -> known.add(choice.value())));
        return known;
    }

    /** Tells whether a column helps to tell rows apart that have no id: texts and times do, figures do not. */
    private static boolean isKey(SinkColumn column) {
        return switch (column.type()) {
            case TEXT, DATE, TIMESTAMP, BOOLEAN -> true;
            default -> false;
        };
    }

    /** This, which refuses rows whose ids the place cannot hold for a partition, and knows those that were purged there. */
    RowMaker into(SinkSession place, SyncState known, String name) {
        this.holds = key -> place.holds(name, key);
        this.state = known;
        this.partition = name;
        return this;
    }

    /** Why the row that {@link #make} refused last cannot be stored. */
    String refusal() {
        return refusal;
    }

    /** A row as it is stored; null of a row that cannot be: one without an id, or with one that is too long for the place. */
    @Nullable
    StoredRow make(Object row, Instant now) {
        List<@Nullable Object> all = new ArrayList<>(columns.size());
        for (Column each : columns) {
            all.add(value(each, row));
        }
        noteLength(all);
        List<@Nullable Object> values = policy.values(all);
        String key = id >= 0 ? text(values.get(id)) : kind == TableKind.LOG ? null : keyOf(values);
        if (key == null || key.isEmpty()) {
            refusal = "no id";
            return null;
        } else if (!holds.test(key)) {
            refusal = "an id that is too long for the place";
            return null;
        }
        return new StoredRow(
                key,
                time < 0 ? null : StoredRow.timeOf(values.get(time)),
                values,
                hash(values, Object::toString),
                now,
                null);
    }

    /** The time of a row that may lack an id; null where it has none. */
    @Nullable
    Instant time(Object row) {
        return kind.timeColumn(table)
                .map(each -> StoredRow.timeOf(each.get(row)))
                .orElse(null);
    }

    private static @Nullable Object value(Column column, Object row) {
        Object value = column.get(row);
        Column.Type.Kind type = column.type().kind();
        return value != null && (type == Column.Type.Kind.LIST || type == Column.Type.Kind.MAP)
                ? JsonText.of(plain(value))
                : value;
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> all = new LinkedHashMap<>();
            map.forEach((name, each) -> all.put(String.valueOf(name), each == null ? JsonValue.NULL : each));
            return all;
        }
        return value;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private String keyOf(List<@Nullable Object> values) {
        List<String> parts = new ArrayList<>();
        keys.forEach(each -> parts.add(text(values.get(each)) + ""));
        String key = keys.isEmpty() ? "row" : String.join("|", parts); // figures alone: there is one, as a rule
        int before = repeats.merge(key, 1, Integer::sum) - 1;
        return before == 0 ? key : key + "#" + before;
    }

    private String hash(List<@Nullable Object> values, Function<Object, String> text) {
        digest.reset();
        for (int at : hashed) {
            Object value = values.get(at);
            if (value != null) {
                update(stored.columns().get(at).name());
                digest.update((byte) '=');
                update(settled(text.apply(value)));
                digest.update((byte) 0);
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    }

    /** A row whose hash is that of its values too, whatever it was stored with: two that are equal hold the same. */
    StoredRow checked(StoredRow row) {
        String held = hash(row.values(), RowMaker::plainText);
        return new StoredRow(row.id(), row.time(), row.values(), row.hash() + held, row.changedAt(), row.deletedAt());
    }

    /** A number without the zeros that a column's scale may add or take away. */
    private static String plainText(Object value) {
        return value instanceof BigDecimal number
                ? number.signum() == 0 ? "0" : number.stripTrailingZeros().toString()
                : value.toString();
    }

    private void update(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    /** An address without what signs it. */
    private static String settled(String text) {
        boolean address = text.startsWith("https://") || text.startsWith("http://");
        int query = address ? text.indexOf('?') : -1;
        return query < 0 ? text : text.substring(0, query);
    }

    /** Whether a status of the row says that it may still change. */
    boolean isOpen(StoredRow row) {
        for (Map.Entry<Integer, Set<String>> each : statuses.entrySet()) {
            Object status = row.values().get(each.getKey());
            if (status != null && SyncTable.isOpen(status.toString(), each.getValue())) {
                return true;
            }
        }
        return false;
    }

    /** A row that cannot be stored, as a rejects file may show it. */
    String masked(String json) {
        return policy.masked(json);
    }

    String json(Object row) {
        return table.json(row);
    }

    /** Whether the row was purged and must not come back. The state is told its unit, in which the log counts it. */
    boolean isPurged(StoredRow row) {
        SyncState known = state;
        if (known == null || known.purged.isEmpty()) {
            return false;
        }
        UnitKey unit = kind == TableKind.SNAPSHOT ? UnitKey.whole(partition) : UnitKey.of(partition, row.time());
        for (String each : List.of(known.purgeHash(partition, row.id()), known.purgeHash(row.id()))) {
            if (known.purged.computeIfPresent(each, (hash, before) -> unit.toString()) != null) {
                return true;
            }
        }
        return false;
    }

    /** The longest time that a row says it took. */
    Duration longest() {
        return longest;
    }

    private void noteLength(List<@Nullable Object> all) {
        Column start = kind == TableKind.LOG ? table.timeColumn().orElse(null) : null;
        Object from = start == null ? null : all.get(columns.indexOf(start));
        for (int i = 0; i < all.size(); i++) {
            Duration length = length(columns.get(i), all.get(i), from);
            if (length != null && length.compareTo(longest) > 0 && length.compareTo(LONGEST) <= 0) {
                longest = length;
            }
        }
    }

    private static @Nullable Duration length(Column column, @Nullable Object value, @Nullable Object from) {
        if (value instanceof Instant end && from instanceof Instant start) {
            return Duration.between(start, end);
        } else if (value instanceof Long amount && column.name().endsWith("duration") && amount > 0) {
            String unit = String.valueOf(column.unit());
            return unit.equals("seconds")
                    ? Duration.ofSeconds(Math.min(amount, Integer.MAX_VALUE))
                    : unit.equals("milliseconds") ? Duration.ofMillis(amount) : null;
        }
        return null;
    }

    /** Adds the rows of a unit up, whatever their order, with their ids as a place keeps them. */
    static final class ContentHash {
        private final MessageDigest digest = JsonText.digest();
        private final UnaryOperator<String> held;
        private long high;
        private long low;
        private long rows;

        ContentHash(UnaryOperator<String> held) {
            this.held = held;
        }

        void add(StoredRow row) {
            digest.update(held.apply(row.id()).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(row.hash().getBytes(StandardCharsets.US_ASCII));
            ByteBuffer one = ByteBuffer.wrap(digest.digest());
            high += one.getLong();
            low += one.getLong();
            rows++;
        }

        long rows() {
            return rows;
        }

        @Override
        public String toString() {
            return text(rows, high, low);
        }

        /** As a database adds it up. */
        static String text(long rows, long high, long low) {
            return rows + "-" + HexFormat.of().toHexDigits(high)
                    + HexFormat.of().toHexDigits(low);
        }
    }
}
