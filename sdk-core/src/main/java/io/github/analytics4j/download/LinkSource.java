package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamedExchange;
import io.github.analytics4j.client.StreamedExchange.StreamedRequest;
import io.github.analytics4j.client.StreamedExchange.StreamedResponse;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says where the bytes are, anew each time: the API operation that responds with a link or with the bytes themselves, or a link
 * that is known.
 *
 * <p>Safe for use by several threads.
 */
interface LinkSource {

    /**
     * Names what is downloaded, the same in every process and for every link to it, without a secret:
     * {@code voisnap.reports.download rpt_1 at https://api.voisnap.ai}. A part file is only ever gone on with by the
     * download that began it.
     */
    String identity();

    /** A text from outside without the credentials of this source, should a server repeat them. */
    default String masked(String text) {
        return text;
    }

    /**
     * Prepares the request; nothing is sent yet. The response is a redirect or a success; anything else the API says is
     * thrown by {@link StreamedExchange#execute()} as the exception it is everywhere.
     *
     * @param headers range headers, in case the API responds with the bytes themselves
     */
    StreamedExchange exchange(Map<String, String> headers);

    /** Asks the API for a link, with the key and with every retry and limit of the client. */
    record OfApi(StreamedRequest request) implements LinkSource {
        @Override
        public String identity() {
            return request.identity();
        }

        @Override
        public String masked(String text) {
            return request.masked(text);
        }

        @Override
        public StreamedExchange exchange(Map<String, String> headers) {
            return request.exchange(headers);
        }
    }

    /** A link that is what it is. */
    record Fixed(SignedUrl link) implements LinkSource {
        /** The path may be as secret as the query, so it appears as a digest. */
        @Override
        public String identity() {
            byte[] path = String.valueOf(link.reveal().getRawPath()).getBytes(StandardCharsets.UTF_8);
            return "link " + UUID.nameUUIDFromBytes(path) + " at " + link.origin();
        }

        @Override
        public StreamedExchange exchange(Map<String, String> headers) {
            return new KnownRedirect(link);
        }
    }

    /** The response "it is over there", without asking anyone. */
    record KnownRedirect(SignedUrl link) implements StreamedExchange, StreamedResponse {
        @Override
        public StreamedResponse execute() {
            return this;
        }

        @Override
        public void cancel() {
            // nothing is under way
        }

        @Override
        public int status() {
            return 307;
        }

        @Override
        public URI url() {
            return link.reveal();
        }

        @Override
        public @Nullable String header(String name) {
            return name.equalsIgnoreCase("Location") ? link.reveal().toString() : null;
        }

        @Override
        public ReadableByteChannel body() {
            return Channels.newChannel(InputStream.nullInputStream());
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
