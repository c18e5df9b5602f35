package io.github.analytics4j.catalog;

import io.github.analytics4j.download.DownloadOptions;
import io.github.analytics4j.download.DownloadedFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** A file that was ordered and is made by the vendor meanwhile. Immutable, and usable as long as its session is open. */
public interface FileOrder {

    /** {@return the id of the order at the vendor} */
    String id();

    /**
     * {@return one line of text from which {@link ApiSession#resume} picks the order up, in any process} It holds no secret.
     */
    String ticket();

    /**
     * Waits until the file is there.
     *
     * @param deadline how long to wait, from now on
     * @return the order, whose file can be saved without waiting
     * @throws io.github.analytics4j.error.DeadlineExceededException if it was not there by then
     * @throws io.github.analytics4j.error.DownloadException if the vendor could not make it
     */
    FileOrder await(Duration deadline);

    /**
     * Saves the file, which is complete or there is an error; call {@link #await} first.
     *
     * @param file what it is to be called
     * @param change sets options of the download
     * @return where the file is, and what proves it complete
     */
    DownloadedFile saveTo(Path file, Consumer<DownloadOptions.Builder> change);
}
