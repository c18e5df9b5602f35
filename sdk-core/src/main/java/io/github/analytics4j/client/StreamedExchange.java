package io.github.analytics4j.client;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.ReadableByteChannel;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * One request that can be sent once, and ended from another thread; the body of its response is left unread.
 *
 * @hidden
 */
@GeneratedCodeApi
public interface StreamedExchange {

    /**
     * Sends it, on the caller's thread, and returns when the headers of the response are there.
     *
     * @throws IOException if no response came; its message may show the URL, so it is never shown as it is
     */
    StreamedResponse execute() throws IOException;

    /** Ends it at once, whether it waits for headers or for bytes. Any thread may call this, any number of times. */
    void cancel();

    /**
     * A response whose body has not been read yet. The caller closes it.
     *
     * @hidden
     */
    @GeneratedCodeApi
    interface StreamedResponse extends AutoCloseable {

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

    /**
     * Opens addresses outside the API with the given headers and no other: no credential, no cookie, no header of the API
     * client. Follows no redirect, decompresses nothing, and repeats only what counts as no attempt.
     *
     * <p>Safe for use by several threads.
     *
     * @hidden
     */
    @GeneratedCodeApi
    @FunctionalInterface
    interface StreamOpener {

        /**
         * Prepares a GET of an address; nothing is sent yet.
         *
         * @param headers all that may be sent beside what HTTP itself needs
         * @throws IllegalArgumentException if the address is none that HTTP can reach
         */
        StreamedExchange open(URI address, Map<String, String> headers);

        /** An opener on the connections, proxy and TLS settings of a user's client, and with nothing else of it. */
        static StreamOpener of(OkHttpClient client) {
            HttpPool pool = HttpPool.httpClient(client);
            Lifetime lifetime = Lifetime.of("download", pool);
            return (address, headers) -> StorageExchange.get(pool, lifetime, SecretMask.NONE, address, headers);
        }
    }

    /**
     * A request to the API whose response is streamed, and the way to the host that the API sends us to. Each exchange is sent on
     * its own; nothing is sent before one is executed. Immutable, and safe for use by several threads.
     *
     * @hidden
     */
    @GeneratedCodeApi
    final class StreamedRequest {
        private final OkHttpTransport transport;
        private final PreparedRequest request;

        StreamedRequest(OkHttpTransport transport, PreparedRequest request) {
            this.transport = transport;
            this.request = request;
        }

        /** Names the request, the same in every process and without a secret: operation, path parameters and origin. */
        public String identity() {
            return request.fullIdentity();
        }

        /** A text from outside without the credentials of the client, should a server repeat them. */
        public String masked(String text) {
            return transport.config().credentials().mask().text(text);
        }

        /**
         * Prepares an exchange with the API, with the key and with every retry and limit of the client. A redirect is not
         * followed; it and a success are the response, anything else is thrown by {@link StreamedExchange#execute()} as the
         * exception it is everywhere.
         *
         * @param headers are sent beside those of the request
         */
        public StreamedExchange exchange(Map<String, String> headers) {
            return new ApiExchange(transport, request.withHeaders(headers));
        }

        /** The clocks of the client. */
        public TimeSource time() {
            return transport.config().time();
        }

        /** Opens the addresses that the API redirects to, on the connections of the client. */
        public StreamOpener opener() {
            return transport.opener();
        }

        private static final class ApiExchange implements StreamedExchange {
            private final OkHttpTransport transport;
            private final ApiCall<StreamedResponse> call;

            ApiExchange(OkHttpTransport transport, PreparedRequest request) {
                this.transport = transport;
                this.call = transport.streamedCall(request);
            }

            @Override
            public StreamedResponse execute() {
                return transport.drive(call).value();
            }

            @Override
            public void cancel() {
                call.cancel("the download was given up");
                call.stop().endExchange(); // the call is over for us when its body is not
            }
        }
    }

    /**
     * A host other than the API gave no response; the message says why in words that show neither the URL nor a key.
     *
     * @hidden
     */
    @GeneratedCodeApi
    final class ExchangeFailedException extends IOException {
        private static final long serialVersionUID = 1;

        /** Whether another attempt may go well. */
        private final boolean mayPass;

        ExchangeFailedException(String message, boolean mayPass, IOException cause) {
            super(message, cause);
            this.mayPass = mayPass;
        }

        /** Whether another attempt may end otherwise. */
        public boolean mayPass() {
            return mayPass;
        }
    }
}
