package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.server.Clocks;
import io.github.analytics4j.testkit.server.Params;
import io.github.analytics4j.testkit.server.RateLimit;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Reply;
import io.github.analytics4j.testkit.server.Routes;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The base of the four APIs of a sandbox: a base URL, a key and a request limit. */
public abstract sealed class VendorSandbox extends OriginSandbox
        permits SynthflowSandbox, SynaptiqSandbox, VoisnapSandbox, CallOpsSandbox {
    private static final String TOO_MANY = "Too many requests. Try again later.";
    private static final String BEARER = "Bearer ";
    /** The status of a framework that validates parameters, which has a body of its own for it. */
    private static final int OF_A_FRAMEWORK = 422;

    final Routes routes = new Routes();
    private final RateLimit limit;
    private final String basePath;
    private final int invalidStatus;
    private final String wrongKey;
    private String firstKey;
    private int firstRequests = -1;
    private Duration firstWindow = Duration.ZERO;
    private volatile String apiKey;

    VendorSandbox(Shared shared, String name, String keyPrefix, String basePath, int invalidStatus, String wrongKey) {
        super(shared, name);
        this.basePath = basePath;
        this.invalidStatus = invalidStatus;
        this.wrongKey = wrongKey;
        this.firstKey = keyPrefix + Long.toHexString(Noise.mix(env.seed(name), 0)) + "0sandbox";
        this.apiKey = firstKey;
        this.limit = new RateLimit(env.clock, 500, Duration.ofMinutes(1));
    }

    /** {@return what a client is configured with: the URL up to and without the slash before the operation's path} */
    public URI baseUrl() {
        return URI.create(origin() + basePath);
    }

    /** {@return the key that is accepted now} */
    public String apiKey() {
        return apiKey;
    }

    /**
     * Changes the key.
     *
     * @param newKey the only one that is accepted from now on
     */
    public void rotateKey(String newKey) {
        apiKey = checkedKey(newKey);
    }

    static String checkedKey(String newKey) {
        checkKey("rotateKey", newKey);
        return newKey;
    }

    /**
     * Enforces a limit: requests beyond it are answered with the vendor's 429.
     *
     * @param requests allowed within the window
     * @param window by the sandbox's clock
     */
    public void rateLimit(int requests, Duration window) {
        checkLimit(requests, window);
        limit.enforce(requests, window);
    }

    /** As before any {@link #rateLimit}: no request is refused for a limit. */
    public void noRateLimit() {
        limit.reset();
    }

    static void checkKey(String name, String key) {
        if (!key.matches("[!-~]+")) {
            throw new IllegalArgumentException(
                    name + ": a key has letters, digits and signs of ASCII, at least one, and no blanks");
        }
    }

    static void checkLimit(int requests, Duration window) {
        if (requests < 0 || window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("rateLimit: requests must not be negative and the window longer than"
                    + " nothing, was " + requests + " in " + window);
        }
        if (window.compareTo(Clocks.CENTURY) > 0) {
            throw new IllegalArgumentException("rateLimit: the window must be a century at most, was " + window);
        }
    }

    /** Sets what it begins with and comes back to: a key or null for its own, and a limit or -1 for none. */
    void startWith(@Nullable String key, int requests, Duration window) {
        firstKey = key == null ? firstKey : key;
        firstRequests = requests;
        firstWindow = window;
        begin();
    }

    private void begin() {
        apiKey = firstKey;
        limit.reset();
        if (firstRequests >= 0) {
            limit.enforce(firstRequests, firstWindow);
        }
    }

    @Override
    void reset() {
        super.reset();
        begin();
    }

    @Override
    Reply vendorError(int status) {
        Reply reply = refused(new Refusal(status, wording(status)));
        rateHeaders(reply, status == 429 ? limit.usedUp() : limit.take());
        return reply;
    }

    /** Returns the body that this vendor sends with a status; the same words as where a request is refused for a reason. */
    String wording(int status) {
        return switch (status) {
            case 401 -> wrongKey;
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 429 -> TOO_MANY;
            default -> status >= 500 ? "The service is not available. Try again later." : "The request was refused.";
        };
    }

    @Override
    @Nullable
    String complaint(String pathPrefix) {
        if (routes.canStartWith(pathPrefix)) {
            return null;
        }
        return "no request can have a path that starts with " + pathPrefix
                + (routes.canStartWith(basePath + pathPrefix)
                        ? "; with the base path it is " + basePath + pathPrefix
                        : "; the paths are " + String.join(", ", routes.paths()));
    }

    /** The key the request carries as a bearer token, or empty. */
    static String bearer(SandboxRequest request) {
        return request.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).trim())
                .orElse("");
    }

    /** Refuses a request without a good key. */
    void authorize(SandboxRequest request) {
        if (!keyOf(request).equals(apiKey())) {
            throw new Refusal(401, wrongKey);
        }
    }

    /** The key that a request carries, or empty. */
    String keyOf(SandboxRequest request) {
        return bearer(request);
    }

    /** The vendor's body for a refusal. */
    abstract Reply refuse(Refusal refusal);

    private Reply refused(Refusal refusal) {
        boolean validated = refusal.status() == OF_A_FRAMEWORK && invalidStatus == OF_A_FRAMEWORK;
        return validated ? Reply.json(OF_A_FRAMEWORK, refusal.validationError()) : refuse(refusal);
    }

    /** Adds the headers the vendor states its limit in; two vendors publish none. */
    void rateHeaders(Reply reply, RateLimit.State state) {}

    @Override
    Reply handle(SandboxRequest request) {
        RateLimit.State state = null;
        Reply reply;
        try {
            if (needsKey(request)) {
                authorize(request);
            }
            state = limit.take(); // of the key's allowance: a request without a good key has none
            if (state.exceeded()) {
                throw new Refusal(429, TOO_MANY);
            }
            reply = routes.answer(request, new Params(request, invalidStatus), env.strict);
        } catch (Refusal refusal) {
            reply = refused(refusal);
            if (refusal.status() == 405) {
                reply.header("Allow", routes.allowed(request.path()));
            }
        }
        if (state != null) {
            rateHeaders(reply, state);
        }
        return reply;
    }

    /** Whether the request is one that the vendor guards with a key: all but redirects under way. */
    boolean needsKey(SandboxRequest request) {
        return true;
    }
}
