package io.github.analytics4j.testkit.server;

import io.github.analytics4j.testkit.SandboxRequest;

/** Adds the headers that a page in a browser needs before it may call another origin and read the response. */
final class Cors {
    private Cors() {}

    /** Whether a browser asks if it may ask. */
    static boolean isPreflight(SandboxRequest request) {
        return request.method().equals("OPTIONS")
                && request.header("Origin").isPresent()
                && request.header("Access-Control-Request-Method").isPresent();
    }

    static Reply preflight(SandboxRequest request) {
        Reply reply = Reply.empty(204)
                .header("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
                .header("Access-Control-Max-Age", "600");
        request.header("Access-Control-Request-Headers")
                .ifPresent(names -> reply.header("Access-Control-Allow-Headers", names));
        return reply;
    }

    /** Lets a page of any origin read the reply: none of the data is anybody's. */
    static Reply readable(SandboxRequest request, Reply reply) {
        if (request.header("Origin").isPresent()) {
            reply.header("Access-Control-Allow-Origin", "*").header("Access-Control-Expose-Headers", "*");
        }
        return reply;
    }
}
