package io.github.analytics4j.download;

import java.io.OutputStream;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file that can be fetched: to the disk, into a stream or channel, or chunk by chunk.
 *
 * <p>Nothing is sent before one of those is called, and each call is a download of its own. Immutable, and safe for
 * use by several threads.
 */
public final class Download {
    private final LinkSource source;
    private final LinkOpener opener;
    private final DownloadOptions options;
    private final @Nullable SignedUrl firstLink;

    private Download(LinkSource source, LinkOpener opener, DownloadOptions options, @Nullable SignedUrl firstLink) {
        this.source = source;
        this.opener = opener;
        this.options = options;
        this.firstLink = firstLink;
    }

    /** A download of what {@code source} links to, opened through {@code opener}. */
    public static Download of(LinkSource source, LinkOpener opener) {
        return new Download(
                Objects.requireNonNull(source, "source"),
                Objects.requireNonNull(opener, "opener"),
                DownloadOptions.DEFAULTS,
                null);
    }

    /** The same download with some options changed. */
    public Download with(Consumer<DownloadOptions.Builder> change) {
        DownloadOptions.Builder builder = options.toBuilder();
        change.accept(builder);
        return new Download(source, opener, builder.build(), firstLink);
    }

    /** The same download, beginning with a link that is already known; the API is asked only when that is refused. */
    public Download startingWith(SignedUrl link) {
        return new Download(source, opener, options, Objects.requireNonNull(link, "link"));
    }

    /** Asks the API for a link and returns it unopened. It lets anyone fetch the file and does not live long. */
    public SignedUrl downloadUrl() {
        throw new UnsupportedOperationException();
    }

    /** Fetches the whole file and gives it this name, or throws and keeps what came in a part file beside it. */
    public DownloadedFile saveTo(Path file) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #saveTo}, named as the server names it, made safe, in a folder that exists. */
    public DownloadedFile saveInto(Path folder) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #saveTo}, on a daemon thread of its own; cancelling the future stops it and keeps what came. */
    public CompletableFuture<DownloadedFile> saveToAsync(Path file) {
        throw new UnsupportedOperationException();
    }

    /** Writes the whole file to {@code out}, which stays open, and returns its length. */
    public long transferTo(OutputStream out) {
        throw new UnsupportedOperationException();
    }

    /** Writes the whole file to {@code out}, which stays open, and returns its length. */
    public long transferTo(WritableByteChannel out) {
        throw new UnsupportedOperationException();
    }

    /** Hands the whole file to {@code consumer}, chunk by chunk, and returns its length. */
    public long forEachChunk(ChunkConsumer consumer) {
        throw new UnsupportedOperationException();
    }
}
