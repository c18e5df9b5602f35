package io.github.analytics4j.testkit.control;

import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SandboxRequest;
import io.github.analytics4j.testkit.VendorSandbox;
import io.github.analytics4j.testkit.server.Params;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Reply;
import io.github.analytics4j.testkit.server.Routes;
import io.github.analytics4j.testkit.server.Routes.Hit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Shows the requests that arrived, without their secrets. */
final class AdminRequests {
    private final Sandbox sandbox;
    private final Function<SandboxRequest, String> maskedTarget;
    private final Function<SandboxRequest, List<String>> maskedHeaders;

    AdminRequests(
            Sandbox sandbox,
            Function<SandboxRequest, String> maskedTarget,
            Function<SandboxRequest, List<String>> maskedHeaders) {
        this.sandbox = sandbox;
        this.maskedTarget = maskedTarget;
        this.maskedHeaders = maskedHeaders;
    }

    void addTo(Routes routes) {
        routes.get(
                "/requests", Set.of("api", "method", "path", "limit", "await", "timeoutSeconds"), this::listRequests);
        routes.add("DELETE", "/requests", Set.of(), hit -> {
            sandbox.requests().clear();
            Responses.origins(sandbox).forEach(origin -> origin.requests().clear());
            return Responses.done();
        });
    }

    private Reply listRequests(Hit hit) {
        Params params = hit.params();
        String api = params.text("api");
        var log = api == null
                ? sandbox.requests()
                : Responses.origin(sandbox, api).requests();
        long limit = params.number("limit", 100, 1, 10_000);
        long wait = params.number("timeoutSeconds", 10, 0, 60);
        long awaited = params.number("await", 0, 0, Long.MAX_VALUE);
        try {
            log.await(awaited, Duration.ofSeconds(wait));
        } catch (AssertionError tooFew) {
            return Responses.error(408, String.valueOf(tooFew.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Responses.error(503, "the sandbox is closing");
        }
        String method = params.text("method");
        if (method != null && !method.matches("[A-Z]+")) {
            throw new Refusal(400, "must be in capitals such as GET, was " + method, "method");
        }
        String path = params.text("path");
        List<SandboxRequest> found = log.find(request ->
                (method == null || method.equals(request.method())) && (path == null || path.equals(request.path())));
        return Responses.json(
                200,
                Responses.ordered(
                        "count", log.count(),
                        "requests",
                                found.stream()
                                        .skip(Math.max(0, found.size() - limit))
                                        .map(this::described)
                                        .toList()));
    }

    private Map<String, Object> described(SandboxRequest request) {
        return Responses.ordered(
                "number", request.number(),
                "api", request.origin(),
                "method", request.method(),
                "target", masked(maskedTarget.apply(request)),
                "headers",
                        maskedHeaders.apply(request).stream().map(this::masked).toList(),
                "body", masked(request.body()));
    }

    /** Without the keys that are good now, wherever they stand. */
    private String masked(String text) {
        String masked = text;
        for (VendorSandbox api : Responses.vendors(sandbox).toList()) {
            masked = masked.replace(api.apiKey(), "***");
        }
        return masked;
    }
}
