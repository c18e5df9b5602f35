package io.github.analytics4j.testkit.control;

import io.github.analytics4j.testkit.ReportControls.NotReady;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SandboxRequest;
import io.github.analytics4j.testkit.VendorSandbox;
import io.github.analytics4j.testkit.json.JsonTree;
import io.github.analytics4j.testkit.server.Params;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Reply;
import io.github.analytics4j.testkit.server.Routes;
import io.github.analytics4j.testkit.server.Routes.Hit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations of the admin API: each does what a method of {@link Sandbox} does, which is where its meaning is told. */
public final class Admin {
    private final Sandbox sandbox;
    private final Routes routes = new Routes();
    private final AdminFaults faults;

    public Admin(
            Sandbox sandbox,
            Function<SandboxRequest, String> maskedTarget,
            Function<SandboxRequest, List<String>> maskedHeaders) {
        this.sandbox = sandbox;
        this.faults = new AdminFaults(sandbox, routes);
        about();
        time();
        vendors();
        new AdminAgents(sandbox).addTo(routes);
        new AdminRows(sandbox).addTo(routes);
        new AdminRequests(sandbox, maskedTarget, maskedHeaders).addTo(routes);
    }

    /** Every operation, as {@code GET /health}. */
    public Set<String> operations() {
        return routes.operations();
    }

    public Reply answer(SandboxRequest request) {
        boolean head = request.method().equals("HEAD");
        SandboxRequest asked = !head
                ? request
                : new SandboxRequest(
                        request.number(), request.origin(), "GET", request.target(), request.headerLines(), "");
        try {
            if (request.method().equals("OPTIONS")) {
                return Reply.empty(204).header("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
            }
            once(asked);
            return routes.answer(asked, new Params(asked, 400), true);
        } catch (Refusal refusal) {
            String parameter = refusal.parameter().isEmpty() ? "" : refusal.parameter() + ": ";
            Reply reply = Responses.error(refusal.status(), parameter + refusal.text());
            if (refusal.status() == 405) {
                String allowed = routes.allowed(request.path());
                reply.header("Allow", allowed.replace("GET", "GET, HEAD") + ", OPTIONS");
            }
            return reply;
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            return Responses.error(400, String.valueOf(e.getMessage()));
        }
    }

    private static void once(SandboxRequest request) {
        request.query().forEach((name, values) -> {
            if (values.size() > 1) {
                throw new Refusal(400, "is there twice; send it once", name);
            }
        });
    }

    public Reply error(int status) {
        return Responses.error(status, "the admin API refused the request");
    }

    private void about() {
        get("/health", hit -> Responses.json(200, Map.of("status", "ok")));
        get("/openapi.json", hit -> Reply.of(200, "application/json", resource("openapi.json")));
        get("/sandbox", hit -> Responses.json(200, described()));
        add("POST", "/reset", hit -> {
            faults.forget();
            sandbox.reset();
            return Responses.done();
        });
    }

    private Map<String, Object> described() {
        Map<String, Object> apis = new LinkedHashMap<>();
        Responses.vendors(sandbox)
                .forEach(api -> apis.put(
                        api.name(), Responses.ordered("baseUrl", api.baseUrl().toString(), "apiKey", api.apiKey())));
        return Responses.ordered(
                "seed", sandbox.seed(),
                "now", sandbox.clock().instant().toString(),
                "modelIds", sandbox.synthflow().modelIds(),
                "storage", sandbox.storage().origin().toString(),
                "apis", apis);
    }

    private void time() {
        get("/clock", hit -> now());
        add("PUT", "/clock", hit -> {
            Fields fields = Fields.of(hit.request().body());
            Instant time = Responses.time(fields, "now");
            fields.nothingElse();
            sandbox.setTime(time);
            return now();
        });
        add("POST", "/clock/advance", hit -> {
            Fields fields = Fields.of(hit.request().body());
            Duration by = fields.seconds("seconds");
            fields.nothingElse();
            sandbox.advance(by);
            return now();
        });
        add("PUT", "/latency", hit -> {
            Fields fields = Fields.of(hit.request().body());
            Duration latency = fields.millis("millis");
            fields.nothingElse();
            sandbox.latency(latency);
            return Responses.done();
        });
    }

    private Reply now() {
        return Responses.json(200, Map.of("now", sandbox.clock().instant().toString()));
    }

    private void vendors() {
        add("PUT", "/keys/*", hit -> {
            VendorSandbox api = vendor(hit.star());
            Fields fields = Fields.of(hit.request().body());
            String key = fields.text("apiKey");
            String account = fields.text("account", "");
            fields.nothingElse();
            if (account.isEmpty()) {
                api.rotateKey(key);
            } else if (api == sandbox.synthflow()) {
                AdminAgents.account(sandbox, account).rotateKey(key);
            } else {
                throw fields.wrong("account", "is for synthflow; " + api.name() + " has one account");
            }
            return Responses.done();
        });
        add("PUT", "/limits/*", hit -> {
            Fields fields = Fields.of(hit.request().body());
            int requests = fields.count("requests");
            Duration window = fields.seconds("windowSeconds");
            fields.nothingElse();
            vendor(hit.star()).rateLimit(requests, window);
            return Responses.done();
        });
        add("DELETE", "/limits/*", hit -> {
            vendor(hit.star()).noRateLimit();
            return Responses.done();
        });
        get(
                "/reports",
                hit -> Responses.json(
                        200,
                        sandbox.voisnap().reports().created().stream()
                                .map(report -> Responses.ordered(
                                        "reportId", report.reportId(),
                                        "createdAt", report.createdAt().toString(),
                                        "request", JsonTree.read(report.requestBody()),
                                        "bytes", report.file().size()))
                                .toList()));
        add("PATCH", "/reports", this::changeReports);
        add("DELETE", "/reports", hit -> {
            sandbox.voisnap().reports().forgetAll();
            return Responses.done();
        });
        add("POST", "/links/expire", hit -> {
            sandbox.storage().expireLinks();
            return Responses.done();
        });
    }

    /** Reads all of the body before anything of it is done: of a body that is refused nothing is. */
    private Reply changeReports(Hit hit) {
        Fields fields = Fields.of(hit.request().body());
        var reports = sandbox.voisnap().reports();
        List<Runnable> changes = new ArrayList<>();
        if (fields.has("readyAfterSeconds")) {
            Duration wait = fields.wait("readyAfterSeconds");
            changes.add(() -> reports.readyAfter(wait));
        }
        if (fields.has("readyAfterLooks")) {
            int looks = fields.count("readyAfterLooks");
            changes.add(() -> reports.readyAfterLooks(looks));
        }
        if (fields.has("notReady")) {
            NotReady answer = notReady(fields);
            changes.add(() -> reports.notReady(answer));
        }
        if (fields.has("estimatedSeconds")) {
            int seconds = fields.count("estimatedSeconds");
            changes.add(() -> reports.estimatedSeconds(seconds));
        }
        if (fields.has("exportsPerHour")) {
            int exports = fields.count("exportsPerHour");
            changes.add(() -> reports.exportsPerHour(exports));
        }
        if (fields.has("direct")) {
            boolean direct = fields.flag("direct");
            changes.add(() -> reports.direct(direct));
        }
        fields.nothingElse();
        changes.forEach(Runnable::run);
        return Responses.done();
    }

    private static NotReady notReady(Fields fields) {
        String name = fields.text("notReady");
        return Stream.of(NotReady.values())
                .filter(answer -> answer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> fields.wrong(
                        "notReady",
                        "must be one of "
                                + Stream.of(NotReady.values())
                                        .map(NotReady::name)
                                        .collect(Collectors.joining(", "))
                                + ", was " + name));
    }

    private VendorSandbox vendor(String name) {
        return Responses.vendors(sandbox)
                .filter(api -> api.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new Refusal(404, "There are synthflow, synaptiq, voisnap and callops, no " + name + "."));
    }

    private void get(String path, Function<Hit, Reply> answer) {
        get(path, Set.of(), answer);
    }

    private void get(String path, Set<String> params, Function<Hit, Reply> answer) {
        routes.get(path, params, answer);
    }

    private void add(String method, String path, Function<Hit, Reply> answer) {
        add(method, path, Set.of(), answer);
    }

    private void add(String method, String path, Set<String> params, Function<Hit, Reply> answer) {
        routes.add(method, path, params, answer);
    }

    private static String resource(String name) {
        try (InputStream in = Admin.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
