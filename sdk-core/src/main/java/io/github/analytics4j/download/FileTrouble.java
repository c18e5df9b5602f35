package io.github.analytics4j.download;

import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/** Says what a failure of the file system means. */
final class FileTrouble {
    private FileTrouble() {}

    static DownloadException of(Path file, IOException trouble, String kept) {
        Path folder = file.toAbsolutePath().getParent();
        boolean folderGone = folder == null || !Files.isDirectory(folder);
        if (folderGone || trouble instanceof NotDirectoryException || trouble instanceof NoSuchFileException) {
            return new DownloadException(Reason.NO_FOLDER, file + ": its folder is not there" + kept, trouble);
        }
        if (trouble instanceof AccessDeniedException || trouble.getCause() instanceof ReadOnlyFileSystemException) {
            return new DownloadException(Reason.NOT_PERMITTED, file + ": it may not be written" + kept, trouble);
        }
        if (trouble instanceof FileAlreadyExistsException) {
            return exists(file, kept);
        }
        if (message(trouble).contains("name too long")) {
            return new DownloadException(
                    Reason.NOT_WRITTEN, file + ": this file system holds no name so long" + kept, trouble);
        }
        if (isDiskFull(trouble)) {
            return new DownloadException(
                    Reason.DISK_FULL, file + ": the disk is full" + kept + "; make room and call again", trouble);
        }
        return new DownloadException(
                Reason.NOT_WRITTEN, file + ": writing failed (" + trouble.getMessage() + ")" + kept, trouble);
    }

    /** Of a file of ours that is not there any more; if its folder is gone with it, that is what is said. */
    static DownloadException deleted(Path file, NoSuchFileException trouble, String kept) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null || !Files.isDirectory(folder)
                ? of(file, trouble, kept)
                : new DownloadException(
                        Reason.NOT_WRITTEN,
                        file + ": " + trouble.getFile() + " was deleted during the download" + kept + "; call again",
                        trouble);
    }

    static DownloadException exists(Path file, String kept) {
        return new DownloadException(
                Reason.FILE_EXISTS, file + " is already there; delete it or ask for overwrite(true)" + kept);
    }

    /** Java has no exception for a full disk; these are what Linux, macOS and Windows say, quotas included. */
    private static boolean isDiskFull(IOException trouble) {
        String message = message(trouble);
        return message.contains("no space left")
                || message.contains("not enough space")
                || message.contains("quota exceeded");
    }

    private static String message(IOException trouble) {
        return trouble.getMessage() == null ? "" : trouble.getMessage().toLowerCase(Locale.ROOT);
    }
}
