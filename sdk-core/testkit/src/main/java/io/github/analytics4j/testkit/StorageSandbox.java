package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.server.Clocks;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Reply;
import io.github.analytics4j.testkit.server.Reply.Header;
import io.github.analytics4j.testkit.storage.SignedLinks;
import io.github.analytics4j.testkit.storage.StorageResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The host that pre-signed links lead to. Refuses a request that carries a credential or any header off a small plain
 * list with 400 and XML, as S3 does; answers ranges; its links expire. Thread-safe.
 */
public final class StorageSandbox extends OriginSandbox {
    private static final String FOLDER = "/reports/";
    // What HTTP clients send on their own account, and what resuming needs.
    private static final Set<String> PLAIN_HEADERS = Set.of(
            "host",
            "connection",
            "user-agent",
            "accept",
            "accept-encoding",
            "accept-language",
            "range",
            "if-range",
            "if-match",
            "if-none-match",
            "if-modified-since",
            "if-unmodified-since",
            "upgrade",
            "origin",
            "referer",
            "priority",
            "http2-settings",
            "content-length");

    private record Stored(StorageFile file, Instant modified) {}

    private record Part(String name, long from, AtomicLong bytes) {}

    private final Map<String, Stored> files = new ConcurrentHashMap<>();
    private final Queue<Part> served = new ConcurrentLinkedQueue<>();
    private final List<Header> headers = new CopyOnWriteArrayList<>();
    private final SignedLinks links;
    private volatile Runnable afterEachGet = () -> {};
    private volatile boolean ignoreRanges;
    private volatile boolean withoutValidators;
    private volatile boolean sendChecksum;

    StorageSandbox(Shared shared) {
        super(shared, "storage");
        this.links = new SignedLinks(env);
    }

    /**
     * Stores a file, replacing what was there: with another entity tag from now on.
     *
     * @param name the last part of its link's path
     * @param file served under this name
     */
    public void put(String name, StorageFile file) {
        files.put(name, new Stored(file, env.now()));
    }

    /**
     * {@return a pre-signed link to a file, valid for the link's life}
     *
     * @param name of a file that is stored, or not: then the link leads to a 404
     */
    public URI link(String name) {
        return links.create(origin(), name);
    }

    /**
     * Sets how long links made from now on live.
     *
     * @param life by the sandbox's clock; 15 minutes unless told otherwise
     */
    public void linkLife(Duration life) {
        links.life = Clocks.capped(life);
    }

    /**
     * Sets how often links made from now on can be used; they are refused after that.
     *
     * @param uses how many
     */
    public void linkUses(int uses) {
        links.uses = uses;
    }

    /** All links made so far are expired. */
    public void expireLinks() {
        links.expireAll();
    }

    /**
     * Runs something after each response with a file was begun; what it changes shows in the next one.
     *
     * @param change of this storage, or whatever else
     */
    public void afterEachGet(Runnable change) {
        afterEachGet = change;
    }

    /**
     * Sets whether 200 and the whole file are answered even when a range was asked for.
     *
     * @param ignore false unless told otherwise
     */
    public void ignoreRanges(boolean ignore) {
        ignoreRanges = ignore;
    }

    /**
     * Sets whether answers lack {@code ETag} and {@code Last-Modified}.
     *
     * @param without false unless told otherwise
     */
    public void withoutValidators(boolean without) {
        withoutValidators = without;
    }

    /**
     * Sets whether the SHA-256 of the file is sent as {@code x-amz-checksum-sha256}, in Base64.
     *
     * @param send false unless told otherwise
     */
    public void sendChecksum(boolean send) {
        sendChecksum = send;
    }

    /**
     * Sends a header with every file, {@code Content-Disposition} for one.
     *
     * @param name of the header
     * @param value of the header
     */
    public void sendHeader(String name, String value) {
        headers.add(new Header(name, value));
    }

    /** {@return the number of bytes of files written to connections so far, those that never arrived included} */
    public long bytesServed() {
        return served.stream().mapToLong(part -> part.bytes().get()).sum();
    }

    /**
     * {@return what was written, request by request: the first byte's position in the file and how many bytes followed}
     */
    public List<Served> served() {
        return served.stream()
                .map(part -> new Served(part.name(), part.from(), part.bytes().get()))
                .toList();
    }

    /**
     * One response's part of a file.
     *
     * @param name of the file
     * @param from the first byte's position
     * @param bytes how many were written to the connection
     */
    public record Served(String name, long from, long bytes) {}

    @Override
    void reset() {
        super.reset();
        files.clear();
        served.clear();
        headers.clear();
        links.reset();
        afterEachGet = () -> {};
        ignoreRanges = false;
        withoutValidators = false;
        sendChecksum = false;
    }

    @Override
    Reply vendorError(int status) {
        return error(new Refusal(status, "We encountered an error. Please try again.", code(status)), 0);
    }

    private static String code(int status) {
        return switch (status) {
            case 403 -> "AccessDenied";
            case 404 -> "NoSuchKey";
            case 500 -> "InternalError";
            case 503 -> "SlowDown";
            default -> status < 500 ? "InvalidRequest" : "ServiceUnavailable";
        };
    }

    @Override
    @Nullable
    String complaint(String pathPrefix) {
        boolean possible = pathPrefix.startsWith(FOLDER) || FOLDER.startsWith(pathPrefix);
        return possible
                ? null
                : "no link leads to a path that starts with " + pathPrefix + "; all start with " + FOLDER;
    }

    @Override
    Reply handle(SandboxRequest request) {
        try {
            Reply reply = file(request);
            afterEachGet.run();
            return reply;
        } catch (Refusal refusal) {
            return error(refusal, request.number());
        }
    }

    private static Reply error(Refusal refusal, long request) {
        return Reply.of(
                refusal.status(),
                "application/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + refusal.parameter() + "</Code><Message>"
                        + refusal.text() + "</Message><RequestId>" + request + "</RequestId></Error>");
    }

    /** A browser says of each request where it comes from and what for. */
    private static boolean isPlain(String header) {
        return PLAIN_HEADERS.contains(header) || header.startsWith("sec-");
    }

    private Reply file(SandboxRequest request) {
        for (String line : request.headerLines()) {
            String header = line.substring(0, line.indexOf(':'));
            if (!isPlain(header.toLowerCase(Locale.ROOT))) {
                throw new Refusal(400, "Only one auth mechanism allowed", "InvalidArgument");
            }
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            throw new Refusal(405, "Only GET and HEAD are answered here.", "MethodNotAllowed");
        }
        String name = request.path().substring(request.path().lastIndexOf('/') + 1);
        links.check(name, request.query("X-Amz-Signature").orElse(null));
        Stored stored = files.get(name);
        if (stored == null) {
            throw new Refusal(404, "The file does not exist.", "NoSuchKey");
        }
        Reply reply =
                new StorageResponse(request, stored.file(), stored.modified(), withoutValidators).answer(!ignoreRanges);
        return decorated(reply, name, stored.file());
    }

    private Reply decorated(Reply reply, String name, StorageFile file) {
        if (reply.body() instanceof StorageResponse.Part body) {
            Part part = new Part(name, body.from(), new AtomicLong());
            served.add(part);
            reply.counting(part.bytes()::addAndGet);
            headers.forEach(header -> reply.header(header.name(), header.value()));
            if (sendChecksum) {
                reply.header("x-amz-checksum-sha256", Base64.getEncoder().encodeToString(file.sha256Bytes()));
            }
        }
        return reply;
    }
}
