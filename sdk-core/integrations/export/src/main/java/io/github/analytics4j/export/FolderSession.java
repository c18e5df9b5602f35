package io.github.analytics4j.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A table's folder that is locked for one run. */
final class FolderSession implements SinkSession {
    private final Manifest manifest;
    private final SinkTable table;
    private final UnitFormat format;
    private final StepListener steps;
    private final FileGuard guard;
    private final IdIndex ids;
    private final Path work;
    private final Map<String, Path> temps = new HashMap<>();
    private @Nullable SyncState current;
    private final boolean reads;
    private int numbered;

    FolderSession(Path folder, SinkTable table, UnitFormat format, StepListener steps) throws IOException {
        this(folder, table, format, steps, false);
    }

    /** Opens a folder to read it: nothing is made in it, not even by finishing what a killed run left. */
    static FolderSession toRead(Path folder, SinkTable table, UnitFormat format) throws IOException {
        return new FolderSession(folder, table, format, StepListener.NONE, true);
    }

    private FolderSession(Path folder, SinkTable table, UnitFormat format, StepListener steps, boolean reads)
            throws IOException {
        this.manifest = new Manifest(folder);
        this.table = table;
        this.format = format;
        this.steps = steps;
        this.reads = reads;
        if (!reads) {
            Files.createDirectories(manifest.ids);
            Files.createDirectories(manifest.data);
            Files.createDirectories(manifest.work);
        }
        this.ids = new IdIndex(manifest.ids);
        this.guard = held(reads ? FileGuard.takeIfThere(manifest.lock) : FileGuard.take(manifest.lock), folder);
        try {
            if (!reads) {
                rollForward();
                Disk.empty(manifest.work);
            }
            this.work = reads
                    ? WorkFolder.toRead(folder.toString(), guard)
                    : Files.createDirectories(manifest.work.resolve(
                            "run-" + UUID.randomUUID().toString().substring(0, 8)));
            this.current = new FolderRecovery(manifest, table, format).state();
        } catch (IOException | RuntimeException e) {
            guard.close();
            throw e;
        }
    }

    private static FileGuard held(@Nullable FileGuard guard, Path folder) throws SyncBusyException {
        if (guard == null) {
            throw SyncBusyException.at(folder.toString());
        }
        return guard;
    }

    /** Finishes what a whole journal says; one that is not whole says nothing, and one that cannot even be begun is forgotten. */
    private void rollForward() throws IOException {
        Manifest.Journal journal = Manifest.Journal.parse(Manifest.text(manifest.journal));
        long generation = manifest.generation();
        if (journal != null
                && (journal.generation() == generation || journal.generation() == generation + 1)
                && canFinish(journal)) {
            steps.at("2", "roll the journal forward");
            apply(journal);
        }
        Files.deleteIfExists(manifest.journal);
    }

    /** Whether a commit can be finished; of one that cannot be begun nothing was done, and its days are read again. */
    private boolean canFinish(Manifest.Journal journal) throws IOException {
        try {
            makeRoom(journal);
            return true;
        } catch (IOException e) {
            for (Map.Entry<String, Manifest.Journal.Move> each : journal.moves().entrySet()) {
                if (!Files.exists(manifest.folder.resolve(each.getValue().temp()))
                        && Files.exists(manifest.folder.resolve(each.getKey()))) {
                    throw e;
                }
            }
            return false;
        }
    }

    /** Makes the folders that a commit needs before it takes a step: what cannot be placed fails here, with nothing done yet. */
    private void makeRoom(Manifest.Journal journal) throws IOException {
        for (String each : journal.moves().keySet()) {
            Path file = manifest.folder.resolve(each);
            Path parent = Files.createDirectories(file.getParent());
            parent.getFileSystem().provider().checkAccess(parent, AccessMode.WRITE);
            if (Files.isDirectory(file)) {
                throw FolderRecovery.inTheWay(file);
            }
        }
    }

    /** Does what a journal says; can be done again from any point on. */
    private void apply(Manifest.Journal journal) throws IOException {
        Set<Path> folders = new HashSet<>();
        for (Map.Entry<String, Manifest.Journal.Move> each : journal.moves().entrySet()) {
            Path from = manifest.folder.resolve(each.getValue().temp());
            Path to = manifest.folder.resolve(each.getKey());
            if (Files.exists(from)) {
                steps.at("7a", "rename a unit");
                Path parent = Files.createDirectories(to.getParent()); // there, unless somebody removed it meanwhile
                Disk.move(from, to);
                folders.add(parent);
                folders.add(parent.getParent());
            }
        }
        folders.forEach(Disk::syncFolder);
        Path next = manifest.folder.resolve(journal.manifest());
        if (Files.exists(next) && Disk.sha256(next).equals(journal.manifestSha())) {
            if (manifest.isWhole()) {
                steps.at("7a", "keep the state as the previous one");
                Disk.write(manifest.previous, Files.readString(manifest.file, StandardCharsets.UTF_8));
            }
            steps.at("7a", "name the state");
            Disk.move(next, manifest.file);
            Disk.syncFolder(manifest.file.getParent());
        }
        steps.at("7a", "forget the journal");
        Files.deleteIfExists(manifest.journal);
        Disk.syncFolder(manifest.file.getParent());
    }

    @Override
    public @Nullable SyncState state() {
        return current == null ? null : current.copy();
    }

    @Override
    public boolean takesChanges() {
        return false;
    }

    @Override
    public Path work() {
        return work;
    }

    @Override
    public void stored(UnitKey unit, StoredRows.Receiver to) throws IOException {
        UnitFile file = fileOf(unit);
        if (file != null && file.equals(damaged(unit))) {
            salvage(manifest.folder.resolve(file.file()), to);
        } else if (file != null) {
            format.read(manifest.folder.resolve(file.file()), table, to);
        }
    }

    /** The file that the state names for a unit; null if it has none. */
    private @Nullable UnitFile fileOf(UnitKey unit) {
        UnitState known = current == null ? null : current.units.get(unit);
        return known == null ? null : known.file();
    }

    /** The rest of a unit's damaged file; null if it is whole, or if nothing is left. */
    private @Nullable UnitFile damaged(UnitKey unit) {
        FolderRecovery.Damage damage = current == null ? null : current.damaged.get(unit);
        return damage == null ? null : damage.file();
    }

    /** Hands over the rows that can still be read. */
    private void salvage(Path file, StoredRows.Receiver to) throws IOException {
        boolean[] taking = new boolean[1];
        try {
            format.read(file, table, row -> {
                taking[0] = true;
                to.row(row);
                taking[0] = false;
            });
        } catch (IOException | RuntimeException e) {
            if (taking[0]) {
                throw e;
            }
        }
    }

    /** Keeps a damaged file before another one takes its name. */
    private void keepAside(UnitFile file) throws IOException {
        Path target = manifest.folder
                .resolve(Manifest.DAMAGED)
                .resolve(file.file() + "." + file.sha256().substring(0, 8));
        if (!Files.exists(target)) {
            Path temp = work.resolve("damaged-" + numbered++);
            Files.copy(manifest.folder.resolve(file.file()), temp);
            Disk.sync(temp);
            Disk.move(temp, Files.createDirectories(target.getParent()).resolve(target.getFileName()));
            Disk.syncFolder(target.getParent());
        }
    }

    @Override
    public Map<String, UnitKey> locate(String partition, Set<String> wanted) throws IOException {
        Map<String, UnitKey> found = new HashMap<>();
        SyncState state = current;
        if (state == null) {
            return found;
        }
        Map<Long, String> hashes = IdIndex.byHash(wanted);
        for (Map.Entry<UnitKey, UnitState> each : state.unitsOf(partition).entrySet()) {
            UnitFile file = each.getValue().file();
            UnitKey unit = each.getKey();
            if (file == null) {
                continue;
            }
            long rows = each.getValue().rows() + each.getValue().marked();
            Set<String> maybe = ids.among(hashes, file.sha256(), rows, to -> stored(unit, to));
            if (!maybe.isEmpty()) {
                stored(unit, row -> {
                    if (maybe.contains(row.id())) {
                        found.put(row.id(), unit);
                    }
                });
            }
        }
        return found;
    }

    @Override
    public UnitFile build(UnitKey unit, StoredRows rows) throws IOException {
        Path temp = work.resolve("unit-" + numbered++ + "." + format.suffix());
        IdIndex.Collector collector = new IdIndex.Collector();
        format.write(
                temp,
                table,
                to -> rows.each(row -> {
                    collector.row(row);
                    to.row(row);
                }));
        Disk.sync(temp);
        String sha = Disk.sha256(temp);
        ids.write(sha, collector);
        String name = Manifest.nameOf(unit, table.narrowing(), format.suffix());
        temps.put(name, temp);
        return new UnitFile(name, Files.size(temp), sha);
    }

    @Override
    public void commit(long expectedGeneration, SyncState next, Map<UnitKey, UnitFile> built, RowChanges changes)
            throws IOException {
        steps.at("7a", "compare the generation");
        next.format = format.suffix();
        next.place = manifest.entryOfLock();
        Map<String, Manifest.Journal.Move> moves = new LinkedHashMap<>();
        built.forEach((unit, file) -> {
            Path temp = temps.get(file.file());
            if (temp != null && !isThere(unit, file)) {
                moves.put(file.file(), new Manifest.Journal.Move(relative(temp), file.sha256()));
            }
        });
        Path state = work.resolve("manifest-" + next.generation + ".json");
        String text = StateText.of(next);
        Files.writeString(state, text, StandardCharsets.UTF_8);
        Disk.sync(state);
        Manifest.Journal journal = new Manifest.Journal(next.generation, relative(state), Disk.sha256(state), moves);
        fence(expectedGeneration);
        makeRoom(journal);
        for (UnitKey unit : built.keySet()) {
            UnitFile damaged = damaged(unit);
            if (damaged != null && isThere(unit, damaged)) {
                keepAside(damaged);
            }
        }
        String purged = PurgedList.of(next).text();
        if (!purged.equals(Manifest.text(manifest.purged))) {
            Disk.write(manifest.purged, purged); // before the state: a commit that is killed may not lose it
        }
        steps.at("7a", "write the journal");
        Disk.write(manifest.journal, journal.text());
        apply(journal);
        manifest.remember(text, next);
        current = next.copy();
        for (Path each : temps.values()) {
            Files.deleteIfExists(each);
        }
        temps.clear();
    }

    /** Whether the very bytes are under the final name already: then they keep their time. */
    private boolean isThere(UnitKey unit, UnitFile file) {
        return file.equals(fileOf(unit));
    }

    /** A run that was suspended may have lost its lock, and another one may have gone on. */
    void fence(long expectedGeneration) throws IOException {
        if (!Files.isDirectory(work) || manifest.generation() != expectedGeneration) {
            throw new SyncBusyException(
                    "another run went on at " + manifest.folder + " while this one stood still: nothing was changed");
        }
    }

    private String relative(Path file) {
        return manifest.folder.relativize(file).toString().replace('\\', '/');
    }

    @Override
    public void reject(String day, List<String> lines) throws IOException {
        Path folder = Files.createDirectories(manifest.rejects.resolve(day));
        Path file = folder.resolve("rejects-" + System.nanoTime() + "-" + numbered++ + ".jsonl.gz");
        Path temp = work.resolve(file.getFileName());
        try (Writer out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(temp)), StandardCharsets.UTF_8)) {
            for (String each : lines) {
                out.append(each).append('\n');
            }
        }
        Disk.sync(temp);
        Disk.move(temp, file);
    }

    @Override
    public void forget(Set<String> gone) throws IOException {
        for (Path file : Disk.files(manifest.rejects)) {
            List<String> lines;
            try (BufferedReader in = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                lines = in.lines().toList();
            }
            List<String> kept = lines.stream()
                    .filter(line -> gone.stream().noneMatch(id -> line.contains(JsonText.quoted(id))))
                    .toList();
            if (kept.size() < lines.size()) {
                if (!kept.isEmpty()) {
                    reject(manifest.rejects.relativize(file).getName(0).toString(), kept);
                }
                Files.delete(file);
            }
        }
    }

    @Override
    public void finish(String runRecord) throws IOException {
        Files.writeString(
                manifest.runs,
                runRecord + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        SyncState state = current;
        if (state != null) {
            Set<String> used = new HashSet<>();
            state.units.values().forEach(each -> {
                UnitFile file = each.file();
                if (file != null) {
                    used.add(file.sha256());
                }
            });
            ids.keep(used);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (reads) {
                WorkFolder.remove(work);
            } else if (!Files.exists(manifest.journal)) { // else the next run finishes with what is here
                Disk.empty(work);
                Files.deleteIfExists(work);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            guard.close();
        }
    }
}
