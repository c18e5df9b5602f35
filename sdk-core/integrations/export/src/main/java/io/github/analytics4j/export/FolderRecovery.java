package io.github.analytics4j.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Step 2 in a folder: the state as the files bear it out. Changes nothing, so that those who only look can ask, too. */
final class FolderRecovery {
    private static final int SHOWN = 5;

    private final Manifest manifest;
    private final SinkTable table;
    private final UnitFormat format;

    FolderRecovery(Manifest manifest, SinkTable table, UnitFormat format) {
        this.manifest = manifest;
        this.table = table;
        this.format = format;
    }

    /**
     * The state, with what is damaged; null where there never was a run.
     *
     * @throws StateException if it cannot be used, or if a file's bytes cannot be had
     */
    @Nullable
    SyncState state() throws IOException {
        SyncState state = manifest.state();
        boolean whole = manifest.isWhole();
        PurgedList purged = PurgedList.parse(Manifest.text(manifest.purged));
        Set<String> strangers = new TreeSet<>();
        Map<UnitKey, Path> there = files(partitions(state), strangers);
        boolean begun = !there.isEmpty() || Files.exists(manifest.file) || Files.exists(manifest.previous);
        if (state == null && !begun && (purged == null || purged.ids().isEmpty())) {
            return null;
        } else if (state == null) {
            state = new SyncState(purged == null ? UUID.randomUUID().toString() : purged.sink());
            state.notes.add(
                    "the state in " + manifest.file + " and the one before it are damaged or gone: what is there"
                            + " is known by its files alone, and is read again");
        } else if (!state.format.isEmpty() && !state.format.equals(format.suffix())) {
            throw new StateException(manifest.folder + " holds " + state.format + " files and this run writes "
                    + format.suffix() + ": give the format of those files, or another folder");
        } else if (!whole) {
            state.notes.add(
                    "the state in " + manifest.file + " is damaged or gone: the one before its last commit counts");
        }
        if (!strangers.isEmpty()) {
            state.strangers.add(words(strangers));
        }
        takePurged(state, purged, whole);
        check(state, there, whole);
        return state;
    }

    /** The partitions that the state knows or the run reads, by their folders: a name that was cut does not tell its partition. */
    private Map<String, String> partitions(@Nullable SyncState state) {
        Set<String> known = new TreeSet<>(table.partitions());
        if (state != null) {
            known.addAll(state.partitions.keySet());
            state.units.keySet().forEach(each -> known.add(each.partition()));
        }
        Map<String, String> partitions = new HashMap<>();
        known.forEach(each -> partitions.put(Manifest.folderOf(each, table.narrowing()), each));
        return partitions;
    }

    /**
     * The units' files.
     *
     * @param known partitions by their folders
     * @param strangers takes the names of others that a reader of all files reads too
     */
    private Map<UnitKey, Path> files(Map<String, String> known, Set<String> strangers) throws IOException {
        Map<UnitKey, Path> there = new TreeMap<>();
        for (Path file : Disk.files(manifest.data)) {
            UnitKey unit = manifest.unitOf(file, table.narrowing(), format.suffix(), known);
            String name = file.getFileName().toString();
            if (unit != null) {
                there.put(unit, file);
            } else if (name.endsWith("." + format.suffix()) || !(name.startsWith(".") || name.startsWith("_"))) {
                strangers.add(manifest.folder.relativize(file).toString());
            }
        }
        for (Path each : Disk.folders(manifest.data)) {
            if (manifest.unitOf(each, table.narrowing(), format.suffix(), known) != null) {
                throw inTheWay(each);
            }
        }
        return there;
    }

    static StateException inTheWay(Path folder) {
        return new StateException(folder + " is a folder where the file of a unit belongs: move it away");
    }

    private static String words(Set<String> strangers) {
        String some = strangers.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return (strangers.size() == 1 ? "1 file below data is" : strangers.size() + " files below data are")
                + " none of the sync's, and readers count the rows there too: move away " + some
                + (strangers.size() > SHOWN ? " and others" : "");
    }

    /** The list is in two files; where both are damaged, what was purged may come back, and people must know. */
    private void takePurged(SyncState state, @Nullable PurgedList list, boolean whole) {
        if (list != null && list.sink().equals(state.sinkId)) {
            list.ids().forEach((hash, unit) -> {
                if (whole) {
                    state.purged.putIfAbsent(hash, unit);
                } else {
                    state.purged.put(hash, unit);
                }
            });
        } else if (!whole) {
            state.doubts.add("the list of purged ids may be lost with " + manifest.file + " and " + manifest.purged
                    + ": purge again what must not come back");
        }
    }

    private void check(SyncState state, Map<UnitKey, Path> there, boolean whole) throws IOException {
        boolean ours =
                whole && state.place.equals(manifest.entryOfLock()); // in a copy, times say when the copy was made
        FileTime written = ours ? Disk.touched(manifest.file) : FileTime.fromMillis(0);
        if (written.toInstant().isAfter(Instant.now())) {
            written = FileTime.fromMillis(0); // of a clock that was ahead: it is later than what came since
        }
        Set<UnitKey> all = new TreeSet<>(state.units.keySet());
        all.addAll(there.keySet());
        for (UnitKey unit : all) {
            UnitState known = state.units.get(unit);
            Path file = there.get(unit);
            if (file == null) {
                long before = known == null ? 0 : known.rows() + known.marked();
                state.units.put(unit, UnitState.unverified(null, before));
                if (before > 0) {
                    state.damaged.put(unit, new Damage(null, before, unit + ": its file is gone"));
                }
            } else if (known == null || known.contentHash().isEmpty() || !isAsKnown(file, known.file(), written)) {
                state.units.put(unit, present(state, unit, file, known));
            }
        }
    }

    private static boolean isAsKnown(Path file, @Nullable UnitFile known, FileTime written) throws IOException {
        if (known == null || Files.size(file) != known.size()) {
            return false;
        }
        boolean touched = Disk.touched(file).compareTo(written) >= 0;
        return !touched || sha256(file).equals(known.sha256());
    }

    /** A file whose bytes do not come now may be whole: nothing is done about it. */
    private static String sha256(Path file) throws StateException {
        try {
            return Disk.sha256(file);
        } catch (IOException e) {
            throw new StateException(
                    file + " cannot be read (" + Disk.why(e) + "): make it readable, or move it out of the folder"
                            + " of data if it is lost; nothing was changed");
        }
    }

    /** Describes a file that the state does not know. */
    private UnitState present(SyncState state, UnitKey unit, Path file, @Nullable UnitState known) throws IOException {
        String sha = sha256(file);
        UnitFile now = new UnitFile(Manifest.nameOf(unit, table.narrowing(), format.suffix()), Files.size(file), sha);
        long[] rows = new long[1];
        try {
            format.read(file, table, row -> rows[0]++);
        } catch (IOException | RuntimeException e) {
            long before = known == null ? -1 : known.rows() + known.marked();
            state.damaged.put(unit, new Damage(now, before, unit + ": " + file + " is damaged"));
            return UnitState.unverified(now, Math.max(before, rows[0]));
        }
        return UnitState.unverified(now, rows[0]);
    }

    /**
     * A unit of which rows may be lost.
     *
     * @param file what is left of it; null where it is gone
     * @param before how many rows it had; below 0 where nobody knows
     * @param text what happened, without an end
     */
    record Damage(@Nullable UnitFile file, long before, String text) {
        /** The sentence that people should read after a run; null if the rows are all there again. */
        @Nullable
        String left(@Nullable UnitState now) {
            if (now == null || now.contentHash().isEmpty()) {
                return text + ", and was not read again";
            }
            long rows = now.rows() + now.marked();
            String kept = file == null ? "" : "; the damaged file is kept in the folder " + Manifest.DAMAGED;
            if (before < 0 && file != null) {
                return text + "; nobody knows how many rows it had, and " + rows + " are there now" + kept;
            }
            return rows < before ? text + "; it had " + before + " rows, and " + rows + " are there now" + kept : null;
        }
    }
}
