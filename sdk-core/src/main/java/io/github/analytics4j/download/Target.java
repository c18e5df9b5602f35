package io.github.analytics4j.download;

import io.github.analytics4j.download.Checksums.StatedSum;
import io.github.analytics4j.download.Download.ChunkConsumer;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the bytes of a file. Used by one thread. */
interface Target {

    /** How many bytes are there, all of them from the file's beginning on. */
    long position();

    /** The facts known of the file they belong to. */
    FileFacts facts();

    /** Learns more about it, before the bytes that came with the knowledge; false if it wants no bytes. */
    boolean learn(FileFacts facts) throws IOException;

    /** Whether what is there can be thrown away. */
    boolean canRestart();

    /** Whether all that is there can still be compared, so that a whole file can be gone on with wherever it comes from. */
    default boolean remembersAll() {
        return false;
    }

    /** Throws away what is there and what was known. */
    void restart() throws IOException;

    /** Whether the bytes at {@code at}, as far as they can still be looked at, are these. */
    boolean matches(long at, ByteBuffer bytes) throws IOException;

    /**
     * How many bytes of a chunk that begins at {@code at} are there already; -1 if others are there in their place.
     */
    default int known(ByteBuffer chunk, long at) throws IOException {
        int count = (int) Math.max(0, Math.min(chunk.remaining(), position() - at));
        return matches(at, chunk.slice(chunk.position(), count)) ? count : -1;
    }

    /** Takes all of the bytes. */
    void write(ByteBuffer bytes) throws IOException;

    /** The stated checksum that the bytes do not have; null if they have all that are stated. */
    @Nullable
    StatedSum mismatch() throws IOException;

    /**
     * Whether the bytes themselves show that they are all: they have a stated checksum. That gzip ends with them shows it not,
     * since another member may follow.
     */
    default boolean provesEnd() throws IOException {
        return false;
    }

    /** Says what is kept, for a message; begins with a semicolon, or is empty. */
    String kept();

    /** Hands the bytes out as they come: none can be taken back, and only the last of them are remembered. */
    final class Sink implements Target, AutoCloseable {
        private final ChunkConsumer consumer;
        private final DownloadOptions options;
        private final byte[] tail = new byte[RangeRequests.OVERLAP];
        private long position;
        private long handedOut;
        private FileFacts facts = FileFacts.UNKNOWN;
        private @Nullable Checksums sums;
        private @Nullable GzipDecoder decoder;

        Sink(ChunkConsumer consumer, DownloadOptions options) {
            this.consumer = consumer;
            this.options = options;
        }

        @Override
        public long position() {
            return position;
        }

        /** How many bytes the consumer was given: decoded ones, where they came encoded. */
        long handedOut() {
            return handedOut;
        }

        @Override
        public FileFacts facts() {
            return facts;
        }

        @Override
        public boolean learn(FileFacts learned) {
            boolean stated = !facts.sums().isEmpty();
            facts = learned;
            if (position == 0 || (stated && remembersAll())) { // it may be another version than was begun with
                sums = new Checksums(learned.sums());
                sums.update(ByteBuffer.wrap(tail, 0, (int) position));
            }
            if (position == 0 && decoder == null && options.decode() && learned.isGzip()) {
                decoder = new GzipDecoder();
            }
            return true;
        }

        @Override
        public boolean canRestart() {
            return position == 0;
        }

        @Override
        public boolean remembersAll() {
            return position <= tail.length;
        }

        @Override
        public void restart() {
            facts = FileFacts.UNKNOWN;
            sums = null;
            close();
        }

        @Override
        public boolean matches(long at, ByteBuffer bytes) {
            for (int i = 0; i < bytes.remaining(); i++) {
                long where = at + i;
                boolean remembered = where >= position - tail.length && where < position;
                if (remembered && tail[slot(where)] != bytes.get(bytes.position() + i)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            if (sums != null) {
                sums.update(bytes);
            }
            int remembered = Math.min(bytes.remaining(), tail.length);
            for (int i = bytes.remaining() - remembered; i < bytes.remaining(); i++) {
                tail[slot(position + i)] = bytes.get(bytes.position() + i);
            }
            int count = bytes.remaining();
            if (decoder == null) {
                handOut(bytes);
            } else {
                decode(decoder, bytes);
            }
            position += count;
        }

        private void decode(GzipDecoder gzip, ByteBuffer bytes) throws IOException {
            try {
                gzip.decode(bytes, this::handOut);
            } catch (GzipDecoder.MalformedException e) {
                throw notGzip(e.getMessage());
            }
        }

        private void handOut(ByteBuffer bytes) throws IOException {
            long count = bytes.remaining();
            if (handedOut + count > options.maxBytes()) {
                throw new DownloadException(
                        Reason.TOO_LARGE,
                        "download: the file has more than the " + options.maxBytes()
                                + " bytes that DownloadOptions.maxBytes allows" + kept());
            }
            consumer.accept(bytes, handedOut);
            handedOut += count;
        }

        /** Complains if what came is not the whole of what was encoded. */
        void finish() {
            if (decoder != null && !decoder.complete()) {
                throw notGzip("it ends early");
            }
        }

        private DownloadException notGzip(@Nullable String why) {
            return new DownloadException(
                    Reason.NOT_THE_FILE,
                    "download: the bytes cannot be decoded from gzip: " + why + "; decode(false) takes them as they are"
                            + kept());
        }

        @Override
        public @Nullable StatedSum mismatch() {
            return sums == null ? null : sums.mismatch();
        }

        @Override
        public boolean provesEnd() {
            return sums != null && sums.anyRight();
        }

        @Override
        public String kept() {
            return handedOut == 0 ? "" : "; " + handedOut + " bytes were handed out";
        }

        @Override
        public void close() {
            if (decoder != null) {
                decoder.close();
                decoder = null;
            }
        }

        private int slot(long where) {
            return (int) (where % tail.length);
        }
    }

    /** Gives a finished part file its name, in one step that others see wholly or not at all. */
    static final class Placement {
        private static final Set<PosixFilePermission> OWN =
                EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

        private Placement() {}

        /** Replaces whatever is there. */
        static void replace(Path part, Path file) throws IOException {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder(file);
        }

        /**
         * Refuses if the name was taken meanwhile. A rename would replace silently, a hard link does not; where the file
         * system has none, a look before the rename has to do.
         *
         * @throws FileAlreadyExistsException if the name is taken
         */
        static void put(Path part, Path file) throws IOException {
            try {
                Files.createLink(file, part);
                Files.delete(part);
                syncFolder(file);
            } catch (FileAlreadyExistsException e) {
                throw e;
            } catch (IOException | UnsupportedOperationException noHardLinks) {
                if (exists(file)) {
                    throw new FileAlreadyExistsException(file.toString());
                }
                replace(part, file);
            }
        }

        /**
         * Refuses what is there and may not be replaced, and a name that this file system cannot hold.
         *
         * @throws DownloadException if something is there and is not to be replaced, or is no regular file
         */
        static void check(Path file, boolean overwrite) throws IOException {
            BasicFileAttributes there;
            try {
                there = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            } catch (NoSuchFileException free) {
                return;
            }
            if (Files.isDirectory(file)) {
                throw new DownloadException(Reason.FILE_EXISTS, file + " is a folder; saveInto takes one");
            }
            if (!there.isRegularFile()) {
                throw new DownloadException(
                        Reason.FILE_EXISTS,
                        file + " is " + (there.isSymbolicLink() ? "a symbolic link" : "a device or a pipe")
                                + " and no regular file, so it is not replaced; name another file");
            }
            if (!overwrite) {
                throw DownloadFailures.exists(file, "");
            }
        }

        /** Lets nobody read or write a file who may not do so with the one that it replaces or is made of, if that is there. */
        static void keepRights(Path of, Path file) throws IOException {
            if (exists(of) && Files.getFileStore(of).supportsFileAttributeView("posix")) {
                Set<PosixFilePermission> rights = EnumSet.copyOf(OWN);
                rights.addAll(Files.getPosixFilePermissions(of));
                Files.setPosixFilePermissions(file, rights);
            }
        }

        /** Whether the name is taken, be it by a dangling link. */
        static boolean exists(Path file) {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        }

        /** Whether a process was killed between the two steps of {@link #put}. */
        static boolean isBoth(Path part, Path file) throws IOException {
            return exists(part) && exists(file) && Files.isSameFile(part, file);
        }

        /** The name itself survives a power cut only once the folder is synced; Windows cannot, and need not. */
        private static void syncFolder(Path file) {
            Path folder = file.getParent();
            try (@Nullable
                    FileChannel channel = folder == null ? null : FileChannel.open(folder, StandardOpenOption.READ)) {
                if (channel != null) {
                    channel.force(true);
                }
            } catch (IOException notOnThisSystem) {
                // The file is in place and its bytes are synced.
            }
        }
    }
}
