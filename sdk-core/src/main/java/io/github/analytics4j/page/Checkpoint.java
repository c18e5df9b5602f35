package io.github.analytics4j.page;

import io.github.analytics4j.error.WalkException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk stands: a small text that another process can go on from. Immutable.
 *
 * <p>It names the operation and its filters, the end of the time window, the place and the counts, and what tells rows that
 * were delivered from others. By offset and page number that is a fingerprint of eight bytes for each of the last 16,384
 * rows (the last 4,096 if there were more), and for each of at most 524,288 rows that were delivered and may come again,
 * since rows came in before them; and for each of at most 4,096 rows that a response had and that were not read. By time it
 * is the ids of one millisecond's rows. A checkpoint has some kilobytes, in a longer walk some tens, and at most 8 million
 * characters. It holds no key. A checksum tells if it was changed or damaged.
 */
public final class Checkpoint {

    private final WalkState state;
    private final String note;

    private Checkpoint(WalkState state, String note) {
        this.state = state;
        this.note = note;
    }

    static Checkpoint of(WalkState state) {
        return new Checkpoint(state, "");
    }

    static Checkpoint of(WalkState state, String note) {
        return new Checkpoint(state, note);
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @param text all of its lines
     * @return the checkpoint
     * @throws WalkException if it is anything else, naming the line and what is wrong with it
     */
    public static Checkpoint parse(String text) {
        return CheckpointText.read(text);
    }

    /**
     * {@return the checkpoint as a few lines of text}
     *
     * @throws WalkException if it would be too large to be read again, as with a very long note
     */
    public String text() {
        return CheckpointText.write(state, note);
    }

    /** {@return the operation walked, as in {@code synthflow.calls.list}} */
    public String operation() {
        return state.operation();
    }

    /** {@return the number of rows delivered so far} */
    public long rows() {
        return state.rows();
    }

    /** {@return whether the walk had reached its end} */
    public boolean finished() {
        return state.finished();
    }

    /** {@return what {@link #withNote(String)} put there, else an empty text} */
    public String note() {
        return note;
    }

    /**
     * {@return this checkpoint with a word of your own, saved and read back with it: the length of the file written so
     * far, for instance, so that both are always of the same moment}
     *
     * @param text any, but short: a checkpoint too large to be read again is refused by {@link #text()}
     */
    public Checkpoint withNote(String text) {
        return new Checkpoint(state, Objects.requireNonNull(text, "note"));
    }

    WalkState state() {
        return state;
    }

    /** Refuses a walk over anything but what this checkpoint is of. */
    void check(WalkSpec<?> spec) {
        if (state.finished()) {
            throw new WalkException(
                    "the checkpoint is of a walk that reached its end, so there is nothing left to resume:"
                            + " begin a new walk, over the time since, and forget the checkpoint (FileCheckpointStore.clear())");
        }
        List<String> differences = new ArrayList<>();
        compare(differences, "operation", state.operation(), spec.operation);
        compare(differences, "style", state.style().name(), spec.style.name());
        Map<String, String> was = state.query();
        TreeSet<String> names = new TreeSet<>(was.keySet());
        names.addAll(spec.query.keySet());
        for (String name : names) {
            compare(differences, name, was.get(name), spec.query.get(name));
        }
        if (!differences.isEmpty()) {
            throw new WalkException("the checkpoint belongs to another query: " + String.join("; ", differences));
        }
    }

    private static void compare(List<String> differences, String name, @Nullable String was, @Nullable String is) {
        if (!Objects.equals(was, is)) {
            differences.add(name + " was " + quote(was) + ", is " + quote(is));
        }
    }

    private static String quote(@Nullable String text) {
        return text == null ? "not set" : '"' + text + '"';
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Checkpoint that && state.equals(that.state) && note.equals(that.note);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }

    /** For a log: what was read and how far, without the values of the request, which are in {@link #text()}. */
    @Override
    public String toString() {
        return "Checkpoint[" + operation() + ", " + rows() + " rows" + (finished() ? ", finished" : "") + "]";
    }
}
