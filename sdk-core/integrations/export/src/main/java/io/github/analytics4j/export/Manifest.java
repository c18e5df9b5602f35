package io.github.analytics4j.export;

import io.github.analytics4j.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names the parts of a table's folder, and reads its state: the last one, or where that is damaged the one before it. */
final class Manifest {
    /** Keeps files that could not be read to their end. */
    static final String DAMAGED = "_damaged";

    /** File systems take names of so many bytes. */
    private static final int LONGEST_NAME = 255;

    /** A cut name has so many digits of a hash, a whole one fewer: the one is never taken for the other. */
    private static final int LONG_HASH = 32;

    final Path folder;
    final Path file;
    final Path previous;
    final Path purged;
    final Path journal;
    final Path lock;
    final Path runs;
    final Path data;
    final Path work;
    final Path rejects;
    final Path ids;

    /** The text that was read or written last, and its state: between two commits one text is read several times. */
    private String latestText = "";

    private @Nullable SyncState latest;

    Manifest(Path folder) {
        this.folder = folder;
        Path own = folder.resolve("_a4j");
        this.file = own.resolve("manifest.json");
        this.previous = own.resolve("manifest.previous.json");
        this.purged = own.resolve("purged.json");
        this.journal = own.resolve("journal.json");
        this.lock = own.resolve("lock");
        this.runs = own.resolve("runs.jsonl");
        this.ids = own.resolve("ids");
        this.data = folder.resolve("data");
        this.work = folder.resolve("_work");
        this.rejects = folder.resolve("_rejects");
    }

    /** Returns the state as it is, or as it was one commit ago where its file is damaged; null where neither can be read. */
    @Nullable
    SyncState state() throws IOException {
        SyncState stored = stored();
        return stored == null ? null : stored.copy();
    }

    /**
     * Tells the folder from a copy of it, whose files may be of two moments: no copy of the lock, which stays as it was made, has its
     * number and the time of its entry. Empty where the system does not tell them.
     */
    String entryOfLock() throws IOException {
        try {
            Map<String, Object> entry = Files.readAttributes(lock, "unix:ino,ctime");
            return entry.get("ino") + " " + entry.get("ctime");
        } catch (UnsupportedOperationException | IllegalArgumentException | NoSuchFileException e) {
            return "";
        }
    }

    /** Whether the state's file can be read as it is. */
    boolean isWhole() throws IOException {
        return read(file) != null;
    }

    /** The generation in the file now; 0 where there is none. */
    long generation() throws IOException {
        SyncState stored = stored();
        return stored == null ? 0 : stored.generation;
    }

    private @Nullable SyncState stored() throws IOException {
        SyncState now = read(file);
        return now != null ? now : read(previous);
    }

    private @Nullable SyncState read(Path from) throws IOException {
        String text = text(from);
        if (latest != null && latestText.equals(text)) {
            return latest;
        }
        try {
            SyncState state = StateText.parse(text);
            if (state != null && text != null) {
                remember(text, state);
            }
            return state;
        } catch (StateException e) {
            throw new StateException(from + ": " + e.getMessage());
        }
    }

    /** Notes the state of a text that is about to be the file's. */
    void remember(String text, SyncState state) {
        latestText = text;
        latest = state.copy();
    }

    static @Nullable String text(Path file) throws IOException {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : null;
        } catch (MalformedInputException e) {
            return null;
        }
    }

    /** The final name of a unit's file, relative to the folder: a function of partition and day alone. */
    static String nameOf(UnitKey unit, String narrowing, String suffix) {
        String year = unit.isDay()
                ? unit.name()
                        .substring(0, unit.name().lastIndexOf('-', unit.name().length() - 4))
                : "";
        String inside = unit.isDay() ? year + "/" + unit.name() : unit.name();
        return "data/" + folderOf(unit.partition(), narrowing) + "/" + inside + "." + suffix;
    }

    /** The name of a partition's folder. One that is too long for a file system is cut; its hash, which is a longer one, tells it from others. */
    static String folderOf(String partition, String narrowing) {
        String whole = narrowing + "-" + slug(partition);
        if (whole.length() <= LONGEST_NAME) { // slugs are ASCII: a character is a byte
            return whole;
        }
        String hash = JsonText.sha256(partition).substring(0, LONG_HASH);
        String cut = whole.substring(0, LONGEST_NAME - 1 - LONG_HASH).replaceFirst("%.?$", "");
        return cut + "-" + hash;
    }

    /** An id as a folder's name: safe on every file system, also on those that take upper and lower case for one. */
    static String slug(String id) {
        StringBuilder slug = new StringBuilder();
        for (byte each : id.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = each == '-'
                    || each == '_'
                    || (each >= '0' && each <= '9')
                    || (each >= 'a' && each <= 'z')
                    || (each >= 'A' && each <= 'Z');
            slug.append(plain ? String.valueOf((char) each) : String.format("%%%02x", each & 0xff));
        }
        return slug + "-" + JsonText.sha256(id).substring(0, 8);
    }

    /** The id of a slug; null if the text is none. */
    static @Nullable String idOf(String slug) {
        int end = slug.lastIndexOf('-');
        if (end < 0) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < end; i++) {
            boolean escaped = slug.charAt(i) == '%' && i + 3 <= end;
            bytes.write(escaped ? Integer.parseInt(slug.substring(i + 1, i + 3), 16) : slug.charAt(i));
            i += escaped ? 2 : 0;
        }
        String id = bytes.toString(StandardCharsets.UTF_8);
        return slug(id).equals(slug) ? id : null;
    }

    /**
     * The unit of a file below {@code data}; null of a file that is none of this table's units.
     *
     * @param known partitions by their folders; a partition that is not there is known by a name that is not cut
     */
    @Nullable
    UnitKey unitOf(Path unitFile, String narrowing, String suffix, Map<String, String> known) {
        Path inside = data.relativize(unitFile);
        String first = inside.getName(0).toString();
        String last = inside.getFileName().toString();
        if (!first.startsWith(narrowing + "-") || !last.endsWith("." + suffix)) {
            return null;
        }
        String partition = known.containsKey(first) ? known.get(first) : idOf(first.substring(narrowing.length() + 1));
        UnitKey key = partition == null
                ? null
                : new UnitKey(partition, last.substring(0, last.length() - suffix.length() - 1));
        String relative = folder.relativize(unitFile).toString().replace('\\', '/');
        return key != null
                        && isUnit(key.name())
                        && nameOf(key, narrowing, suffix).equals(relative)
                ? key
                : null;
    }

    private static boolean isUnit(String name) {
        return name.equals(UnitKey.UNDATED)
                || name.equals(UnitKey.WHOLE)
                || name.matches("[+-]?\\d{4,9}-\\d\\d-\\d\\d");
    }

    /** The steps that a commit is about to take; written as a whole before it takes any of them. */
    record Journal(long generation, String manifest, String manifestSha, Map<String, Move> moves) {
        /** A temporary file that becomes the file of a unit. */
        record Move(String temp, String sha256) {}

        String text() {
            Map<String, @Nullable Object> all = new LinkedHashMap<>();
            all.put("generation", generation);
            all.put("manifest", manifest);
            all.put("manifest_sha256", manifestSha);
            Map<String, @Nullable Object> each = new LinkedHashMap<>();
            moves.forEach((file, move) -> each.put(file, Map.of("temp", move.temp(), "sha256", move.sha256())));
            all.put("moves", each);
            return StateText.sealed("journal", all);
        }

        /** Reads a journal; null if it is not whole: then nothing was done yet. */
        static @Nullable Journal parse(@Nullable String text) {
            try {
                Map<String, JsonValue> body = StateText.opened("journal", text);
                Map<String, Move> moves = new LinkedHashMap<>();
                for (Map.Entry<String, JsonValue> each :
                        StateText.member(body, "moves").fields().entrySet()) {
                    Map<String, JsonValue> move = each.getValue().fields();
                    moves.put(each.getKey(), new Move(StateText.text(move, "temp"), StateText.text(move, "sha256")));
                }
                return new Journal(
                        StateText.number(body, "generation"),
                        StateText.text(body, "manifest"),
                        StateText.text(body, "manifest_sha256"),
                        moves);
            } catch (StateException e) {
                return null;
            }
        }
    }
}
