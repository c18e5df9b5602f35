package io.github.analytics4j.download;

/** Is told how far a download is, on the thread that downloads, at a bounded rate. What it throws ends the download. */
@FunctionalInterface
public interface ProgressListener {

    /** Called at the start, at most once an interval after that, and at the end. */
    void onProgress(DownloadProgress progress);
}
