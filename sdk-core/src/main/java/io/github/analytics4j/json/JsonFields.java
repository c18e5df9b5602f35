package io.github.analytics4j.json;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of a record's JSON fields, resolved once. A field's index is the place of its component. Names are found on
 * their bytes: first the one that followed the last time, which a server that writes its fields in a steady order makes
 * right nearly always, then by hash.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class JsonFields {
    /** Presence is kept in the bits of a long. */
    private static final int MAX_FIELDS = 64;

    private static final int SHARED = 16;

    /** Of what is no record. */
    static final JsonFields NONE = of("none").build();

    private final String recordName;
    /** The fields' names, then the aliases. */
    private final String[] names;

    private final int count;
    /** The field that each name stands for. */
    private final int[] targets;

    private final JsonCodec<?>[] codecs;
    private final ScalarReader.Kind[] kinds;

    final long all;
    final long required;

    private final byte[][] bytes;
    private final long[][] words;
    private final long[] lastMasks;
    private final short[] table;
    /** The name that followed each name the last time, one place on. Written without order between threads: it is only a guess. */
    private final byte[] next;

    private final @Nullable UnexpectedContent[] shared = new UnexpectedContent[SHARED];

    private JsonFields(Builder builder) {
        recordName = builder.recordName;
        required = builder.required;
        codecs = builder.codecs.toArray(new JsonCodec<?>[0]);
        kinds = new ScalarReader.Kind[codecs.length];
        for (int i = 0; i < codecs.length; i++) {
            kinds[i] = JsonCodecs.kind(codecs[i]);
        }
        count = codecs.length;
        all = count == MAX_FIELDS ? -1L : (1L << count) - 1;
        names = new String[count + builder.aliases.size()];
        targets = new int[names.length];
        bytes = new byte[names.length][];
        words = new long[names.length][];
        lastMasks = new long[names.length];
        next = new byte[names.length + 1];
        table = new short[Integer.highestOneBit(Math.max(names.length, 1)) * 8];
        for (String field : builder.names) {
            add(field, -1);
        }
        for (Map.Entry<String, Integer> alias : builder.aliases.entrySet()) {
            add(alias.getKey(), alias.getValue());
        }
        for (int i = 0; i < next.length; i++) {
            next[i] = (byte) Math.min(i, names.length - 1);
        }
    }

    /** The fields of a record, to be added in the order of its components; at most 64. */
    public static Builder of(String recordName) {
        return new Builder(recordName);
    }

    /**
     * Collects fields.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public static final class Builder {
        private final String recordName;
        private final List<String> names = new ArrayList<>();
        private final List<JsonCodec<?>> codecs = new ArrayList<>();
        private final Map<String, Integer> aliases = new LinkedHashMap<>();
        private long required;

        private Builder(String recordName) {
            this.recordName = recordName;
        }

        /**
         * Adds a field that may be absent.
         *
         * @param aliases at most one other name; what came under it is written back under it
         * @return its index
         */
        public int optional(String jsonName, JsonCodec<?> codec, String... aliases) {
            field(jsonName, codec);
            for (String each : aliases) {
                alias(each);
            }
            return names.size() - 1;
        }

        /** As {@link #optional}, a field that is documented as always present. */
        public int required(String jsonName, JsonCodec<?> codec, String... aliases) {
            int index = optional(jsonName, codec, aliases);
            required |= 1L << index;
            return index;
        }

        /** As {@link #optional}, for a chain. */
        public Builder field(String jsonName, JsonCodec<?> codec) {
            if (names.contains(jsonName) || aliases.containsKey(jsonName)) {
                throw new IllegalArgumentException(recordName + ": the name " + jsonName + " occurs twice");
            }
            if (names.size() == MAX_FIELDS) {
                throw new IllegalArgumentException(recordName + ": more than " + MAX_FIELDS + " fields");
            }
            names.add(jsonName);
            codecs.add(codec);
            return this;
        }

        /** A field that is documented as always present. */
        Builder always(String jsonName, JsonCodec<?> codec) {
            required(jsonName, codec);
            return this;
        }

        /** Another name for the field added last; what came under it is written back under it. */
        Builder alias(String jsonName) {
            int field = names.size() - 1;
            if (field < 0 || names.contains(jsonName) || aliases.containsKey(jsonName)) {
                throw new IllegalArgumentException(recordName + ": " + jsonName + " cannot be an alias");
            }
            if (aliases.containsValue(field)) {
                throw new IllegalArgumentException(recordName + ": " + names.get(field) + " has an alias already");
            }
            aliases.put(jsonName, field);
            return this;
        }

        /** The fields. */
        public JsonFields build() {
            return new JsonFields(this);
        }
    }

    String recordName() {
        return recordName;
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
            words[i][k] = (long) TextDecoder.WORD.get(padded, k * 8);
        }
        lastMasks[i] = length % 8 == 0 ? -1L : (1L << (length % 8 * 8)) - 1;
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

    /** The name that is likely to follow, if it stands at {@code at}; -1 if not. */
    int expected(int previous, byte[] buf, int at, int limit) {
        int name = guess(previous);
        return name >= 0 && limit - at >= bytes[name].length + 1 && isAt(name, buf, at) ? name : -1;
    }

    /** True if the name and its closing quote stand at {@code at}; up to seven bytes behind may be looked at. */
    boolean isAt(int name, byte[] buf, int at) {
        long[] expected = words[name];
        int last = expected.length - 1;
        for (int k = 0; k < last; k++) {
            if ((long) TextDecoder.WORD.get(buf, at + k * 8) != expected[k]) {
                return false;
            }
        }
        return ((long) TextDecoder.WORD.get(buf, at + last * 8) & lastMasks[name]) == expected[last];
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

    /** Tells how the values of a field are read. */
    ScalarReader.Kind kind(int field) {
        return kinds[field];
    }

    /** Returns the codec that reads and writes the values of a field. */
    JsonCodec<?> codec(int field) {
        return codecs[field];
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

    /** An instance that holds nothing but presence; most records of a response share theirs. */
    UnexpectedContent presence(long nulls, long quoted, long absent, long aliased) {
        if ((nulls | quoted | absent | aliased) == 0) {
            return UnexpectedContent.NONE;
        }
        long mixed = (nulls * 31 + absent) * 0x9E3779B97F4A7C15L ^ quoted ^ aliased;
        int slot = (int) (mixed >>> 60) & (SHARED - 1);
        UnexpectedContent known = shared[slot];
        if (known == null || !known.hasPresence(nulls, quoted, absent, aliased)) {
            known = new UnexpectedContent(this, "$", nulls, quoted, absent, aliased, UnexpectedContent.NOTHING, null);
            shared[slot] = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return recordName + fieldNames();
    }
}
