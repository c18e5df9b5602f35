package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.server.Params;
import io.github.analytics4j.testkit.server.RateLimit;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Reply;
import io.github.analytics4j.testkit.server.Routes;
import java.net.URI;
import java.time.Duration;

/** What the four APIs of a sandbox share: a base URL, a key and a request limit. */
public abstract sealed class VendorSandbox extends OriginSandbox
        permits SynthflowSandbox, SynaptiqSandbox, VoisnapSandbox, CallOpsSandbox {
    final Routes routes = new Routes();
    private final RateLimit limit;
    private final String basePath;
    private final int invalidStatus;
    private volatile String apiKey;

    VendorSandbox(Shared shared, String name, String keyPrefix, String basePath, int invalidStatus) {
        super(shared, name);
        this.basePath = basePath;
        this.invalidStatus = invalidStatus;
        this.apiKey = keyPrefix + Long.toHexString(Noise.mix(env.seed(name), 0)) + "0sandbox";
        this.limit = new RateLimit(env.clock, 500, Duration.ofMinutes(1));
    }

    /** What a client is configured with: the URL up to and without the slash before the operation's path. */
    public URI baseUrl() {
        return URI.create(origin() + basePath);
    }

    /** The key that is accepted now. */
    public String apiKey() {
        return apiKey;
    }

    /** From now on only this key is accepted. */
    public void rotateKey(String newKey) {
        apiKey = newKey;
    }

    /** Enforce a limit: requests beyond it within the window are answered with the vendor's 429. */
    public void rateLimit(int requests, Duration window) {
        limit.enforce(requests, window);
    }

    /** The key the request carries as a bearer token, or empty. */
    static String bearer(SandboxRequest request) {
        return request.header("Authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length()))
                .orElse("");
    }

    /** Refuses a request without a good key. */
    abstract void authorize(SandboxRequest request);

    /** The vendor's body for a refusal. */
    abstract Reply refuse(Refusal refusal);

    /** Adds the headers the vendor states its limit in. */
    abstract void rateHeaders(Reply reply, RateLimit.State state);

    @Override
    Reply handle(SandboxRequest request) {
        RateLimit.State state = limit.take();
        Reply reply = guarded(request, state);
        rateHeaders(reply, state);
        return reply;
    }

    private Reply guarded(SandboxRequest request, RateLimit.State state) {
        try {
            if (needsKey(request)) {
                authorize(request);
            }
            if (state.exceeded()) {
                throw new Refusal(429, "Too many requests. Try again later.");
            }
            return routes.answer(request, new Params(request, invalidStatus), env.strict);
        } catch (Refusal refusal) {
            return refuse(refusal);
        }
    }

    /** Whether the request is one that the vendor guards with a key: all but redirects under way. */
    boolean needsKey(SandboxRequest request) {
        return true;
    }
}
