package io.github.analytics4j.testkit;

import java.net.URI;
import java.time.Duration;

/** What the four APIs of a sandbox share: a base URL, a key and a request limit. */
public abstract sealed class VendorSandbox extends OriginSandbox
        permits SynthflowSandbox, SynaptiqSandbox, VoisnapSandbox, CallOpsSandbox {
    /** What a client is configured with: the URL up to and without the slash before the operation's path. */
    public URI baseUrl() {
        throw new UnsupportedOperationException();
    }

    /** The key that is accepted now. */
    public String apiKey() {
        throw new UnsupportedOperationException();
    }

    /** From now on only this key is accepted. */
    public void rotateKey(String newKey) {
        throw new UnsupportedOperationException();
    }

    /** Enforce a limit: requests beyond it within the window are answered with the vendor's 429. */
    public void rateLimit(int requests, Duration window) {
        throw new UnsupportedOperationException();
    }
}
