package io.github.analytics4j.testkit.control;

import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.FaultRule;
import io.github.analytics4j.testkit.FaultScript;
import io.github.analytics4j.testkit.OriginSandbox;
import io.github.analytics4j.testkit.ReportControls.NotReady;
import io.github.analytics4j.testkit.RowLog;
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
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The operations of the admin API: each does what a method of {@link Sandbox} does, which is where its meaning is told. */
public final class Admin {
    /** A rule that was sent here, as it was sent. */
    private record Sent(FaultRule rule, Map<?, ?> json) {}

    private final Sandbox sandbox;
    private final Function<SandboxRequest, String> maskedTarget;
    private final Function<SandboxRequest, List<String>> maskedHeaders;
    private final Routes routes = new Routes();
    private final Map<Long, Sent> rules = new ConcurrentSkipListMap<>();
    private final AtomicLong ids = new AtomicLong();

    public Admin(
            Sandbox sandbox,
            Function<SandboxRequest, String> maskedTarget,
            Function<SandboxRequest, List<String>> maskedHeaders) {
        this.sandbox = sandbox;
        this.maskedTarget = maskedTarget;
        this.maskedHeaders = maskedHeaders;
        about();
        faults();
        time();
        rows();
        vendors();
        requests();
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
            return routes.answer(asked, new Params(asked, 400), true);
        } catch (Refusal refusal) {
            String parameter = refusal.parameter().isEmpty() ? "" : refusal.parameter() + ": ";
            return error(refusal.status(), parameter + refusal.text());
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            return error(400, String.valueOf(e.getMessage()));
        }
    }

    public Reply error(int status) {
        return error(status, "the admin API refused the request");
    }

    private static Reply error(int status, String message) {
        return json(status, Map.of("error", message));
    }

    private static Reply json(int status, Object value) {
        return Reply.of(status, "application/json", JsonTree.write(value));
    }

    private static Reply done() {
        return Reply.empty(204);
    }

    private void about() {
        get("/health", hit -> json(200, Map.of("status", "ok")));
        get("/openapi.json", hit -> Reply.of(200, "application/json", resource("openapi.json")));
        get("/sandbox", hit -> json(200, described()));
        add("POST", "/reset", hit -> {
            rules.clear();
            sandbox.reset();
            return done();
        });
    }

    private Map<String, Object> described() {
        Map<String, Object> apis = new LinkedHashMap<>();
        vendorApis()
                .forEach(api ->
                        apis.put(api.name(), ordered("baseUrl", api.baseUrl().toString(), "apiKey", api.apiKey())));
        return ordered(
                "seed", sandbox.seed(),
                "now", sandbox.clock().instant().toString(),
                "modelIds", sandbox.synthflow().modelIds(),
                "storage", sandbox.storage().origin().toString(),
                "apis", apis);
    }

    private void faults() {
        get(
                "/faults",
                hit -> json(
                        200,
                        rules.entrySet().stream()
                                .map(entry -> described(entry.getKey(), entry.getValue()))
                                .toList()));
        add("POST", "/faults", this::addFault);
        add("DELETE", "/faults", hit -> {
            rules.clear();
            sandbox.faults().clear();
            origins().forEach(origin -> origin.faults().clear());
            return done();
        });
        get("/faults/*", hit -> {
            long id = id(hit);
            return json(200, described(id, sent(id)));
        });
        add("DELETE", "/faults/*", hit -> {
            long id = id(hit);
            sent(id).rule().remove();
            rules.remove(id);
            return done();
        });
        add("POST", "/outage", hit -> {
            Fields fields = Fields.of(hit.request().body());
            FaultScript script = script(fields);
            Duration length = fields.seconds("seconds");
            Fault[] shown = fields.has("faults")
                    ? FaultJson.readAll(fields.list("faults"))
                    : new Fault[] {Fault.vendorError(503)};
            fields.nothingElse();
            return created(script.outage(length, shown), hit.request().body());
        });
    }

    private Reply addFault(Hit hit) {
        Fields fields = Fields.of(hit.request().body());
        FaultScript script = script(fields);
        FaultRule rule = fields.has("path") ? script.on(fields.text("path")) : script.onAny();
        if (fields.has("method")) {
            rule.method(fields.text("method"));
        }
        if (fields.has("skip")) {
            rule.skip(fields.number("skip"));
        }
        if (fields.has("times")) {
            rule.times(fields.number("times"));
        }
        if (fields.has("every")) {
            rule.every(fields.number("every"));
        }
        if (fields.has("chance")) {
            rule.chance(fields.decimal("chance"));
        }
        if (fields.has("lastingSeconds")) {
            rule.lasting(fields.seconds("lastingSeconds"));
        }
        Fault[] shown = FaultJson.readAll(fields.list("faults"));
        fields.nothingElse();
        return created(rule.show(shown), hit.request().body());
    }

    private FaultScript script(Fields fields) {
        return fields.has("api") ? origin(fields.text("api")).faults() : sandbox.faults();
    }

    private Reply created(FaultRule rule, String body) {
        long id = ids.incrementAndGet();
        Sent sent = new Sent(rule, (Map<?, ?>) java.util.Objects.requireNonNull(JsonTree.read(body)));
        rules.put(id, sent);
        return json(201, described(id, sent)).header("Location", "/faults/" + id);
    }

    private static Map<String, Object> described(long id, Sent sent) {
        Map<String, Object> rule = ordered("id", id);
        sent.json().forEach((name, value) -> rule.put(String.valueOf(name), value));
        rule.put("matched", sent.rule().seen());
        rule.put("shown", sent.rule().shown());
        return rule;
    }

    private static long id(Hit hit) {
        return hit.star().matches("\\d{1,18}") ? Long.parseLong(hit.star()) : -1;
    }

    private Sent sent(long id) {
        Sent sent = rules.get(id);
        if (sent == null) {
            throw new Refusal(404, "There is no such rule.");
        }
        return sent;
    }

    private void time() {
        get("/clock", hit -> now());
        add("PUT", "/clock", hit -> {
            Fields fields = Fields.of(hit.request().body());
            Instant time = time(fields, "now");
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
            return done();
        });
    }

    private Reply now() {
        return json(200, Map.of("now", sandbox.clock().instant().toString()));
    }

    private static Instant time(Fields fields, String name) {
        try {
            return Instant.parse(fields.text(name));
        } catch (DateTimeParseException e) {
            throw fields.wrong(name, "must be a time such as 2026-03-01T00:00:00Z");
        }
    }

    private void rows() {
        get("/rows/*", Set.of("offset", "limit"), this::listRows);
        add("POST", "/rows/*", hit -> {
            RowLog log = log(hit.star());
            Fields fields = Fields.of(hit.request().body());
            int count = fields.has("count") ? fields.count("count") : 1;
            if (fields.has("time")) {
                Instant time = time(fields, "time");
                fields.nothingElse();
                log.insertAt(time, count);
            } else {
                long position = fields.has("position") ? fields.number("position") : 0;
                fields.nothingElse();
                log.insert(position, count);
            }
            return size(201, log);
        });
        add("DELETE", "/rows/*", Set.of("position", "count"), hit -> {
            RowLog log = log(hit.star());
            log.delete(hit.params().number("position", 0), (int) hit.params().number("count", 1, 0, Integer.MAX_VALUE));
            return size(200, log);
        });
    }

    private Reply listRows(Hit hit) {
        RowLog log = log(hit.star());
        long offset = hit.params().number("offset", 0, 0, Long.MAX_VALUE);
        long limit = hit.params().number("limit", 20, 1, 10_000);
        List<String> ids = log.ids().skip(offset).limit(limit).toList();
        return json(200, ordered("size", log.size(), "ids", ids));
    }

    private static Reply size(int status, RowLog log) {
        return json(status, Map.of("size", log.size()));
    }

    private RowLog log(String name) {
        return switch (name) {
            case "synthflow-calls" -> sandbox.synthflow().calls();
            case "synaptiq-activity" -> sandbox.synaptiq().activity();
            case "callops-stt-events" -> sandbox.callops().sttEvents();
            default ->
                throw new Refusal(
                        404, "There are synthflow-calls, synaptiq-activity and callops-stt-events, no " + name + ".");
        };
    }

    private void vendors() {
        add("PUT", "/keys/*", hit -> {
            Fields fields = Fields.of(hit.request().body());
            String key = fields.text("apiKey");
            fields.nothingElse();
            vendor(hit.star()).rotateKey(key);
            return done();
        });
        add("PUT", "/limits/*", hit -> {
            Fields fields = Fields.of(hit.request().body());
            int requests = fields.count("requests");
            Duration window = fields.seconds("windowSeconds");
            fields.nothingElse();
            vendor(hit.star()).rateLimit(requests, window);
            return done();
        });
        add("DELETE", "/limits/*", hit -> {
            vendor(hit.star()).noRateLimit();
            return done();
        });
        get(
                "/reports",
                hit -> json(
                        200,
                        sandbox.voisnap().reports().created().stream()
                                .map(report -> ordered(
                                        "reportId", report.reportId(),
                                        "createdAt", report.createdAt().toString(),
                                        "request", JsonTree.read(report.requestBody()),
                                        "bytes", report.file().size()))
                                .toList()));
        add("PATCH", "/reports", this::changeReports);
        add("DELETE", "/reports", hit -> {
            sandbox.voisnap().reports().forgetAll();
            return done();
        });
        add("POST", "/links/expire", hit -> {
            sandbox.storage().expireLinks();
            return done();
        });
    }

    private Reply changeReports(Hit hit) {
        Fields fields = Fields.of(hit.request().body());
        var reports = sandbox.voisnap().reports();
        if (fields.has("readyAfterSeconds")) {
            reports.readyAfter(fields.seconds("readyAfterSeconds"));
        }
        if (fields.has("readyAfterLooks")) {
            reports.readyAfterLooks(fields.count("readyAfterLooks"));
        }
        if (fields.has("notReady")) {
            reports.notReady(NotReady.valueOf(fields.text("notReady")));
        }
        if (fields.has("estimatedSeconds")) {
            reports.estimatedSeconds(fields.count("estimatedSeconds"));
        }
        if (fields.has("exportsPerHour")) {
            reports.exportsPerHour(fields.count("exportsPerHour"));
        }
        if (fields.has("direct")) {
            reports.direct(fields.flag("direct"));
        }
        fields.nothingElse();
        return done();
    }

    private void requests() {
        get("/requests", Set.of("api", "method", "path", "limit", "await", "timeoutSeconds"), this::listRequests);
        add("DELETE", "/requests", hit -> {
            sandbox.requests().clear();
            origins().forEach(origin -> origin.requests().clear());
            return done();
        });
    }

    private Reply listRequests(Hit hit) {
        Params params = hit.params();
        String api = params.text("api");
        var log = api == null ? sandbox.requests() : origin(api).requests();
        long limit = params.number("limit", 100, 1, 10_000);
        long wait = params.number("timeoutSeconds", 10, 0, 60);
        long awaited = params.number("await", 0, 0, Long.MAX_VALUE);
        try {
            log.await(awaited, Duration.ofSeconds(wait));
        } catch (AssertionError tooFew) {
            return error(408, String.valueOf(tooFew.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return error(503, "the sandbox is closing");
        }
        String method = params.text("method");
        String path = params.text("path");
        List<SandboxRequest> found = log.find(request ->
                (method == null || method.equals(request.method())) && (path == null || path.equals(request.path())));
        return json(
                200,
                ordered(
                        "count", log.count(),
                        "requests",
                                found.stream()
                                        .skip(Math.max(0, found.size() - limit))
                                        .map(this::described)
                                        .toList()));
    }

    private Map<String, Object> described(SandboxRequest request) {
        return ordered(
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
        for (VendorSandbox api : vendorApis().toList()) {
            masked = masked.replace(api.apiKey(), "***");
        }
        return masked;
    }

    private Stream<VendorSandbox> vendorApis() {
        return Stream.of(sandbox.synthflow(), sandbox.synaptiq(), sandbox.voisnap(), sandbox.callops());
    }

    private Stream<OriginSandbox> origins() {
        return Stream.concat(vendorApis(), Stream.of(sandbox.storage()));
    }

    private VendorSandbox vendor(String name) {
        return vendorApis()
                .filter(api -> api.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new Refusal(404, "There are synthflow, synaptiq, voisnap and callops, no " + name + "."));
    }

    private OriginSandbox origin(String name) {
        return origins()
                .filter(origin -> origin.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "api: must be synthflow, synaptiq, voisnap, callops or storage, was " + name));
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
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A map in the order of its names and values. */
    private static Map<String, Object> ordered(@Nullable Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), java.util.Objects.requireNonNull(namesAndValues[i + 1]));
        }
        return map;
    }
}
