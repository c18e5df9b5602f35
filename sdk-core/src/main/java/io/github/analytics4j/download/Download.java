package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamedExchange.StreamOpener;
import io.github.analytics4j.client.StreamedExchange.StreamedRequest;
import io.github.analytics4j.client.TimeSource;
import io.github.analytics4j.download.Connector.LinkSource;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.error.NoResponseException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;

/**
 * A file that can be fetched: to the disk, into a stream or channel, or chunk by chunk.
 *
 * <p>No request is sent before one of those is called, and each call is a download of its own. Immutable, and safe for
 * use by several threads.
 */
public interface Download {
    /**
     * {@return a download of the file that a request to the API responds with, or redirects to}
     *
     * @param request prepared, not sent
     * @hidden
     */
    @GeneratedCodeApi
    static Download of(StreamedRequest request) {
        return DefaultDownload.of(new LinkSource.OfApi(request), request.opener(), request.time());
    }

    /**
     * A download of a link that came from elsewhere than an API call, as it is. One that runs out cannot be renewed, but what
     * came is kept, and a download of another link to the same file, with the same path, goes on with it.
     *
     * @param link an absolute link
     * @param client whose connections are used; it is not changed, and nothing of it but connections is
     * @hidden
     */
    @GeneratedCodeApi
    static Download of(URI link, OkHttpClient client) {
        return DefaultDownload.of(new LinkSource.Fixed(SignedUrl.of(link)), StreamOpener.of(client), TimeSource.SYSTEM);
    }

    /**
     * {@return the same download with some options changed}
     *
     * @param change gets a builder with the options of this one
     */
    Download with(Consumer<DownloadOptions.Builder> change);

    /**
     * {@return the same download, beginning with a link that is already known; the API is asked only when that is refused}
     *
     * @param link asked first
     */
    Download startingWith(SignedUrl link);

    /**
     * {@return the same download, beginning with what {@link #open()} found: the first run takes the file from its
     * connection, if that is still held open, and else from its link}
     *
     * @param file opened by this download or one like it
     */
    Download startingWith(OpenedFile file);

    /**
     * Asks for the file without reading it: the API, and the storage host if the API sends us there; or the host at once
     * if a link is known. The result holds what the two say, refusals of the storage host included.
     *
     * @return what the two say, refusals of the storage host included
     * @throws DownloadException if a redirect leads nowhere or the response breaks off
     * @throws ApiException if the API refuses
     * @throws NoResponseException if the API gives no response, the deadline passes, or the download is canceled
     */
    OpenedFile open();

    /**
     * Asks the API for a link, without asking the storage host. It lets anyone fetch the file and does not live long.
     *
     * @return the link
     * @throws DownloadException if the API gives no link, or one that leads nowhere
     * @throws ApiException if the API refuses
     * @throws NoResponseException if the API gives no response, the deadline passes, or the download is canceled
     */
    SignedUrl downloadUrl();

    /**
     * Fetches the whole file and gives it this name, or throws and keeps what came in a part file beside it, with which
     * the next call goes on.
     *
     * @param file the name of the complete file; its folder must be there
     * @return where the file is, and what proves it complete
     * @throws DownloadException if the file did not become complete
     * @throws ApiException if the API refuses
     * @throws NoResponseException if the API gives no response, the deadline passes, or the download is canceled
     */
    DownloadedFile saveTo(Path file);

    /**
     * As {@link #saveTo(Path)}, with some options changed: {@code saveTo(file, o -> o.overwrite(true))}.
     *
     * @param file the name of the complete file
     * @param change gets a builder with the options of this one
     * @return where the file is, and what proves it complete
     * @throws DownloadException if the file did not become complete
     * @throws ApiException if the API refuses
     * @throws NoResponseException if the API gives no response, the deadline passes, or the download is canceled
     */
    default DownloadedFile saveTo(Path file, Consumer<DownloadOptions.Builder> change) {
        return with(change).saveTo(file);
    }

    /**
     * As {@link #saveTo(Path)}, named as the server names it, made safe, in a folder that exists.
     *
     * @param folder must be there
     * @return where the file is, and what proves it complete
     * @throws DownloadException if the file did not become complete
     * @throws ApiException if the API refuses
     * @throws NoResponseException if the API gives no response, the deadline passes, or the download is canceled
     */
    DownloadedFile saveInto(Path folder);

    /**
     * As {@link #saveInto(Path)}, with some options changed.
     *
     * @param folder must be there
     * @param change gets a builder with the options of this one
     * @return where the file is, and what proves it complete
     * @throws DownloadException if the file did not become complete
     * @throws ApiException if the API refuses
     * @throws NoResponseException if the API gives no response, the deadline passes, or the download is canceled
     */
    default DownloadedFile saveInto(Path folder, Consumer<DownloadOptions.Builder> change) {
        return with(change).saveInto(folder);
    }

    /**
     * Throws what {@link #saveTo(Path)} would throw before anything is sent: the name is taken and not to be
     * overwritten, or the folder is not there or may not be written. It sends no request and leaves no file behind.
     *
     * @param file the name that {@link #saveTo(Path)} would be given
     * @throws DownloadException if the file could not be saved there
     */
    void checkTarget(Path file);

    /**
     * As {@link #saveTo(Path)}, on one of 32 daemon threads that all downloads of the process share. Where all of them are busy, it
     * waits in a queue, and its deadline counts meanwhile.
     *
     * @param file the name of the complete file
     * @return the file to come; canceling the future stops the download and keeps what came, and it fails with what {@link
     *     #saveTo(Path)} throws
     */
    CompletableFuture<DownloadedFile> saveToAsync(Path file);

    /**
     * Writes the whole file to a stream.
     *
     * @param out stays open
     * @return the number of bytes written
     * @throws DownloadException if not all of the file could be handed over
     * @throws ApiException if the API refuses
     * @throws NoResponseException if the API gives no response, the deadline passes, or the download is canceled
     */
    default long transferTo(OutputStream out) {
        return transferTo(Channels.newChannel(Objects.requireNonNull(out, "out")));
    }

    /**
     * Writes the whole file to a channel.
     *
     * @param out in blocking mode; stays open
     * @return the number of bytes written
     * @throws DownloadException if not all of the file could be handed over
     * @throws ApiException if the API refuses
     * @throws NoResponseException if the API gives no response, the deadline passes, or the download is canceled
     */
    default long transferTo(WritableByteChannel out) {
        Objects.requireNonNull(out, "out");
        return forEachChunk((chunk, position) -> {
            while (chunk.hasRemaining()) {
                if (out.write(chunk) == 0) {
                    throw new IOException("the channel took no byte; one that does not block must be set to block");
                }
            }
        });
    }

    /**
     * Hands the whole file over, chunk by chunk. A broken connection is resumed here as well; a file that changed after
     * bytes of it were handed out is an error.
     *
     * @param consumer called with one chunk after the other
     * @return the number of bytes handed over
     * @throws DownloadException if not all of the file could be handed over
     * @throws ApiException if the API refuses
     * @throws NoResponseException if the API gives no response, the deadline passes, or the download is canceled
     */
    long forEachChunk(ChunkConsumer consumer);

    /** Takes the bytes of a download in order, each exactly once. */
    @FunctionalInterface
    interface ChunkConsumer {

        /**
         * Takes the next bytes; they are gone when this returns.
         *
         * @param chunk the bytes, to be read to their end
         * @param position where in the file they begin
         * @throws IOException to end the download
         */
        void accept(ByteBuffer chunk, long position) throws IOException;
    }
}
