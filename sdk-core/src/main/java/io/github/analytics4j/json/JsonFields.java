package io.github.analytics4j.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of a record's JSON fields, resolved once. A field's index is the place of its component. Names are found on
 * their bytes: first the one that followed the last time, which a server that writes its fields in a steady order makes
 * right nearly always, then by hash.
 */
public final class JsonFields {
    /** Presence is kept in the bits of a long. */
    private static final int MAX_FIELDS = 64;

    private static final int SHARED = 16;

    /** Of what is no record. */
    static final JsonFields NONE = of("none");

    private final String recordName;
    /** The fields' names, then the aliases. */
    private final String[] names;

    private final int count;
    /** The field that each name stands for. */
    private final int[] targets;

    final long all;
    final long required;

    private final byte[][] bytes;
    private final long[][] words;
    private final long[] lastMasks;
    private final short[] table;
    /** What came after each name, one place on, the last time. Written without order between threads: it is only a guess. */
    private final byte[] next;

    private final @Nullable Unexpected[] shared = new Unexpected[SHARED];

    private JsonFields(String recordName, List<String> fields, Map<String, String> aliases, long required) {
        this.recordName = recordName;
        this.required = required;
        count = fields.size();
        if (count > MAX_FIELDS) {
            throw new IllegalArgumentException(recordName + ": more than " + MAX_FIELDS + " fields");
        }
        all = count == MAX_FIELDS ? -1L : (1L << count) - 1;
        names = new String[count + aliases.size()];
        targets = new int[names.length];
        bytes = new byte[names.length][];
        words = new long[names.length][];
        lastMasks = new long[names.length];
        next = new byte[names.length + 1];
        table = new short[Integer.highestOneBit(Math.max(names.length, 1)) * 8];
        for (String field : fields) {
            add(field, -1);
        }
        aliases.forEach((alias, field) -> add(alias, fields.indexOf(field)));
        for (int i = 0; i < next.length; i++) {
            next[i] = (byte) Math.min(i, names.length - 1);
        }
    }

    /** The fields of a record in the order of its components; at most 64. */
    public static JsonFields of(String recordName, String... jsonNames) {
        if (new HashSet<>(List.of(jsonNames)).size() < jsonNames.length) {
            throw new IllegalArgumentException(recordName + ": a field name occurs twice in " + List.of(jsonNames));
        }
        return new JsonFields(recordName, List.of(jsonNames), Map.of(), 0);
    }

    /** These fields, one of which may also arrive under another name; it is written back under the name it came as. */
    public JsonFields alias(String alias, String jsonName) {
        List<String> fields = fieldNames();
        int field = fields.indexOf(jsonName);
        Map<String, String> aliases = new HashMap<>();
        for (int i = count; i < names.length; i++) {
            aliases.put(names[i], names[targets[i]]);
        }
        if (field < 0 || fields.contains(alias) || aliases.containsKey(alias) || aliases.containsValue(jsonName)) {
            throw new IllegalArgumentException(recordName + ": " + alias + " cannot be an alias for " + jsonName);
        }
        aliases.put(alias, jsonName);
        return new JsonFields(recordName, fields, aliases, required);
    }

    /** These fields, of which the given ones are documented as always present. */
    public JsonFields required(int... indexes) {
        long mask = 0;
        for (int index : indexes) {
            if (index < 0 || index >= count) {
                throw new IllegalArgumentException(recordName + ": no field " + index);
            }
            mask |= 1L << index;
        }
        Map<String, String> aliases = new HashMap<>();
        for (int i = count; i < names.length; i++) {
            aliases.put(names[i], names[targets[i]]);
        }
        return new JsonFields(recordName, fieldNames(), aliases, mask);
    }

    private List<String> fieldNames() {
        return List.of(names).subList(0, count);
    }

    private void add(String name, int target) {
        int i = 0;
        while (bytes[i] != null) {
            i++;
        }
        names[i] = name;
        targets[i] = target < 0 ? i : target;
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        bytes[i] = text;
        int length = text.length + 1;
        byte[] padded = Arrays.copyOf(text, (length + 7) / 8 * 8);
        padded[text.length] = '"';
        words[i] = new long[padded.length / 8];
        for (int k = 0; k < words[i].length; k++) {
            words[i][k] = (long) Tokens.WORD.get(padded, k * 8);
        }
        lastMasks[i] = length % 8 == 0 ? -1L : (1L << length % 8 * 8) - 1;
        int slot = hash(text, 0, text.length) & (table.length - 1);
        while (table[slot] != 0) {
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = (short) (i + 1);
    }

    /** The name that is likely to follow after the one given; -1 for the first. */
    int guess(int previous) {
        return next[previous + 1];
    }

    /** The bytes of a name with the quote that ends it. */
    int length(int name) {
        return bytes[name].length + 1;
    }

    /** True if the name and its closing quote stand at {@code at}; up to seven bytes behind may be looked at. */
    boolean isAt(int name, byte[] buf, int at) {
        long[] expected = words[name];
        int last = expected.length - 1;
        for (int k = 0; k < last; k++) {
            if ((long) Tokens.WORD.get(buf, at + k * 8) != expected[k]) {
                return false;
            }
        }
        return ((long) Tokens.WORD.get(buf, at + last * 8) & lastMasks[name]) == expected[last];
    }

    /** The name in {@code buf[from..to)}, which came after {@code previous}; -1 if it is not known. */
    int find(byte[] buf, int from, int to, int previous) {
        int slot = hash(buf, from, to) & (table.length - 1);
        while (table[slot] != 0) {
            int name = table[slot] - 1;
            if (Arrays.equals(bytes[name], 0, bytes[name].length, buf, from, to)) {
                next[previous + 1] = (byte) name;
                return name;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return -1;
    }

    private static int hash(byte[] buf, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + buf[i];
        }
        return hash ^ hash >>> 15;
    }

    /** The field that a name stands for. */
    int field(int name) {
        return targets[name];
    }

    /** True if a name is the second one of its field. */
    boolean isAlias(int name) {
        return name >= count;
    }

    /** The name of a field, or the other one it may arrive under. */
    String name(int field, boolean aliased) {
        for (int i = count; aliased && i < names.length; i++) {
            if (targets[i] == field) {
                return names[i];
            }
        }
        return names[field];
    }

    /** The index of a field, by either name; -1 if there is none. */
    int indexOf(String name) {
        int i = List.of(names).indexOf(name);
        return i < 0 ? -1 : targets[i];
    }

    int count() {
        return count;
    }

    /** An instance that holds nothing but presence; most records of an answer share theirs. */
    Unexpected presence(long nulls, long quoted, long absent, long aliased) {
        if ((nulls | quoted | absent | aliased) == 0) {
            return Unexpected.NONE;
        }
        long mixed = (nulls * 31 + absent) * 0x9E3779B97F4A7C15L ^ quoted ^ aliased;
        int slot = (int) (mixed >>> 60) & (SHARED - 1);
        Unexpected known = shared[slot];
        if (known == null || !known.hasPresence(nulls, quoted, absent, aliased)) {
            known = new Unexpected(this, "$", nulls, quoted, absent, aliased, Unexpected.NOTHING);
            shared[slot] = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return recordName + fieldNames();
    }
}
