package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamedExchange;
import io.github.analytics4j.client.StreamedExchange.StreamOpener;
import io.github.analytics4j.client.StreamedExchange.StreamedRequest;
import io.github.analytics4j.client.StreamedExchange.StreamedResponse;
import io.github.analytics4j.download.SignedUrl.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Connects to the host of the file: asks the API for a link and follows redirects. Used by one thread. */
final class Connector {
    /** A storage host answers at once or after one hop; five leave room for a CDN, and none for a loop. */
    private static final int MOST_REDIRECTS = 5;

    private final LinkSource source;
    private final StreamOpener opener;
    private final TransferWatchdog watch;
    private @Nullable SignedUrl link;
    private @Nullable OpenedFile opened;
    private @Nullable StreamedExchange exchange;
    private boolean fresh;
    private boolean direct;

    /** Begins with what was opened, else with a link, else with the API. */
    Connector(DefaultDownload.Parts parts, TransferWatchdog watch) {
        this.source = parts.source();
        this.opener = parts.opener();
        this.watch = watch;
        this.link = parts.firstLink();
        this.opened = parts.opened();
    }

    /** The next connection asks the API for another link. */
    void forget() {
        link = null;
    }

    /** The link in use; null if the API sends the bytes itself. */
    @Nullable
    SignedUrl link() {
        return link;
    }

    /** A text from outside, fit to be shown. */
    String masked(String text) {
        SignedUrl at = link;
        return source.masked(at == null ? text : at.masked(text));
    }

    /** Bytes from outside as text, fit to be shown. */
    String masked(ByteBuffer bytes) {
        return masked(StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString());
    }

    /** Whether the last connection asked the API, so that its link cannot have run out. */
    boolean fresh() {
        return fresh;
    }

    /** Asks the API for a link and opens none; null if it responds without one. */
    @Nullable
    SignedUrl askForLink() throws IOException, RefusedException {
        StreamedResponse response = ask(Map.of());
        if (isRedirect(response.status())) {
            return targetOf(response);
        }
        response.close();
        return null;
    }

    /** Asks the API, or the host of a link that is known, and keeps the file open if it is there. */
    OpenedFile openFile() throws RefusedException {
        StreamedResponse response = null;
        try {
            response = connect(Map.of("Accept-Encoding", "identity"));
            OpenedFile file = opened(response);
            response = file.status() == 200 ? null : response;
            return file;
        } catch (IOException e) {
            return OpenedFile.silent(link);
        } finally {
            if (response != null) {
                response.close();
            }
        }
    }

    private OpenedFile opened(StreamedResponse response) throws IOException {
        boolean there = response.status() == 200;
        // The storage host sends the file; the API may send JSON that says something else.
        byte[] read = there && link != null ? new byte[0] : beginning(response);
        String body = new String(read, StandardCharsets.UTF_8);
        boolean json = link == null && ErrorPageGuard.isJson(response.header("Content-Type"), body);
        String text = json ? masked(body) : "";
        return there && exchange != null
                ? OpenedFile.there(exchange, response, link, read, text)
                : OpenedFile.refused(response, link, masked(body), text);
    }

    /** Enough for any status message. */
    private byte[] beginning(StreamedResponse response) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4096);
        int count = 0;
        while (count >= 0 && bytes.hasRemaining()) {
            watch.waiting();
            try {
                count = response.body().read(bytes);
            } finally {
                watch.moved();
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** Opens the file; the response may be a refusal, but is no redirect. */
    StreamedResponse connect(Map<String, String> headers) throws IOException, RefusedException {
        StreamedResponse first = takeOpened(headers);
        if (first != null) {
            return first;
        }
        SignedUrl at = link;
        fresh = at == null;
        if (at == null) {
            StreamedResponse response = ask(direct ? headers : withoutRange(headers));
            direct = !isRedirect(response.status());
            if (direct) {
                return response;
            }
            at = targetOf(response);
            link = at;
        }
        for (int hops = 1; ; hops++) {
            StreamedResponse response = open(at, headers);
            if (!isRedirect(response.status())) {
                return response;
            }
            if (hops == MOST_REDIRECTS) {
                response.close();
                throw new RefusedException("more than " + MOST_REDIRECTS + " redirects, the last from " + at.origin());
            }
            at = targetOf(response);
        }
    }

    /** The response that was held open for this run, unless a part of the file is wanted. */
    private @Nullable StreamedResponse takeOpened(Map<String, String> headers) {
        OpenedFile file = opened;
        OpenedFile.Held response = file == null ? null : file.take();
        opened = null;
        if (response == null) {
            return null;
        }
        if (headers.containsKey("Range")) {
            response.close();
            return null;
        }
        watch.on(response.exchange());
        fresh = false;
        direct = link == null;
        return response;
    }

    /** A range, and the version it is of, mean something only to the host that sent the file. */
    private static Map<String, String> withoutRange(Map<String, String> headers) {
        Map<String, String> left = new LinkedHashMap<>(headers);
        left.remove("Range");
        left.remove("If-Range");
        return left;
    }

    /** The API has its own time-outs and retries, so only the end of the run ends this. */
    private StreamedResponse ask(Map<String, String> headers) throws IOException {
        StreamedExchange asked = source.exchange(headers);
        exchange = asked;
        watch.on(asked);
        return asked.execute();
    }

    private StreamedResponse open(SignedUrl at, Map<String, String> headers) throws IOException, RefusedException {
        StreamedExchange request;
        try {
            request = opener.open(at.reveal(), headers);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("the link to " + at.origin() + " is none that can be opened");
        }
        exchange = request;
        watch.on(request);
        watch.waiting();
        try {
            return request.execute();
        } finally {
            watch.moved();
        }
    }

    static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    private static SignedUrl targetOf(StreamedResponse response) throws RefusedException {
        try (response) {
            return SignedUrl.of(response.url()).redirectedTo(response.header("Location"));
        }
    }

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
}
