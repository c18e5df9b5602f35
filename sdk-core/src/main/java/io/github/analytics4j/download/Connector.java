package io.github.analytics4j.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gets from "I want the file" to an answer that is no redirect. Used by one thread. */
final class Connector {
    private final LinkSource source;
    private final LinkOpener opener;
    private final Watch watch;
    private @Nullable SignedUrl link;
    private boolean fresh;

    Connector(LinkSource source, LinkOpener opener, Watch watch, @Nullable SignedUrl firstLink) {
        this.source = source;
        this.opener = opener;
        this.watch = watch;
        this.link = firstLink;
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

    /** Whether the last connection asked the API, so that its link cannot have run out. */
    boolean fresh() {
        return fresh;
    }

    /** Asks the API and takes note of what it says. */
    Look look() throws IOException, BadLinkException {
        try (LinkAnswer answer = ask(Map.of())) {
            boolean redirect = Redirects.isRedirect(answer.status());
            SignedUrl target = redirect ? Redirects.target(answer.url(), answer.header("Location")) : null;
            String text = redirect ? "" : beginning(answer);
            boolean json = ErrorPageGuard.isJson(answer.header("Content-Type"), text);
            return new Look(answer.status(), target, answer.header("Content-Type"), json ? masked(text) : "");
        }
    }

    /** Enough for any status message. */
    private String beginning(LinkAnswer answer) throws IOException {
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
        return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    }

    /** Opens the file; the answer may be a refusal, but is no redirect. */
    LinkAnswer connect(Map<String, String> headers) throws IOException, BadLinkException {
        SignedUrl at = link;
        fresh = at == null;
        if (at == null) {
            LinkAnswer answer = ask(headers);
            if (!Redirects.isRedirect(answer.status())) {
                return answer;
            }
            at = targetOf(answer);
            link = at;
        }
        for (int hops = 1; ; hops++) {
            LinkAnswer answer = open(at, headers);
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

    /** The API has its own time-outs and retries, so only the end of the run ends this. */
    private LinkAnswer ask(Map<String, String> headers) throws IOException {
        LinkExchange exchange = source.ask(headers);
        watch.on(exchange);
        return exchange.execute();
    }

    private LinkAnswer open(SignedUrl at, Map<String, String> headers) throws IOException, BadLinkException {
        LinkExchange exchange;
        try {
            exchange = opener.open(at, headers);
        } catch (IllegalArgumentException e) {
            throw new BadLinkException("the link to " + at.origin() + " is none that can be opened");
        }
        watch.on(exchange);
        watch.waiting();
        try {
            return exchange.execute();
        } finally {
            watch.moved();
        }
    }

    private static SignedUrl targetOf(LinkAnswer answer) throws BadLinkException {
        try (answer) {
            return Redirects.target(answer.url(), answer.header("Location"));
        }
    }
}
