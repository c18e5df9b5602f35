package io.github.analytics4j.json;

import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.UnreadableDocumentException;
import org.jspecify.annotations.Nullable;

/**
 * The document is no JSON, ends too early, or is over a limit. Never trouble of the stream it was read from, which
 * passes through as an {@link java.io.IOException}.
 */
public final class JsonSyntaxException extends UnreadableDocumentException {
    private static final long serialVersionUID = 1;

    /** The kinds of trouble with a document. */
    public enum Problem {
        /** It breaks the grammar of JSON. */
        MALFORMED,
        /** It ends in the middle of a value. */
        TRUNCATED,
        /** It is deeper, longer or larger than {@link JsonLimits} allow. */
        OVER_LIMIT
    }

    /** The kind of mistake. */
    private final Problem problem;

    /** The place in the tree. */
    private final String path;

    /** The place in the text, in bytes. */
    private final long offset;

    /**
     * For the readers of this package.
     *
     * @param what the message without the place
     * @param option the limit to raise, if that is what is wrong
     */
    JsonSyntaxException(Problem problem, String what, String path, long offset, @Nullable String option) {
        this(
                problem,
                what + " at " + path + " (byte " + offset + ")"
                        + (option == null ? "" : "; JsonLimits." + option + " can be raised"),
                path,
                offset,
                (Throwable) null);
    }

    private JsonSyntaxException(Problem problem, String message, String path, long offset, @Nullable Throwable cause) {
        super(message, cause);
        this.problem = problem;
        this.path = path;
        this.offset = offset;
    }

    @Override
    protected SdkException withCause(@Nullable Throwable cause) {
        return new JsonSyntaxException(problem, "" + getMessage(), path, offset, cause);
    }

    /** {@return the kind of trouble} */
    public Problem problem() {
        return problem;
    }

    /** {@return the place in the document: {@code $.response.calls[3].duration}} */
    public String path() {
        return path;
    }

    /** {@return the number of bytes of the document before that place} */
    public long offset() {
        return offset;
    }
}
