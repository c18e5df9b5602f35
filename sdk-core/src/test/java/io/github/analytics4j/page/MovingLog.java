package io.github.analytics4j.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A list of rows that moves while it is read, and knows which rows stayed all along. */
final class MovingLog {

    private final Random random;
    final List<Row> rows = new ArrayList<>();
    final Set<Row> ever = new HashSet<>();
    final Set<Row> kept = new HashSet<>();
    private final List<Row> first;
    private long nextNumber;
    int inserts;
    int deletes;
    int block = 1;

    MovingLog(Random random, int size) {
        this.random = random;
        for (int i = 0; i < size; i++) {
            rows.add(Row.of(nextNumber++));
        }
        ever.addAll(rows);
        kept.addAll(rows);
        first = List.copyOf(rows);
    }

    /** The rows that were there at the start and still are, in order. */
    List<Row> stayed() {
        return first.stream().filter(kept::contains).toList();
    }

    void move() {
        if (inserts > 0 && random.nextBoolean()) {
            insert(place(), 1 + random.nextInt(Math.min(block, inserts)));
        }
        if (deletes > 0 && !rows.isEmpty() && random.nextBoolean()) {
            delete(place(), 1 + random.nextInt(Math.min(block, deletes)));
        }
    }

    private int place() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> rows.size();
            default -> random.nextInt(rows.size() + 1);
        };
    }

    void insert(int at, int count) {
        inserts -= count;
        List<Row> fresh = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fresh.add(Row.of(nextNumber++));
        }
        rows.addAll(at, fresh);
        ever.addAll(fresh);
    }

    void delete(int at, int count) {
        int from = Math.min(at, Math.max(0, rows.size() - count));
        int to = Math.min(rows.size(), from + count);
        deletes -= to - from;
        List<Row> gone = rows.subList(from, to);
        kept.removeAll(new HashSet<>(gone));
        gone.clear();
    }

    /** The page asked for, as an honest server answers it. */
    Page<Row> page(PageRequest at) {
        return page(at, Integer.MAX_VALUE);
    }

    /** At most so many of the rows that were asked for. */
    Page<Row> page(PageRequest at, int cap) {
        return FakeServer.cut(rows, at, cap);
    }
}
