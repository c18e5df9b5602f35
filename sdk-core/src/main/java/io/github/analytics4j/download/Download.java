package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamOpener;
import io.github.analytics4j.client.StreamedRequest;
import io.github.analytics4j.client.TimeSource;
import io.github.analytics4j.error.DownloadException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A file that can be fetched: to the disk, into a stream or channel, or chunk by chunk.
 *
 * <p>No request is sent before one of those is called, and each call is a download of its own. Immutable, and safe for
 * use by several threads.
 */
public final class Download {
    private final Parts parts;

    Download(Parts parts) {
        this.parts = parts;
    }

    /**
     * The parts a download is made of.
     *
     * @param firstLink is tried before the API is asked; null for none
     * @param opened was opened before, and is the first to be read; null for none
     * @param random chance for jitter, at least 0 and below 1
     * @param disk opens part files
     */
    record Parts(
            LinkSource source,
            StreamOpener opener,
            DownloadOptions options,
            @Nullable SignedUrl firstLink,
            @Nullable OpenedFile opened,
            TimeSource time,
            DoubleSupplier random,
            PartFile.Opener disk) {
        Parts with(DownloadOptions other) {
            return new Parts(source, opener, other, firstLink, opened, time, random, disk);
        }

        Parts with(@Nullable SignedUrl link, @Nullable OpenedFile file) {
            return new Parts(source, opener, options, link, file, time, random, disk);
        }
    }

    /** A download of the file that a request to the API responds with, or redirects to. */
    public static Download of(StreamedRequest request) {
        return of(new LinkSource.OfApi(request), request.opener(), request.time());
    }

    /** A download of what {@code source} links to, opened through {@code opener}. */
    static Download of(LinkSource source, StreamOpener opener, TimeSource time) {
        return new Download(new Parts(
                source,
                opener,
                DownloadOptions.DEFAULTS,
                null,
                null,
                time,
                () -> ThreadLocalRandom.current().nextDouble(),
                PartFile.Opener.DISK));
    }

    /** The same download with some options changed. */
    public Download with(Consumer<DownloadOptions.Builder> change) {
        DownloadOptions.Builder builder = parts.options().toBuilder();
        change.accept(builder);
        return new Download(parts.with(builder.build()));
    }

    /** The same download, beginning with a link that is already known; the API is asked only when that is refused. */
    public Download startingWith(SignedUrl link) {
        return new Download(parts.with(Objects.requireNonNull(link, "link"), null));
    }

    /**
     * The same download, beginning with what {@link #open()} found: the first run takes the file from its connection, if
     * that is still held open, and else from its link.
     */
    public Download startingWith(OpenedFile file) {
        return new Download(parts.with(file.link().orElse(null), file));
    }

    /**
     * Asks for the file without reading it: the API, and the storage host if the API sends us there; or the host at once
     * if a link is known. The result holds what the two say, refusals of the storage host included.
     */
    public OpenedFile open() {
        return run().open();
    }

    /** Asks the API for a link and returns it unopened. It lets anyone fetch the file and does not live long. */
    public SignedUrl downloadUrl() {
        return run().link();
    }

    /**
     * Fetches the whole file and gives it this name, or throws and keeps what came in a part file beside it, with which
     * the next call goes on.
     *
     * @throws DownloadException if the file did not become complete
     */
    public DownloadedFile saveTo(Path file) {
        return run().saveTo(file);
    }

    /** As {@link #saveTo(Path)}, with some options changed: {@code saveTo(file, o -> o.overwrite(true))}. */
    public DownloadedFile saveTo(Path file, Consumer<DownloadOptions.Builder> change) {
        return with(change).saveTo(file);
    }

    /** As {@link #saveTo(Path)}, named as the server names it, made safe, in a folder that exists. */
    public DownloadedFile saveInto(Path folder) {
        return run().saveInto(folder);
    }

    /** As {@link #saveInto(Path)}, with some options changed. */
    public DownloadedFile saveInto(Path folder, Consumer<DownloadOptions.Builder> change) {
        return with(change).saveInto(folder);
    }

    /**
     * Throws what {@link #saveTo(Path)} would throw before anything is sent: the name is taken and not to be
     * overwritten, or the folder is not there or may not be written. It sends no request and leaves no file behind.
     *
     * @throws DownloadException if the file could not be saved there
     */
    public void checkTarget(Path file) {
        parts.options().checkTarget(file);
    }

    /** As {@link #saveTo(Path)}, on a daemon thread of its own; canceling the future stops it and keeps what came. */
    public CompletableFuture<DownloadedFile> saveToAsync(Path file) {
        Objects.requireNonNull(file, "file");
        long asked = parts.time().nanos();
        return AsyncDownloadRun.start(
                () -> run(asked), run -> run.saveTo(file), parts.options().limit());
    }

    /** Writes the whole file to {@code out}, which stays open, and returns its length. */
    public long transferTo(OutputStream out) {
        return transferTo(Channels.newChannel(Objects.requireNonNull(out, "out")));
    }

    /** Writes the whole file to {@code out}, which stays open, and returns its length. */
    public long transferTo(WritableByteChannel out) {
        Objects.requireNonNull(out, "out");
        return forEachChunk((chunk, position) -> {
            while (chunk.hasRemaining()) {
                out.write(chunk);
            }
        });
    }

    /**
     * Hands the whole file to {@code consumer}, chunk by chunk, and returns its length. A broken connection is resumed
     * here as well; a file that changed after bytes of it were handed out is an error.
     */
    public long forEachChunk(ChunkConsumer consumer) {
        return run().forEachChunk(Objects.requireNonNull(consumer, "consumer"));
    }

    /** Says what is downloaded, without the link. */
    @Override
    public String toString() {
        return "Download[" + parts.source().identity() + "]";
    }

    private DownloadRun run() {
        return run(parts.time().nanos());
    }

    private DownloadRun run(long startedAt) {
        return new DownloadRun(parts, startedAt);
    }
}
