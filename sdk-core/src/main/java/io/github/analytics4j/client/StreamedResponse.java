package io.github.analytics4j.client;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.net.URI;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * A response whose body has not been read yet. The caller closes it.
 *
 * @hidden
 */
@GeneratedCodeApi
public interface StreamedResponse extends AutoCloseable {

    /** The HTTP status. */
    int status();

    /** The URL that was asked: the base of a relative redirect. It may open what it leads to, so it is not for logs. */
    URI url();

    /** The last value of a header, whatever the case of its name. */
    @Nullable
    String header(String name);

    /** The body as it came, with no content coding undone. A broken connection is an {@code IOException} here. */
    ReadableByteChannel body();

    /**
     * Whether the end of the body is told apart from a connection that was just closed: by a length, by chunks, or by
     * the frames of HTTP/2.
     */
    default boolean endIsStated() {
        return true;
    }

    /** Lets go of the connection. Throws nothing. */
    @Override
    void close();
}
