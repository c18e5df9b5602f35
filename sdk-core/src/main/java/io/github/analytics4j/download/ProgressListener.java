package io.github.analytics4j.download;

/**
 * Is told how far a download is, at a bounded rate: on a thread other than the one that downloads, one call at a time and in
 * order.
 *
 * <p>It holds up no download: while a call lasts the download goes on, and of what happens meanwhile the listener hears the
 * newest. A download that is complete waits for the last call to return, but not past its deadline.
 *
 * <p>What it throws, an {@code Error} included, does not reach the download, which goes on: the log hears of it once a
 * download, at debug level. To stop a download, cancel its future or interrupt its thread.
 */
@FunctionalInterface
public interface ProgressListener {

    /**
     * Called at the start, at most once an interval after that, and at the end.
     *
     * @param progress how far it is at this moment
     */
    void onProgress(DownloadProgress progress);
}
