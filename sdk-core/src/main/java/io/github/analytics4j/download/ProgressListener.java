package io.github.analytics4j.download;

/**
 * Is told how far a download is, on the thread that downloads, at a bounded rate.
 *
 * <p>What it throws, an {@code Error} included, does not reach the download, which goes on: the log hears of it once a
 * download, at debug level. To stop a download, cancel its future or interrupt its thread.
 */
@FunctionalInterface
public interface ProgressListener {

    /** Called at the start, at most once an interval after that, and at the end. */
    void onProgress(DownloadProgress progress);
}
