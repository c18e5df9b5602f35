package io.github.analytics4j.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Hashes of the ids in each unit's file, so that a row which changed its unit is found without reading all units. A file of hashes
 * is named by the hash of the unit's file, so that it never is about another content; one that is lost is made again.
 */
final class IdIndex {
    private final Path folder;

    IdIndex(Path folder) {
        this.folder = folder;
    }

    /** Collects hashes of ids. */
    static final class Collector implements StoredRows.Receiver {
        private long[] hashes = new long[64];
        private int count;

        @Override
        public void row(StoredRow row) {
            if (count == hashes.length) {
                hashes = Arrays.copyOf(hashes, 2 * count);
            }
            hashes[count++] = hash(row.id());
        }
    }

    void write(String fileSha, Collector ids) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * ids.count);
        for (int i = 0; i < ids.count; i++) {
            bytes.putLong(ids.hashes[i]);
        }
        Path temp = folder.resolve(fileSha + ".new");
        Files.write(temp, bytes.array());
        Disk.move(temp, folder.resolve(fileSha));
    }

    /** Ids by their hashes. */
    static Map<Long, String> byHash(Set<String> ids) {
        Map<Long, String> wanted = new HashMap<>();
        ids.forEach(each -> wanted.put(hash(each), each));
        return wanted;
    }

    /** Those ids that may be in a unit's file. */
    Set<String> among(Map<Long, String> wanted, String fileSha, long rows, StoredRows unit) throws IOException {
        ByteBuffer bytes = read(fileSha, rows, unit);
        Set<String> found = new HashSet<>();
        while (bytes.hasRemaining()) {
            String id = wanted.get(bytes.getLong());
            if (id != null) {
                found.add(id);
            }
        }
        return found;
    }

    private ByteBuffer read(String fileSha, long rows, StoredRows unit) throws IOException {
        Path file = folder.resolve(fileSha);
        byte[] bytes = bytes(file);
        if (bytes.length != Long.BYTES * rows) {
            Collector ids = new Collector();
            unit.each(ids);
            write(fileSha, ids);
            bytes = bytes(file);
        }
        return ByteBuffer.wrap(bytes);
    }

    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[1];
        }
    }

    /** Deletes what is about no file of these. */
    void keep(Set<String> fileShas) throws IOException {
        for (Path each : Disk.files(folder)) {
            if (!fileShas.contains(each.getFileName().toString())) {
                Files.deleteIfExists(each);
            }
        }
    }

    private static long hash(String id) {
        long hash = 0x9E3779B97F4A7C15L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0xBF58476D1CE4E5B9L;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
