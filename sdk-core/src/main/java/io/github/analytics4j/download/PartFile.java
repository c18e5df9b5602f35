package io.github.analytics4j.download;

import io.github.analytics4j.download.Checksums.StatedSum;
import io.github.analytics4j.download.Target.Placement;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file that is not complete, in {@code name.part} beside it, with {@code name.part.resume} as their
 * {@link SidecarFile}.
 *
 * <p>The length of the part file is how far the download is: bytes are only ever appended, and what a killed process
 * wrote stays in the page cache. They are synced once, at the end; on the file systems in use a power cut shortens the
 * file, and if it leaves rubbish, the overlap or a stated checksum tells.
 */
final class PartFile implements Target, AutoCloseable {
    private final Path file;
    private final Path part;
    private final String identity;
    private final SidecarFile sidecar;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(ChunkReader.SIZE);
    private FileFacts facts;
    private long position;
    /** Names the part file, whatever stands at its path later; null where the system tells no such name. */
    private final @Nullable Object key;

    private PartFile(Path file, Path part, String identity, SidecarFile sidecar, FileChannel channel)
            throws IOException {
        this.file = file;
        this.part = part;
        this.identity = identity;
        this.sidecar = sidecar;
        this.channel = channel;
        SidecarFile.Content found = sidecar.found();
        if (found == null || !found.identity().equals(identity)) {
            channel.truncate(0);
            this.facts = FileFacts.UNKNOWN;
        } else {
            this.facts = found.facts();
        }
        this.position = channel.size();
        this.key = keyOf(part);
    }

    private static @Nullable Object keyOf(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    /** Opens what an earlier run left, or begins; no other download can until it is closed. */
    static PartFile open(Path file, String identity, boolean overwrite, Opener opener) {
        Path part = partOf(file);
        Path sidecarPath = sidecarOf(file);
        try {
            if (!overwrite && Placement.exists(file)) {
                tidy(file, part, sidecarPath);
            }
            Placement.check(file, overwrite);
            if (Placement.exists(part) && !Placement.exists(sidecarPath)) {
                throw strangers(part); // before a sidecar is made, which would say that it is ours
            }
            SidecarFile sidecar = SidecarFile.take(file, sidecarPath);
            try {
                return claimed(file, part, identity, sidecar, opener);
            } catch (IOException | RuntimeException e) {
                sidecar.close();
                throw e;
            }
        } catch (IOException e) {
            throw DownloadFailures.onDisk(file, e, "");
        }
    }

    /**
     * Throws what {@link #open} would throw at once, and changes nothing that stays: whether a file can be made in the
     * folder shows only when one is made, since some file systems refuse what their permissions allow.
     *
     * @throws DownloadException if the file may not be written, or something is in its way
     */
    static void check(Path file, boolean overwrite) {
        try {
            Placement.check(file, overwrite);
        } catch (IOException e) {
            throw DownloadFailures.onDisk(file, e, "");
        }
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw DownloadFailures.onDisk(file, new NoSuchFileException(String.valueOf(folder)), "");
        }
        if (!Files.isWritable(folder)) {
            throw DownloadFailures.onDisk(file, new AccessDeniedException(folder.toString()), "");
        }
        if (Placement.exists(partOf(file)) && !Placement.exists(sidecarOf(file))) {
            throw strangers(partOf(file));
        }
        try {
            Path made = Files.createTempFile(folder, ".", ".part");
            try {
                SidecarFile.opened(made).close();
            } finally {
                Files.delete(made);
            }
        } catch (IOException e) {
            throw DownloadFailures.onDisk(file, e, "");
        }
    }

    private static Path partOf(Path file) {
        return file.resolveSibling(SafeName.part(String.valueOf(file.getFileName())));
    }

    private static Path sidecarOf(Path file) {
        return file.resolveSibling(SafeName.part(String.valueOf(file.getFileName())) + ".resume");
    }

    private static DownloadException strangers(Path part) {
        return new DownloadException(
                Reason.FILE_EXISTS,
                part + " is there, but nothing says that a download of ours left it; delete or rename it");
    }

    private static PartFile claimed(Path file, Path part, String identity, SidecarFile sidecar, Opener opener)
            throws IOException {
        if (Placement.exists(part) && !sidecar.foundAny()) {
            sidecar.delete();
            throw strangers(part);
        }
        if (Placement.isBoth(part, file)) {
            Files.delete(part);
        }
        if (!sidecar.foundAny()) {
            sidecar.write(
                    identity, FileFacts.UNKNOWN, 0); // before the part file, which would be a stranger's otherwise
        }
        FileChannel opened = opener.open(part);
        try {
            Placement.keepRights(file, part);
            return new PartFile(file, part, identity, sidecar, opened);
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Removes what a process left that was killed after the file got its name. */
    private static void tidy(Path file, Path part, Path sidecarPath) throws IOException {
        if (Placement.exists(sidecarPath) && (!Placement.exists(part) || Placement.isBoth(part, file))) {
            try (SidecarFile sidecar = SidecarFile.take(file, sidecarPath)) {
                Files.deleteIfExists(part);
                sidecar.delete();
            }
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public FileFacts facts() {
        return facts;
    }

    @Override
    public boolean learn(FileFacts learned) {
        if (!learned.areThose(facts)) {
            facts = learned;
            note();
        }
        return true;
    }

    @Override
    public boolean canRestart() {
        return true;
    }

    /** More would be no gain: comparing brings nothing that beginning anew does not. */
    @Override
    public boolean remembersAll() {
        return position <= RangeRequests.OVERLAP;
    }

    @Override
    public void restart() {
        try {
            channel.truncate(0);
        } catch (IOException e) {
            throw DownloadFailures.onDisk(file, e, kept());
        }
        position = 0;
        facts = FileFacts.UNKNOWN;
        note();
    }

    @Override
    public boolean matches(long at, ByteBuffer bytes) {
        ByteBuffer there = ByteBuffer.allocate(bytes.remaining());
        read(there, at);
        return there.flip().equals(bytes);
    }

    @Override
    public void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                position += channel.write(bytes, position);
            }
        } catch (IOException e) {
            throw DownloadFailures.onDisk(file, e, kept());
        }
    }

    /** Reads the file back, so that what is checked is what is there, earlier runs included. */
    @Override
    public @Nullable StatedSum mismatch() {
        if (facts.sums().isEmpty()) {
            return null;
        }
        return sums().mismatch();
    }

    private Checksums sums() {
        Checksums sums = new Checksums(facts.sums());
        for (long at = 0; at < position; at += buffer.limit()) {
            sums.update(chunk(at));
        }
        return sums;
    }

    @Override
    public String kept() {
        return position > 0 && Placement.exists(part) ? "; what came is kept in " + part : "";
    }

    @Override
    public boolean provesEnd() {
        return !facts.sums().isEmpty() && sums().anyRight();
    }

    /**
     * Decodes the bytes if they are to be, syncs them and gives them their name.
     *
     * @param goOn throws if the run has to end
     * @return the length of the file
     */
    long finish(DownloadOptions options, Runnable goOn) {
        try {
            Path whole = part;
            long length = position;
            if (options.decode() && facts.isGzip()) {
                whole = part.resolveSibling(part.getFileName() + ".decoded");
                length = decode(whole, options.maxBytes(), goOn);
            } else {
                channel.force(true);
            }
            if (!Objects.equals(key, keyOf(part))) {
                throw new NoSuchFileException(part.toString()); // it was deleted, and another one stands there
            }
            channel.close(); // some systems do not rename an open file
            if (options.overwrite()) {
                Placement.check(file, true);
                Placement.replace(whole, file);
            } else {
                Placement.put(whole, file);
            }
            Files.deleteIfExists(part);
            sidecar.delete();
            return length;
        } catch (NoSuchFileException e) {
            throw DownloadFailures.deleted(file, e);
        } catch (IOException e) {
            throw DownloadFailures.onDisk(file, e, kept());
        }
    }

    /** Into a file of its own: the part file stays what a range can be added to until the last byte is decoded. */
    private long decode(Path decoded, long maxBytes, Runnable goOn) throws IOException {
        SidecarFile.Content found = sidecar.found();
        if (found != null && found.facts().isGzip()) {
            Files.deleteIfExists(decoded); // a run of ours came as far and was killed
        } else if (Placement.exists(decoded)) {
            throw strangers(decoded);
        }
        boolean done = false;
        try (FileChannel out = FileChannel.open(decoded, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
                GzipDecoder gzip = new GzipDecoder()) {
            Placement.keepRights(part, decoded);
            for (long at = 0; at < position; at += buffer.limit()) {
                goOn.run();
                gzip.decode(chunk(at), bytes -> append(out, bytes, maxBytes));
            }
            if (!gzip.complete()) {
                throw new GzipDecoder.MalformedException("it ends early");
            }
            out.force(true);
            done = true;
            return out.position();
        } catch (GzipDecoder.MalformedException e) {
            throw new DownloadException(
                    Reason.NOT_THE_FILE,
                    file + ": the bytes cannot be decoded from gzip: " + e.getMessage()
                            + "; decode(false) takes them as they are" + kept());
        } finally {
            if (!done) {
                Files.deleteIfExists(decoded);
            }
        }
    }

    private void append(FileChannel out, ByteBuffer bytes, long maxBytes) throws IOException {
        if (out.position() + bytes.remaining() > maxBytes) {
            throw new DownloadException(
                    Reason.TOO_LARGE,
                    file + ": decoded, the file has more than the " + maxBytes
                            + " bytes that DownloadOptions.maxBytes allows" + kept());
        }
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /** The bytes from there on, as many as the buffer holds; valid until the next call. */
    private ByteBuffer chunk(long at) {
        buffer.clear().limit((int) Math.max(0, Math.min(buffer.capacity(), position - at)));
        read(buffer, at);
        return buffer.flip();
    }

    /** Lets others at it. Bytes that came stay for the next run; without any, no file stays. */
    @Override
    public void close() {
        try (sidecar;
                channel) {
            if (channel.isOpen() && position == 0) {
                Files.deleteIfExists(part);
                sidecar.delete();
            } else if (channel.isOpen()) {
                sidecar.write(identity, facts, position);
            }
        } catch (IOException e) {
            // The sidecar written before the first byte still holds.
        }
    }

    private void note() {
        try {
            sidecar.write(identity, facts, position);
        } catch (IOException e) {
            throw DownloadFailures.onDisk(file, e, kept());
        }
    }

    private void read(ByteBuffer into, long at) {
        try {
            while (into.hasRemaining() && channel.read(into, at + into.position()) >= 0) {
                // until full
            }
        } catch (IOException e) {
            throw DownloadFailures.onDisk(file, e, kept());
        }
    }

    /** Opens the part file; tests put a full disk here. */
    interface Opener {
        Opener DISK = part -> FileChannel.open(
                part,
                Set.of(
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE,
                        LinkOption.NOFOLLOW_LINKS));

        FileChannel open(Path part) throws IOException;
    }
}
