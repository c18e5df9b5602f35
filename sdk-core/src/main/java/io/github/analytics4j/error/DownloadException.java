package io.github.analytics4j.error;

import org.jspecify.annotations.Nullable;

/** A download did not end as the complete file; nothing is left under the final name. */
public final class DownloadException extends SdkException {

    private static final long serialVersionUID = 1;

    /** The reason, to switch on. */
    private final Reason reason;

    /**
     * Tells of a file that did not become complete, without a failure underneath.
     *
     * @param reason to switch on
     * @param message what happened, what is kept and, where there is something, what to do about it
     */
    public DownloadException(Reason reason, String message) {
        this(reason, message, null);
    }

    /**
     * Tells of a file that did not become complete.
     *
     * @param reason to switch on
     * @param message what happened, what is kept and, where there is something, what to do about it
     * @param cause the failure underneath, which must not show the link; or null
     */
    public DownloadException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    @Override
    protected SdkException withCause(@Nullable Throwable cause) {
        return new DownloadException(reason, "" + getMessage(), cause);
    }

    /** {@return why the file did not become complete} */
    public Reason reason() {
        return reason;
    }

    /** The reasons why a file may not become complete. */
    public enum Reason {
        /** A file of that name is there and was not to be replaced. */
        FILE_EXISTS,
        /** Another download, here or in another process, writes the same file. */
        IN_USE,
        /** The disk, or the quota, is full. */
        DISK_FULL,
        /** The folder or file may not be written. */
        NOT_PERMITTED,
        /** The folder is not there, or is there no more. */
        NO_FOLDER,
        /** Writing failed for another reason. */
        NOT_WRITTEN,
        /** The file is longer than allowed. */
        TOO_LARGE,
        /** The file is no more, or will never be. */
        GONE,
        /** The storage host refused the link, and the links asked for after it. */
        LINK_REFUSED,
        /** A redirect led nowhere, too far or out of encryption. */
        BAD_REDIRECT,
        /** The connection broke or fell silent too often without a new byte. */
        BROKEN,
        /** The file changed while it was fetched, more often than allowed or after bytes were handed out. */
        CHANGED,
        /** It cannot be proven that the whole file came: there is no length, no framing, no checksum and no range. */
        NOT_PROVEN,
        /** The bytes are not those whose checksum the server stated. */
        WRONG_CHECKSUM,
        /** The server sent something else: an error page, or a content coding that cannot be undone. */
        NOT_THE_FILE
    }
}
