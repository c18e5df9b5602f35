package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamedRequest;
import io.github.analytics4j.error.DownloadException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A file that can be fetched: to the disk, into a stream or channel, or chunk by chunk.
 *
 * <p>No request is sent before one of those is called, and each call is a download of its own. Immutable, and safe for
 * use by several threads.
 */
public interface Download {
    /** A download of the file that a request to the API responds with, or redirects to. */
    static Download of(StreamedRequest request) {
        return DefaultDownload.of(new LinkSource.OfApi(request), request.opener(), request.time());
    }

    /** The same download with some options changed. */
    Download with(Consumer<DownloadOptions.Builder> change);

    /** The same download, beginning with a link that is already known; the API is asked only when that is refused. */
    Download startingWith(SignedUrl link);

    /**
     * The same download, beginning with what {@link #open()} found: the first run takes the file from its connection, if
     * that is still held open, and else from its link.
     */
    Download startingWith(OpenedFile file);

    /**
     * Asks for the file without reading it: the API, and the storage host if the API sends us there; or the host at once
     * if a link is known. The result holds what the two say, refusals of the storage host included.
     */
    OpenedFile open();

    /** Asks the API for a link and returns it unopened. It lets anyone fetch the file and does not live long. */
    SignedUrl downloadUrl();

    /**
     * Fetches the whole file and gives it this name, or throws and keeps what came in a part file beside it, with which
     * the next call goes on.
     *
     * @throws DownloadException if the file did not become complete
     */
    DownloadedFile saveTo(Path file);

    /** As {@link #saveTo(Path)}, with some options changed: {@code saveTo(file, o -> o.overwrite(true))}. */
    default DownloadedFile saveTo(Path file, Consumer<DownloadOptions.Builder> change) {
        return with(change).saveTo(file);
    }

    /** As {@link #saveTo(Path)}, named as the server names it, made safe, in a folder that exists. */
    DownloadedFile saveInto(Path folder);

    /** As {@link #saveInto(Path)}, with some options changed. */
    default DownloadedFile saveInto(Path folder, Consumer<DownloadOptions.Builder> change) {
        return with(change).saveInto(folder);
    }

    /**
     * Throws what {@link #saveTo(Path)} would throw before anything is sent: the name is taken and not to be
     * overwritten, or the folder is not there or may not be written. It sends no request and leaves no file behind.
     *
     * @throws DownloadException if the file could not be saved there
     */
    void checkTarget(Path file);

    /** As {@link #saveTo(Path)}, on a daemon thread of its own; canceling the future stops it and keeps what came. */
    CompletableFuture<DownloadedFile> saveToAsync(Path file);

    /** Writes the whole file to {@code out}, which stays open, and returns its length. */
    default long transferTo(OutputStream out) {
        return transferTo(Channels.newChannel(Objects.requireNonNull(out, "out")));
    }

    /** Writes the whole file to {@code out}, which stays open, and returns its length. */
    default long transferTo(WritableByteChannel out) {
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
    long forEachChunk(ChunkConsumer consumer);
}
