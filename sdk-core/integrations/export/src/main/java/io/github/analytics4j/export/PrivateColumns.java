package io.github.analytics4j.export;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.export.ColumnRules.Rule;
import io.github.analytics4j.json.JsonSyntaxException;
import io.github.analytics4j.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The rules for a table's columns, applied to its rows. The last column is what the vendor does not document, by path. */
final class PrivateColumns implements RowPolicy {
    private final List<Column> columns;
    private final Map<String, Rule> rules;
    private final Map<String, Column> byPath = new HashMap<>();
    private final @Nullable Column id;
    private final @Nullable Column time;
    private final byte[] key;

    PrivateColumns(Table table, Map<String, Rule> rules, byte[] key) {
        this.columns = table.columns();
        this.rules = rules;
        this.key = key.clone();
        this.id = table.idColumn().orElse(null);
        this.time = table.timeColumn().orElse(null);
        columns.forEach(each -> byPath.put(each.path(), each));
    }

    @Override
    public String fingerprint() {
        String hashed = key.length == 0 ? "" : KeyedHash.of(key, "fingerprint");
        return JsonText.sha256(new TreeMap<>(rules) + " " + hashed);
    }

    @Override
    public String fingerprintWithoutKey() {
        return JsonText.sha256(new TreeMap<>(rules).toString());
    }

    @Override
    public boolean hashes() {
        return rules.containsValue(Rule.HASH);
    }

    @Override
    public List<SinkColumn> columns(List<SinkColumn> all) {
        List<SinkColumn> stored = new ArrayList<>();
        for (SinkColumn each : all) {
            Rule rule = rules.get(each.name());
            if (rule == Rule.HASH) {
                stored.add(new SinkColumn(each.name(), Column.Type.Kind.TEXT, each.doc() + " A keyed hash of it."));
            } else if (rule != Rule.LEAVE_OUT) {
                stored.add(each);
            }
        }
        return stored;
    }

    @Override
    public List<@Nullable Object> values(List<@Nullable Object> all) {
        String json = (String) all.get(columns.size() - 1);
        Map<String, JsonValue> unexpected =
                json == null ? Map.of() : JsonValue.parse(json).fields();
        Scrubber scrubber = new Scrubber();
        for (int i = 0; i < columns.size(); i++) {
            hide(columns.get(i), all.get(i), unexpected, scrubber);
        }
        List<@Nullable Object> values = new ArrayList<>(all.size());
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Rule rule = rules.get(column.name());
            Object value = all.get(i);
            if (rule == null && i == columns.size() - 1) {
                values.add(unexpected.isEmpty() ? null : unexpected(unexpected, scrubber));
            } else if (rule != Rule.LEAVE_OUT) {
                values.add(
                        value == null
                                ? null
                                : rule == null ? kept(column, value, scrubber) : ruled(rule, column, value));
            }
        }
        return values;
    }

    /** Remembers what a column with a rule holds, in its type or not. */
    private void hide(Column column, @Nullable Object value, Map<String, JsonValue> unexpected, Scrubber scrubber) {
        if (!rules.containsKey(column.name())) {
            return;
        }
        JsonValue other = unexpected.get(column.path());
        if (other != null) {
            scrubber.hide(other);
        }
        if (value instanceof String text && isJson(column)) {
            scrubber.hide(JsonValue.parse(text));
        } else if (value != null && !isKnown(column, value)) {
            scrubber.hide(value.toString());
        }
    }

    /** A value that many rows have is no secret of one. */
    private static boolean isKnown(Column column, Object value) {
        return value instanceof Boolean
                || column.choices().stream().anyMatch(each -> each.value().equals(value));
    }

    private static boolean isJson(Column column) {
        return switch (column.type().kind()) {
            case JSON, LIST, MAP -> true;
            default -> false;
        };
    }

    private @Nullable Object ruled(Rule rule, Column column, Object value) {
        if (rule == Rule.HASH) {
            return KeyedHash.of(key, value.toString());
        } else if (isJson(column)) {
            return JsonText.quoted(Scrubber.MASK);
        }
        return column.type().kind() == Column.Type.Kind.TEXT ? Scrubber.MASK : null;
    }

    private @Nullable Object kept(Column column, Object value, Scrubber scrubber) {
        if (column.equals(id) || column.equals(time) || isKnown(column, value)) {
            return value;
        } else if (value instanceof String text) {
            return kept(column, text, scrubber);
        }
        return value instanceof Number number && scrubber.holds(number) ? null : value;
    }

    private static String kept(Column column, String text, Scrubber scrubber) {
        if (isJson(column)) {
            return scrubber.json(text);
        }
        return column.name().endsWith("_id") ? scrubber.id(text) : scrubber.text(text);
    }

    /** Of a field that is not documented the name, of a value of the wrong type what the rules say of its column. */
    private String unexpected(Map<String, JsonValue> members, Scrubber scrubber) {
        StringJoiner all = new StringJoiner(",", "{", "}");
        members.forEach((path, value) -> {
            Column column = byPath.get(path);
            Rule rule = column == null ? null : rules.get(column.name());
            String shown = "null";
            if (rule == Rule.MASK) {
                shown = JsonText.quoted(Scrubber.MASK);
            } else if (rule == Rule.HASH) {
                shown = JsonText.quoted(KeyedHash.of(key, value.json()));
            } else if (column != null && rule == null) {
                shown = scrubber.json(value.json());
            }
            if (rule != Rule.LEAVE_OUT) {
                all.add(JsonText.quoted(scrubber.text(path)) + ":" + shown);
            }
        });
        return all.toString();
    }

    /** Names and kinds of values, and the id; what a row that cannot be read has where is not known. */
    @Override
    public String masked(String json) {
        JsonValue row;
        try {
            row = JsonValue.parse(json);
        } catch (JsonSyntaxException e) {
            return JsonText.quoted("no JSON, " + json.length() + " characters");
        }
        Scrubber scrubber = new Scrubber().hide(row);
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        JsonValue own = id == null ? null : row.get(id.path());
        String known = own == null ? null : own.asText();
        if (id != null && known != null) {
            shape.put("id", rules.get(id.name()) == Rule.HASH ? KeyedHash.of(key, known) : known);
        }
        shape.put("shape", shape(row, scrubber));
        return JsonText.of(shape);
    }

    private static Object shape(JsonValue value, Scrubber scrubber) {
        if (value.kind() == JsonValue.Kind.OBJECT) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            value.fields().forEach((name, each) -> members.put(scrubber.id(name), shape(each, scrubber)));
            return members;
        } else if (value.kind() == JsonValue.Kind.ARRAY) {
            return value.elements().stream()
                    .map(each -> shape(each, scrubber))
                    .distinct()
                    .toList();
        }
        return value.kind().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String id(String own) {
        return id != null && rules.get(id.name()) == Rule.HASH ? KeyedHash.of(key, own) : own;
    }

    /** HMAC-SHA256 of a text in UTF-8, cut to 16 bytes, in hex: as {@link ColumnRules.Builder#hash} says. */
    static final class KeyedHash {
        private static final int LENGTH = 32;

        private KeyedHash() {}

        static String of(byte[] key, String text) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return HexFormat.of()
                        .formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                        .substring(0, LENGTH);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JVM has HMAC-SHA256", e);
            }
        }
    }
}
