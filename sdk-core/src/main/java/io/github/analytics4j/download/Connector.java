package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamOpener;
import io.github.analytics4j.client.StreamedExchange;
import io.github.analytics4j.client.StreamedResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gets from "I want the file" to an answer that is no redirect. Used by one thread. */
final class Connector {
    private final LinkSource source;
    private final StreamOpener opener;
    private final Watch watch;
    private @Nullable SignedUrl link;
    private @Nullable OpenedFile opened;
    private @Nullable StreamedExchange exchange;
    private boolean fresh;
    private boolean direct;

    /** Begins with what was opened, else with a link, else with the API. */
    Connector(Download.Parts parts, Watch watch) {
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
        return source.masked(text);
    }

    /** What bytes from outside say, fit to be shown. */
    String masked(ByteBuffer bytes) {
        return masked(StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString());
    }

    /** Whether the last connection asked the API, so that its link cannot have run out. */
    boolean fresh() {
        return fresh;
    }

    /** Asks the API and takes note of what it says. */
    Look look() throws IOException, BadLinkException {
        try (StreamedResponse answer = ask(Map.of())) {
            boolean redirect = Redirects.isRedirect(answer.status());
            SignedUrl target =
                    redirect ? Redirects.target(SignedUrl.of(answer.url()), answer.header("Location")) : null;
            String text = redirect ? "" : new String(beginning(answer), StandardCharsets.UTF_8);
            boolean json = ErrorPageGuard.isJson(answer.header("Content-Type"), text);
            return new Look(answer.status(), target, answer.header("Content-Type"), json ? masked(text) : "");
        }
    }

    /** Asks the API, or the host of a link that is known, and keeps the file open if it is there. */
    OpenedFile openFile() throws BadLinkException {
        StreamedResponse answer = null;
        try {
            answer = connect(Map.of("Accept-Encoding", "identity"));
            OpenedFile file = opened(answer);
            answer = file.status() == 200 ? null : answer;
            return file;
        } catch (IOException e) {
            return OpenedFile.silent(link);
        } finally {
            if (answer != null) {
                answer.close();
            }
        }
    }

    private OpenedFile opened(StreamedResponse answer) throws IOException {
        boolean there = answer.status() == 200;
        // What the storage host sends is the file; what the API sends may be JSON that says something else.
        byte[] read = there && link != null ? new byte[0] : beginning(answer);
        String body = new String(read, StandardCharsets.UTF_8);
        boolean json = link == null && ErrorPageGuard.isJson(answer.header("Content-Type"), body);
        String text = json ? masked(body) : "";
        return there && exchange != null
                ? OpenedFile.there(exchange, answer, link, read, text)
                : OpenedFile.refused(answer, link, masked(body), text);
    }

    /** Enough for any status message. */
    private byte[] beginning(StreamedResponse answer) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4096);
        int count = 0;
        while (count >= 0 && bytes.hasRemaining()) {
            watch.waiting();
            try {
                count = answer.body().read(bytes);
            } finally {
                watch.moved();
            }
        }
        return java.util.Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** Opens the file; the answer may be a refusal, but is no redirect. */
    StreamedResponse connect(Map<String, String> headers) throws IOException, BadLinkException {
        StreamedResponse first = takeOpened(headers);
        if (first != null) {
            return first;
        }
        SignedUrl at = link;
        fresh = at == null;
        if (at == null) {
            StreamedResponse answer = ask(direct ? headers : withoutRange(headers));
            direct = !Redirects.isRedirect(answer.status());
            if (direct) {
                return answer;
            }
            at = targetOf(answer);
            link = at;
        }
        for (int hops = 1; ; hops++) {
            StreamedResponse answer = open(at, headers);
            if (!Redirects.isRedirect(answer.status())) {
                return answer;
            }
            if (hops == Redirects.MOST) {
                answer.close();
                throw new BadLinkException("more than " + Redirects.MOST + " redirects, the last from " + at.origin());
            }
            at = targetOf(answer);
        }
    }

    /** The answer that was held open for this run, unless a part of the file is wanted. */
    private @Nullable StreamedResponse takeOpened(Map<String, String> headers) {
        OpenedFile file = opened;
        OpenedFile.Held answer = file == null ? null : file.take();
        opened = null;
        if (answer == null) {
            return null;
        }
        if (headers.containsKey("Range")) {
            answer.close();
            return null;
        }
        watch.on(answer.exchange());
        fresh = false;
        direct = link == null;
        return answer;
    }

    /** The range of a file, and what tells its version, are the business of whoever sent it. */
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

    private StreamedResponse open(SignedUrl at, Map<String, String> headers) throws IOException, BadLinkException {
        StreamedExchange request;
        try {
            request = opener.open(at.reveal(), headers);
        } catch (IllegalArgumentException e) {
            throw new BadLinkException("the link to " + at.origin() + " is none that can be opened");
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

    private static SignedUrl targetOf(StreamedResponse answer) throws BadLinkException {
        try (answer) {
            return Redirects.target(SignedUrl.of(answer.url()), answer.header("Location"));
        }
    }
}
