package io.github.analytics4j.page;

import io.github.analytics4j.page.WindowResponse.Absent;
import io.github.analytics4j.page.WindowResponse.Timed;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The rows that came before their turn, in responses that may lack others: they must come again when the walk gets to them. */
final class RowsInHand<T> {

    private final Map<String, Held<T>> held = new LinkedHashMap<>();
    /** Rows that a walk had in hand that was resumed, and their times: they must come yet, though nothing else is known of them. */
    private final Map<String, Instant> awaited;

    /** Rows that did not come where they were asked for, and how many responses there were then. */
    private final Map<String, Integer> gone = new HashMap<>();

    private final int most;
    private int responses;
    /** How many responses there were when the one at hand was asked for. */
    private int asked;

    /** A row, and how many responses there were with the first that had it. */
    private record Held<T>(Timed<T> row, int since) {}

    RowsInHand(int most, Map<String, Instant> awaited) {
        this.most = most;
        this.awaited = new LinkedHashMap<>(awaited);
    }

    /** The response that comes next was asked for when so many others were still to come before it. */
    void askedBefore(int others) {
        asked = responses - others;
    }

    void responseCame() {
        responses++;
    }

    /** How many responses the walk had since it began or was resumed. */
    int responses() {
        return responses;
    }

    void keep(String id, Timed<T> row) {
        if (held.size() < most) {
            held.putIfAbsent(id, new Held<>(row, responses));
        }
    }

    boolean has(@Nullable String id) {
        return id != null && held.containsKey(id);
    }

    void delivered(String id) {
        held.remove(id);
        awaited.remove(id);
    }

    /** It is not there any more; the row, if it is at hand. */
    @Nullable
    Timed<T> gone(String id) {
        if (gone.size() < most) {
            gone.put(id, responses);
        }
        return take(id);
    }

    /** Whether a row was not there any more, and came all the same. */
    boolean wasGone(String id) {
        return gone.containsKey(id);
    }

    /** Whether a row of the response at hand was not there any more after that was asked for. */
    boolean goneSinceAsked(@Nullable String id) {
        return id != null && gone.getOrDefault(id, 0) > asked;
    }

    /** Takes a row out, which came; null if it is not at hand. */
    @Nullable
    Timed<T> take(String id) {
        Held<T> row = held.remove(id);
        return row == null ? null : row.row;
    }

    /** Those that should be in a response about these milliseconds. */
    List<Timed<T>> between(long first, long last) {
        if (held.isEmpty()) {
            return List.of();
        }
        return held.values().stream()
                .map(Held::row)
                .filter(row -> first <= row.cell() && row.cell() <= last)
                .toList();
    }

    /** One of them, which the response at hand lacks. */
    Absent absent(Timed<T> row) {
        String id = String.valueOf(row.id());
        Held<T> here = held.get(id);
        return new Absent(id, row.at(), here != null && here.since <= asked);
    }

    /** The awaited rows of a stretch of time, which the walk has passed without them; each is told once. */
    List<Absent> passed(long first, long last) {
        List<Absent> passed = awaited.entrySet().stream()
                .map(row -> new Absent(row.getKey(), row.getValue(), true))
                .filter(row -> first <= row.cell() && row.cell() <= last)
                .toList();
        passed.forEach(row -> awaited.remove(row.id()));
        return passed;
    }

    /** Tells those at hand with their times. */
    void forEach(BiConsumer<String, Instant> told) {
        held.forEach((id, row) -> told.accept(id, row.row.at()));
    }

    /** The times of all by their ids, awaited ones too. */
    Map<String, Instant> times() {
        Map<String, Instant> times = new HashMap<>(awaited);
        forEach(times::put);
        return times;
    }
}
