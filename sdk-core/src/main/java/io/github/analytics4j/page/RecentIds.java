package io.github.analytics4j.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the last rows delivered, in the order of delivery. It forgets the oldest first and never refreshes one that
 * is seen again: whatever is remembered is then a gapless tail of the delivery, which the anchor rule relies on.
 */
final class RecentIds {

    /** Enough to step over 16,000 rows; about 200 KB and the ids themselves. */
    static final int DEFAULT_MEMORY = 1 << 14;

    private static final int FIRST_CAPACITY = 1 << 8;

    private final int memory;
    private @Nullable String[] ring;
    /** The hash of each id in the ring. */
    private int[] hashes;
    /**
     * Open addressing with linear probing, never more than half full: the id's hash in the upper half, its ring slot plus
     * one in the lower, 0 is free. With the hash at hand, an id that is not remembered is told without a look at others.
     */
    private long[] table;

    private long added;
    private int size;

    RecentIds(int memory) {
        this.memory = memory == 0 ? DEFAULT_MEMORY : memory;
        this.ring = new @Nullable String[Math.min(this.memory, FIRST_CAPACITY)];
        this.hashes = new int[ring.length];
        this.table = new long[tableSize(ring.length)];
    }

    private static int tableSize(int capacity) {
        return Integer.highestOneBit(Math.max(capacity, 2) * 2 - 1) << 1;
    }

    int size() {
        return size;
    }

    /** How many rows were delivered after the one with this id; -1 if the id is not remembered. */
    long distance(String id) {
        int slot = slot(table[find(id)]);
        if (slot < 0) {
            return -1;
        }
        int newest = (int) ((added - 1) % ring.length);
        int distance = newest - slot;
        return distance < 0 ? distance + ring.length : distance;
    }

    boolean contains(String id) {
        return table[find(id)] != 0;
    }

    /** Whether this is the id of the row delivered last. */
    boolean isNewest(String id) {
        return size > 0 && id.equals(ring[(int) ((added - 1) % ring.length)]);
    }

    /** Remembers the id as the newest; false if it is remembered already. */
    boolean add(String id) {
        int place = find(id);
        if (table[place] != 0) {
            return false;
        }
        if (size == ring.length) {
            makeRoom();
            place = find(id);
        }
        int slot = (int) (added % ring.length);
        ring[slot] = id;
        int hash = hash(id);
        hashes[slot] = hash;
        table[place] = entry(hash, slot);
        added++;
        size++;
        return true;
    }

    /** The ids of the last rows, oldest first, without the {@code skip} newest. */
    List<String> last(int count, int skip) {
        List<String> ids = new ArrayList<>();
        long end = added - Math.min(skip, size);
        for (long i = Math.max(added - size, end - count); i < end; i++) {
            ids.add(String.valueOf(ring[(int) (i % ring.length)]));
        }
        return ids;
    }

    private void makeRoom() {
        if (ring.length < memory) {
            grow();
        } else {
            forget((int) (added % ring.length));
        }
    }

    private void grow() {
        List<String> kept = last(size, 0);
        ring = new @Nullable String[Math.min(memory, ring.length * 4)];
        hashes = new int[ring.length];
        table = new long[tableSize(ring.length)];
        added = 0;
        size = 0;
        kept.forEach(this::add);
    }

    private void forget(int slot) {
        int mask = table.length - 1;
        long entry = entry(hashes[slot], slot);
        int hole = hashes[slot] & mask;
        while (table[hole] != entry) { // without a look at the id itself, which left the processor's caches long ago
            hole = (hole + 1) & mask;
        }
        ring[slot] = null;
        size--;
        // closes the gap, so that what was pushed behind it is still found
        for (int i = (hole + 1) & mask; table[i] != 0; i = (i + 1) & mask) {
            int home = (int) (table[i] >>> 32) & mask;
            if (((i - home) & mask) >= ((i - hole) & mask)) {
                table[hole] = table[i];
                hole = i;
            }
        }
        table[hole] = 0;
    }

    /** The place of the id in the table, or the free place where it belongs. */
    private int find(String id) {
        int mask = table.length - 1;
        int hash = hash(id);
        int i = hash & mask;
        while (table[i] != 0 && !((int) (table[i] >>> 32) == hash && id.equals(ring[slot(table[i])]))) {
            i = (i + 1) & mask;
        }
        return i;
    }

    private static long entry(int hash, int slot) {
        return (long) hash << 32 | (slot + 1);
    }

    /** The ring slot of a place in the table; -1 if it is free. */
    private static int slot(long entry) {
        return (int) entry - 1;
    }

    private static int hash(String id) {
        int hash = id.hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 16);
    }
}
