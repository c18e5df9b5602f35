package io.github.analytics4j.download;

import io.github.analytics4j.download.Checksums.StatedSum;
import io.github.analytics4j.download.DownloadedFile.IntegrityCheck;
import io.github.analytics4j.download.FileFacts.Validator;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The sidecar of one part file, held under an exclusive lock from before the part file is touched until after it is in
 * place. A killed process holds no lock.
 */
final class SidecarFile implements AutoCloseable {
    /** A sidecar is some hundred bytes; what follows the first thousands was not written by us. */
    private static final int MOST_BYTES = 16 * 1024;

    /** A holder deletes its sidecar when it is done, so another's lock can fall on a file that is gone; once is likely, ten times not. */
    private static final int TRIES = 10;

    /**
     * The sidecars this process holds. POSIX drops a process's locks on a file when any of its descriptors for it is
     * closed, so a second claim of the same process must not even open it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;
    private final String owner = UUID.randomUUID().toString();
    private final @Nullable Content found;
    private final boolean foundAny;

    private SidecarFile(Path path, FileChannel channel, boolean isNew) throws IOException {
        this.path = path;
        this.channel = channel;
        String text = read(channel);
        this.foundAny = !isNew || !text.isEmpty();
        this.found = Content.parse(text);
    }

    /**
     * Takes the claim.
     *
     * @throws DownloadException if another download holds it
     */
    static SidecarFile take(Path file, Path sidecar) throws IOException {
        Path absolute = sidecar.toAbsolutePath();
        Path folder = absolute.getParent();
        Path held = folder == null ? absolute : folder.toRealPath().resolve(sidecar.getFileName());
        if (!HELD.add(held)) {
            throw inUse(file);
        }
        try {
            for (int i = 0; i < TRIES; i++) {
                boolean isNew = create(held);
                FileChannel channel = lockedChannel(file, held);
                if (channel != null) {
                    return new SidecarFile(held, channel, isNew);
                }
            }
            throw inUse(file);
        } catch (IOException | RuntimeException e) {
            HELD.remove(held);
            throw e;
        }
    }

    /** Whether it was not there before. */
    private static boolean create(Path sidecar) throws IOException {
        try {
            Files.createFile(sidecar);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private static @Nullable FileChannel lockedChannel(Path file, Path sidecar) throws IOException {
        FileChannel channel;
        try {
            channel = opened(sidecar);
        } catch (NoSuchFileException e) {
            return null; // its holder was done with it just now
        }
        boolean kept = false;
        try {
            // One byte far behind the end: Windows lets no other process read locked bytes.
            if (channel.tryLock(Long.MAX_VALUE - 1, 1, false) == null) {
                throw inUse(file);
            }
            kept = isAt(channel, sidecar);
            return kept ? channel : null;
        } finally {
            if (!kept) {
                channel.close();
            }
        }
    }

    /**
     * Opens a file that is there, so that it can be locked.
     *
     * @throws FileSystemException also where the file system has no such thing, as that of a zip
     */
    static FileChannel opened(Path file) throws IOException {
        try {
            return FileChannel.open(
                    file, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            String scheme = file.getFileSystem().provider().getScheme();
            throw new FileSystemException(file.toString(), null, "its file system (" + scheme + ") locks no files");
        }
    }

    private static DownloadException inUse(Path file) {
        return new DownloadException(Reason.IN_USE, file + " is being downloaded by someone else");
    }

    /** The content that an earlier run left; null if there is none, or none that is readable. */
    @Nullable
    Content found() {
        return found;
    }

    /** Whether an earlier run left anything at all: a power cut may leave a sidecar without a byte. */
    boolean foundAny() {
        return foundAny;
    }

    /** Writes in place: replacing the file would lose the lock. A torn write is told by its checksum. */
    void write(String identity, FileFacts facts, long position) throws IOException {
        String text = new Content(identity, facts, position, owner).toText();
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        long at = 0;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
        channel.truncate(at);
    }

    /** Deletes the sidecar, still under the lock. */
    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(path);
        }
    }

    /**
     * Whether the channel's file is still the one at the path. Java tells no channel's inode, and opening the path would
     * drop the lock: so the file is given an unlikely length through the channel, and the path is asked for its length.
     */
    private static boolean isAt(FileChannel channel, Path path) throws IOException {
        long length = channel.size();
        long unlikely = length + 1 + (UUID.randomUUID().getLeastSignificantBits() & 0xfffff);
        channel.write(ByteBuffer.allocate(1), unlikely - 1);
        try {
            return Files.size(path) == unlikely;
        } catch (NoSuchFileException e) {
            return false;
        } finally {
            channel.truncate(length);
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), MOST_BYTES));
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
            // until full
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    /**
     * The content beside a part file: which download it belongs to and which version of the file.
     *
     * <p>The position is how much was there when this was written: the length of the part file is the truth, since it
     * outlives a killed process.
     *
     * @param identity names the download
     * @param facts what the server said of the file
     * @param position how many bytes there were
     * @param owner tells this writer from another
     */
    record Content(String identity, FileFacts facts, long position, String owner) {
        private static final String HEAD = "analytics4j-download: 1";

        /** As text, one fact a line, with a checksum at the end that tells a torn write. */
        String toText() {
            StringBuilder out = new StringBuilder(HEAD).append('\n');
            line(out, "identity", identity);
            line(out, "owner", owner);
            line(out, "etag", facts.validator().etag());
            line(out, "last-modified", facts.validator().lastModified());
            line(out, "length", facts.total() < 0 ? null : Long.toString(facts.total()));
            line(out, "position", Long.toString(position));
            line(out, "content-type", facts.contentType());
            line(out, "coding", facts.coding());
            for (StatedSum sum : facts.sums()) {
                line(out, "sum", sum.check() + " " + sum.hex() + " " + sum.header());
            }
            String sum = checksum(out.toString());
            return out.append("end: ").append(sum).append('\n').toString();
        }

        /** Reads it back; null if it is torn, foreign or of another version. */
        static @Nullable Content parse(String text) {
            int end = text.lastIndexOf("end: ");
            if (!text.startsWith(HEAD + "\n") || end < 0) {
                return null;
            }
            String body = text.substring(0, end);
            if (!text.substring(end + 5).startsWith(checksum(body))) {
                return null;
            }
            try {
                return fields(body);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        private static @Nullable Content fields(String body) {
            Map<String, String> fields = new HashMap<>();
            List<StatedSum> sums = new ArrayList<>();
            for (String line : body.split("\n", -1)) {
                int colon = line.indexOf(": ");
                if (line.startsWith("sum: ")) {
                    String[] parts = line.substring(5).split(" ", 3);
                    sums.add(new StatedSum(
                            IntegrityCheck.valueOf(parts[0]), parts[1], parts.length > 2 ? parts[2] : ""));
                } else if (colon > 0) {
                    fields.put(line.substring(0, colon), line.substring(colon + 2));
                }
            }
            String identity = fields.get("identity");
            if (identity == null) {
                return null;
            }
            FileFacts facts = new FileFacts(
                    new Validator(fields.get("etag"), fields.get("last-modified")),
                    Long.parseLong(fields.getOrDefault("length", "-1")),
                    sums,
                    fields.get("content-type"),
                    null,
                    fields.get("coding"));
            return new Content(
                    identity,
                    facts,
                    Long.parseLong(fields.getOrDefault("position", "0")),
                    fields.getOrDefault("owner", ""));
        }

        private static void line(StringBuilder out, String name, @Nullable String value) {
            if (value != null) {
                // A header has no line ends; an identity must not bring any.
                out.append(name)
                        .append(": ")
                        .append(value.replaceAll("[\\r\\n]", " "))
                        .append('\n');
            }
        }

        private static String checksum(String text) {
            CRC32 crc = new CRC32();
            crc.update(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().toHexDigits((int) crc.getValue());
        }
    }
}
