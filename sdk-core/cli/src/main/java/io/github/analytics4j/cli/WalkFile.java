package io.github.analytics4j.cli;

import io.github.analytics4j.error.WalkException;
import io.github.analytics4j.page.Checkpoint;
import io.github.analytics4j.page.FileCheckpointStore;
import io.github.analytics4j.page.Walk;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoint of a walk and the rows written so far, which are always of the same moment: the checkpoint says how long
 * the output was, and what is behind that is cut off before a later run goes on.
 */
final class WalkFile implements AutoCloseable {
    private static final long SAVED_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path shown;
    private final FileCheckpointStore store;
    private final RunLock lock;
    private final String kind;
    private final String query;
    private final @Nullable Path out;
    private @Nullable Checkpoint last;
    private Note before = Note.NONE;

    /** The file that a shell gave as stdout; empty for a pipe or terminal, and with {@code --out}. */
    private String redirected = "";

    /** Whether there is a checkpoint, of this run or of an earlier one. */
    private boolean saved;

    private long savedAt = System.nanoTime();

    /**
     * Takes the checkpoint for this process alone, and reads it.
     *
     * @param kind what is written, in what form: a later run has to write the same
     * @param query what is asked for, which a walk that is over cannot compare by itself
     * @param out the file that is written; null for stdout
     */
    WalkFile(Path file, String kind, String query, @Nullable Path out) {
        this.shown = file;
        this.query = Words.line(query);
        this.kind = kind + (out == null ? " to stdout" : " to " + out.toAbsolutePath());
        this.out = out;
        this.lock = RunLock.of(OptionNames.CHECKPOINT, file);
        this.store = new FileCheckpointStore(file);
        try {
            this.last = load();
            if (last != null) {
                saved = true;
                before = Note.of(last.note());
                check(last);
            }
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private @Nullable Checkpoint load() {
        try {
            return store.load().orElse(null);
        } catch (WalkException e) {
            Throwable why = e.getCause() instanceof WalkException inside ? inside : e;
            throw new CommandException(
                    e.getCause() instanceof FileSystemException ? ExitCode.FAILED : ExitCode.WRONG_ARGUMENTS,
                    shown + " is no checkpoint that can be read (" + why.getMessage() + "): give "
                            + OptionNames.CHECKPOINT + " the name of another file, or remove this one to begin anew",
                    e);
        }
    }

    private void check(Checkpoint checkpoint) {
        if (!before.kind().equals(kind)) {
            throw CommandException.wrong("the checkpoint " + shown + " is of a run that wrote " + before.kind()
                    + ", this one would write " + kind + ": run it as before, or remove the checkpoint to begin anew");
        }
        if (checkpoint.finished() && !before.query().equals(query)) {
            throw CommandException.wrong("the checkpoint " + shown + " is of a walk that is over and asked for "
                    + before.query() + ", this one would ask for " + query
                    + ": run it as before, to have its rows, or remove the checkpoint to begin anew");
        }
        if (out != null
                && before.written() > 0
                && !isPlaced(checkpoint)
                && !OutputFile.at(out).hasPart(before.written())) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "the rows that an earlier run wrote for " + out + " are gone: remove the checkpoint " + shown
                            + " to begin anew");
        }
    }

    /** Whether the file got its name, and the process ended before it could remove the checkpoint. */
    private boolean isPlaced(Checkpoint checkpoint) {
        return checkpoint.finished()
                && out != null
                && Files.exists(out)
                && !OutputFile.at(out).hasPart(before.written());
    }

    /** Where the walk goes on; empty where it begins. */
    Optional<Checkpoint> resumed() {
        return Optional.ofNullable(last);
    }

    /** The end of a walk that was over when its process was killed: what speaks against it, null for nothing. */
    List<String> reasons() {
        return before.reasons().isEmpty() ? List.of() : List.of(before.reasons());
    }

    /** Opens the output behind what earlier runs wrote; null if the file is in place already. */
    @Nullable
    Output open(Surroundings surroundings) {
        Checkpoint checkpoint = last;
        if (out == null) {
            redirected = Words.line(OutputFile.redirected(surroundings.out()));
            refuseEmptied();
            return Output.stdout(surroundings);
        } else if (checkpoint == null) {
            return Output.file(out);
        }
        return isPlaced(checkpoint) ? null : Output.resumed(out, before.written());
    }

    /** Refuses to go on in a file that has lost the rows of an earlier run: a shell's {@code >} empties it, whatever the command says. */
    private void refuseEmptied() {
        if (!redirected.isEmpty()
                && redirected.equals(before.redirected())
                && Path.of(redirected).toFile().length() < before.written()) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "the rows that an earlier run wrote to " + redirected
                            + " are gone, as the shell's > empties a file:"
                            + " remove the checkpoint " + shown + " to begin anew, and use >> or " + OptionNames.OUT
                            + ", which go on in it");
        }
    }

    /** Saves where the walk is, now and then. */
    void maybeSave(Walk<?> walk, RowWriter writer) {
        if (System.nanoTime() - savedAt >= SAVED_EVERY_NANOS) {
            save(walk, writer);
        }
    }

    /** Saves where the walk is, once all rows before that are on the disk. */
    void save(Walk<?> walk, RowWriter writer) {
        boolean interrupted = Thread.interrupted(); // it would close the files
        try {
            writer.flush();
            writer.out.durable();
            String reasons =
                    walk.report().finished() ? String.join(" ", walk.report().reasons()) : "";
            Note note = new Note(writer.out.written(), Words.line(reasons), query, redirected, kind);
            store.save(walk.checkpoint().withNote(note.text()));
            saved = true;
            savedAt = System.nanoTime();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Saves where the walk is and keeps its rows; where that fails, a later run goes on from the save before. */
    void saveAndKeep(Walk<?> walk, RowWriter writer) {
        try {
            save(walk, writer);
        } finally {
            keep(writer);
        }
    }

    /** Keeps the rows that were written if there is a checkpoint that counts them; else no run would go on behind them. */
    void keep(RowWriter writer) {
        if (saved) {
            writer.out.keep();
        }
    }

    /** The file is in place: the next run begins anew. */
    void clear() {
        store.clear();
    }

    @Override
    public void close() {
        lock.close();
    }

    /**
     * Holds what a checkpoint says beside where the walk stands, a line each.
     *
     * @param written how many bytes were written
     * @param reasons what speaks against a walk that is over; empty for nothing
     * @param query what was asked for
     * @param redirected the file that a shell gave as stdout; empty for none
     * @param kind what was written, and where
     */
    private record Note(long written, String reasons, String query, String redirected, String kind) {
        static final Note NONE = new Note(0, "", "", "", "");

        static Note of(String text) {
            String[] lines = Arrays.copyOf(text.split("\n", 5), 5);
            Arrays.setAll(lines, i -> lines[i] == null ? "" : lines[i]);
            long written = lines[0].matches("\\d{1,18}") ? Long.parseLong(lines[0]) : 0;
            return new Note(written, lines[1], lines[2], lines[3], lines[4]);
        }

        String text() {
            return String.join("\n", Long.toString(written), reasons, query, redirected, kind);
        }
    }
}
