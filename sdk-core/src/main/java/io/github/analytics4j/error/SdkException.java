package io.github.analytics4j.error;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The base of all exceptions of this SDK. A message never shows a key or a signed link. Of a body it shows nothing but what the
 * server says about its refusal, of which secrets are masked and at most 200 characters are left.
 *
 * <p>All of them survive Java serialization with all they know. A cause of somebody else's that cannot be written is
 * replaced by a copy that names its type and message.
 */
public abstract sealed class SdkException extends RuntimeException
        permits InvalidRequestException,
                ApiException,
                NoResponseException,
                UnreadableResponseException,
                UnreadableDocumentException,
                UnexpectedValueException,
                WalkException,
                DownloadException {

    private static final long serialVersionUID = 1;
    private static final int DEEPEST = 8;

    SdkException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Makes the same failure with another cause and without a stack trace; for serialization.
     *
     * @param cause one that can be written, or null
     * @return a new exception of the same type, message and fields
     */
    protected abstract SdkException withCause(@Nullable Throwable cause);

    /**
     * Gives what is written in place of this exception: itself, unless something under it cannot be written.
     *
     * @return an exception whose causes can all be written
     */
    protected final Object writeReplace() {
        Throwable cause = getCause();
        Throwable[] suppressed = getSuppressed();
        if ((cause == null || isWritable(cause)) && Arrays.stream(suppressed).allMatch(SdkException::isWritable)) {
            return this;
        }
        SdkException copy = withCause(cause == null ? null : writable(cause, 0));
        copy.setStackTrace(getStackTrace());
        for (Throwable one : suppressed) {
            copy.addSuppressed(writable(one, 0));
        }
        return copy;
    }

    private static Throwable writable(Throwable failure, int depth) {
        if (isWritable(failure)) {
            return failure;
        }
        Throwable cause = failure.getCause();
        Exception copy = new Exception(
                failure.toString(), cause == null || depth == DEEPEST ? null : writable(cause, depth + 1));
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }

    private static boolean isWritable(Throwable failure) {
        try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
            out.writeObject(failure);
            return true;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return false; // its own writing may throw anything
        }
    }

    /**
     * One try of a call: what was waited for before it, how long it took and how it ended.
     *
     * @param number 1 for the first
     * @param status the HTTP status, or null when no response came
     * @param failure what went wrong, or null when the response was good
     * @param decision why the call went on or stopped after a failure, or null when the response was good
     * @param waitedBefore the wait between the attempt before and this one
     * @param took from sending to the last byte read
     */
    public record Attempt(
            int number,
            @Nullable Integer status,
            @Nullable String failure,
            @Nullable String decision,
            Duration waitedBefore,
            Duration took)
            implements Serializable {}
}
