package io.github.analytics4j.testkit.control;

import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.FaultRule;
import io.github.analytics4j.testkit.FaultScript;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.json.JsonTree;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Reply;
import io.github.analytics4j.testkit.server.Routes;
import io.github.analytics4j.testkit.server.Routes.Hit;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Rules: which requests go wrong, and how. */
final class AdminFaults {
    /** A rule that was sent here, as it was sent. */
    private record Sent(FaultRule rule, Map<?, ?> json) {}

    private final Sandbox sandbox;
    private final Map<Long, Sent> rules = new ConcurrentSkipListMap<>();
    private final AtomicLong ids = new AtomicLong();

    AdminFaults(Sandbox sandbox, Routes routes) {
        this.sandbox = sandbox;
        addTo(routes);
    }

    void forget() {
        rules.clear();
    }

    private void addTo(Routes routes) {
        routes.get(
                "/faults",
                Set.of(),
                hit -> Responses.json(
                        200,
                        rules.entrySet().stream()
                                .map(entry -> described(entry.getKey(), entry.getValue()))
                                .toList()));
        routes.add("POST", "/faults", Set.of(), this::addFault);
        routes.add("DELETE", "/faults", Set.of(), hit -> {
            rules.clear();
            sandbox.faults().clear();
            Responses.origins(sandbox).forEach(origin -> origin.faults().clear());
            return Responses.done();
        });
        routes.get("/faults/*", Set.of(), hit -> {
            long id = id(hit);
            return Responses.json(200, described(id, sent(id)));
        });
        routes.add("DELETE", "/faults/*", Set.of(), hit -> {
            long id = id(hit);
            sent(id).rule().remove();
            rules.remove(id);
            return Responses.done();
        });
        routes.add("POST", "/outage", Set.of(), hit -> {
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
        return fields.has("api") ? Responses.origin(sandbox, fields.text("api")).faults() : sandbox.faults();
    }

    private Reply created(FaultRule rule, String body) {
        long id = ids.incrementAndGet();
        Sent sent = new Sent(rule, (Map<?, ?>) Objects.requireNonNull(JsonTree.read(body)));
        rules.put(id, sent);
        return Responses.json(201, described(id, sent)).header("Location", "/faults/" + id);
    }

    private static Map<String, Object> described(long id, Sent sent) {
        Map<String, Object> rule = Responses.ordered("id", id);
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
}
