package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamedExchange.ExchangeFailedException;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import io.github.analytics4j.retry.RetryPolicy;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words failures the same way: what happened, where, and what is kept; without the link, which opens the file to anyone. */
final class DownloadFailures {
    // Up to the next blank or quote; a parser's message may cut a link short, so what follows a "?" goes as well.
    private static final Pattern LINK = Pattern.compile("(?i)(https?://[^/\\s?#\"'<>]*)[^\\s\"'<>]*");
    private static final Pattern QUERY =
            Pattern.compile("\\?\\S+|\\S*(?i:signature|token|credential|expires)\\S*=\\S+");
    private static final int DEEPEST = 8;
    /** Java has no exception for a full disk; these are what Linux, macOS and Windows say in English, quotas included. */
    private static final List<String> DISK_FULL = List.of("no space left", "not enough space", "quota exceeded");

    private final Target target;
    private final Connector connector;

    /** Words the failures of one run. */
    DownloadFailures(Target target, Connector connector) {
        this.target = target;
        this.connector = connector;
    }

    DownloadException of(Reason reason, String what) {
        return of(reason, what, null);
    }

    /** Of bytes that may be all: {@code why} says what came of the request that asked where the file ends. */
    DownloadException notProven(String why, @Nullable Throwable scrubbed) {
        return of(
                Reason.NOT_PROVEN,
                "nothing proves that this is the whole file: the server stated neither a length nor a checksum, its"
                        + " connection just closed, and " + why + "; allowUnproven(true) takes it as it is",
                scrubbed);
    }

    DownloadException of(Reason reason, String what, @Nullable Throwable scrubbed) {
        SignedUrl link = connector.link();
        String where = link == null ? "" : " from " + link.origin();
        long total = target.facts().total();
        String how = " (at byte " + target.position() + (total < 0 ? "" : " of " + total) + ")";
        String happened = connector.masked(where + ": " + what);
        return new DownloadException(reason, "download" + happened + how + target.kept(), scrubbed);
    }

    /** Names the end of a connection. */
    static String name(IOException trouble) {
        return trouble instanceof ExchangeFailedException
                ? String.valueOf(trouble.getMessage())
                : trouble.getClass().getSimpleName();
    }

    /** Says what a failure of the file system means. */
    static DownloadException onDisk(Path file, IOException trouble, String kept) {
        Path folder = file.toAbsolutePath().getParent();
        boolean folderGone = folder == null || !Files.isDirectory(folder);
        boolean noFile = trouble instanceof NoSuchFileException; // also in /proc, which may not be written
        if (folderGone || trouble instanceof NotDirectoryException || (noFile && Files.isWritable(folder))) {
            return new DownloadException(Reason.NO_FOLDER, file + ": its folder is not there" + kept, trouble);
        }
        if (noFile
                || trouble instanceof AccessDeniedException
                || trouble.getCause() instanceof ReadOnlyFileSystemException) {
            return new DownloadException(Reason.NOT_PERMITTED, file + ": it may not be written" + kept, trouble);
        }
        if (trouble instanceof FileAlreadyExistsException) {
            return exists(file, kept);
        }
        String said = trouble.getMessage() == null ? "" : trouble.getMessage().toLowerCase(Locale.ROOT);
        if (said.contains("name too long")) {
            return new DownloadException(
                    Reason.NOT_WRITTEN, file + ": this file system holds no name so long" + kept, trouble);
        }
        if (DISK_FULL.stream().anyMatch(said::contains) || isOfFullDevice(trouble)) {
            return new DownloadException(
                    Reason.DISK_FULL, file + ": the disk is full" + kept + "; make room and call again", trouble);
        }
        return new DownloadException(
                Reason.NOT_WRITTEN, file + ": writing failed (" + trouble.getMessage() + ")" + kept, trouble);
    }

    /** Whether it has the words that Linux has for a full disk, in the user's language: a device that always is full tells them. */
    private static boolean isOfFullDevice(IOException trouble) {
        try {
            Files.write(Path.of("/dev/full"), new byte[1], StandardOpenOption.WRITE);
            return false;
        } catch (IOException full) {
            return full.getClass() == IOException.class && Objects.equals(full.getMessage(), trouble.getMessage());
        }
    }

    /** Of a file of ours that is not there any more; if its folder is gone with it, that is what is said. */
    static DownloadException deleted(Path file, NoSuchFileException trouble) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null || !Files.isDirectory(folder)
                ? onDisk(file, trouble, "")
                : new DownloadException(
                        Reason.NOT_WRITTEN,
                        file + ": " + trouble.getFile() + " was deleted during the download; call again",
                        trouble);
    }

    static DownloadException exists(Path file, String kept) {
        return new DownloadException(
                Reason.FILE_EXISTS, file + " is already there; delete it or ask for overwrite(true)" + kept);
    }

    /** Copies a failure, its causes and its suppressed ones without the links in them; {@code link} goes wherever it appears. */
    static IOException scrub(IOException failure, @Nullable SignedUrl link) {
        return copy(failure, link, 0);
    }

    private static IOException copy(Throwable failure, @Nullable SignedUrl link, int depth) {
        String message = failure.getMessage();
        String name = failure.getClass().getName();
        IOException copy = new IOException(message == null ? name : name + ": " + scrub(message, link));
        copy.setStackTrace(failure.getStackTrace());
        if (depth < DEEPEST) {
            if (failure.getCause() != null) {
                copy.initCause(copy(failure.getCause(), link, depth + 1));
            }
            for (Throwable suppressed : failure.getSuppressed()) {
                copy.addSuppressed(copy(suppressed, link, depth + 1));
            }
        }
        return copy;
    }

    static String scrub(String text, @Nullable SignedUrl link) {
        String clean = LINK.matcher(text).replaceAll("$1/…");
        if (link != null) {
            String path = link.reveal().getRawPath();
            String longPath = path == null || path.length() < 2 ? null : path;
            for (String secret :
                    new String[] {link.reveal().getRawQuery(), link.reveal().getQuery(), longPath}) {
                clean = secret == null ? clean : clean.replace(secret, "…");
            }
            clean = link.masked(clean);
        }
        return QUERY.matcher(clean).replaceAll("…");
    }

    /** Counts the failures of one run, and says how long to wait or that it was one too many. Used by one thread. */
    static final class AttemptLimits {
        /** A storage host is asked again sooner than an API, and waited for longer. */
        private static final RetryPolicy WAITS =
                RetryPolicy.DEFAULT.baseDelay(Duration.ofMillis(250)).maxDelay(Duration.ofSeconds(10));

        /** A server's hint is obeyed up to here; beyond it the caller does better to come back. */
        static final Duration LONGEST_HINT = Duration.ofMinutes(1);
        /** A connection that brought this much was worth it: the next may follow at once. */
        private static final long WORTHWHILE = 64 * 1024;

        private final DownloadOptions options;
        private final DoubleSupplier random;
        private int fruitless;
        private int renewals;
        private int freshRefusals;
        private int restarts;

        AttemptLimits(DownloadOptions options, DoubleSupplier random) {
            this.options = options;
            this.random = random;
        }

        /** How long to wait after a try that brought so many new bytes; null if it was one fruitless try too many. */
        @Nullable
        Duration afterBreak(long newBytes) {
            fruitless = newBytes > 0 ? 0 : fruitless + 1;
            if (newBytes > 0) {
                freshRefusals = 0;
            }
            if (fruitless >= options.maxFruitlessTries()) {
                return null;
            }
            return newBytes >= WORTHWHILE ? Duration.ZERO : WAITS.waitAfter(fruitless + 1, random);
        }

        /** Counts a refused link; false if no other may be asked for. A link refused when new will not get better: twice is enough. */
        boolean mayRenew(boolean fresh) {
            freshRefusals = fresh ? freshRefusals + 1 : 0;
            return freshRefusals < 2 && ++renewals <= options.maxRenewals();
        }

        /** Counts a beginning anew; false if it was one too many. */
        boolean mayRestart() {
            return ++restarts <= options.maxRestarts();
        }

        int fruitlessTries() {
            return fruitless;
        }
    }
}
