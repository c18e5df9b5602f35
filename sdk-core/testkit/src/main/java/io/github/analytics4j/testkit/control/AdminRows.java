package io.github.analytics4j.testkit.control;

import io.github.analytics4j.testkit.CallLog;
import io.github.analytics4j.testkit.RowLog;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SandboxCall;
import io.github.analytics4j.testkit.SynthflowAgent;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Reply;
import io.github.analytics4j.testkit.server.Routes;
import io.github.analytics4j.testkit.server.Routes.Hit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows of the logs, and calls one by one, of any agent. */
final class AdminRows {
    private static final String CALLS = "synthflow-calls";
    private static final String AGENT = "modelId";

    private final Sandbox sandbox;

    AdminRows(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    void addTo(Routes routes) {
        calls(routes);
        routes.get("/rows/*", Set.of("offset", "limit", AGENT), this::listRows);
        routes.add("POST", "/rows/*", Set.of(AGENT), hit -> {
            RowLog log = log(hit);
            Fields fields = Fields.of(hit.request().body());
            fields.oneOf("position", "time");
            int count = fields.has("count") ? fields.count("count") : 1;
            if (fields.has("time")) {
                Instant time = Responses.rowTime(fields, "time");
                fields.nothingElse();
                log.insertAt(time, count);
            } else {
                long position = fields.has("position") ? fields.number("position") : 0;
                fields.nothingElse();
                log.insert(position, count);
            }
            return size(201, log);
        });
        routes.add("DELETE", "/rows/*", Set.of("position", "count", AGENT), hit -> {
            RowLog log = log(hit);
            log.delete(hit.params().number("position", 0), (int) hit.params().number("count", 1, 0, Integer.MAX_VALUE));
            return size(200, log);
        });
        routes.add("PUT", "/rows/*/retention", Set.of(AGENT), hit -> {
            RowLog log = log(hit);
            Fields fields = Fields.of(hit.request().body());
            Duration age = fields.wait("seconds");
            fields.nothingElse();
            log.retention(age);
            return size(200, log);
        });
        routes.add("DELETE", "/rows/*/retention", Set.of(AGENT), hit -> {
            RowLog log = log(hit);
            log.noRetention();
            return size(200, log);
        });
    }

    private Reply listRows(Hit hit) {
        RowLog log = log(hit);
        long offset = hit.params().number("offset", 0, 0, Long.MAX_VALUE);
        long limit = hit.params().number("limit", 20, 1, 10_000);
        List<String> ids = log.ids().skip(offset).limit(limit).toList();
        return Responses.json(200, Responses.ordered("size", log.size(), "ids", ids));
    }

    private static Reply size(int status, RowLog log) {
        return Responses.json(status, Map.of("size", log.size()));
    }

    private RowLog log(Hit hit) {
        String name = hit.star();
        RowLog log = switch (name) {
            case CALLS -> callsOf(hit);
            case "synaptiq-activity" -> sandbox.synaptiq().activity();
            case "voisnap-conversations" -> sandbox.voisnap().conversations();
            case "callops-stt-events" -> sandbox.callops().sttEvents();
            default ->
                throw new Refusal(
                        404,
                        "There are synthflow-calls, synaptiq-activity, voisnap-conversations and callops-stt-events, no "
                                + name + ".");
        };
        if (!name.equals(CALLS) && hit.params().text(AGENT) != null) {
            throw new Refusal(400, "only synthflow-calls are an agent's", AGENT);
        }
        return log;
    }

    /** The calls of the agent that the request names, or of the main one. */
    private CallLog callsOf(Hit hit) {
        String modelId = hit.params().text(AGENT);
        return modelId == null
                ? sandbox.synthflow().calls()
                : AdminAgents.agent(sandbox, modelId).calls();
    }

    /** The log that has a call of this id. */
    private CallLog callsWith(String id) {
        return sandbox.synthflow().accounts().stream()
                .flatMap(account -> account.agents().stream())
                .map(SynthflowAgent::calls)
                .filter(calls -> calls.contains(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "There is no such call."));
    }

    private void calls(Routes routes) {
        routes.add("POST", "/calls", Set.of(AGENT), hit -> {
            CallLog calls = callsOf(hit);
            Fields fields = Fields.of(hit.request().body());
            return Responses.json(201, Map.of("id", calls.add(call -> tell(call, fields))));
        });
        routes.add("PATCH", "/calls/*", Set.of(), hit -> {
            Fields fields = Fields.of(hit.request().body());
            callsWith(hit.star()).change(hit.star(), call -> tell(call, fields));
            return Responses.done();
        });
        routes.add("DELETE", "/calls/*", Set.of(), hit -> {
            callsWith(hit.star()).delete(hit.star());
            return Responses.done();
        });
    }

    private static void tell(SandboxCall call, Fields fields) {
        for (String other : List.of("startedAt", "durationSeconds", "endsAt", "inProgress")) {
            fields.oneOf("withoutStart", other);
        }
        fields.oneOf("inProgress", "durationSeconds");
        fields.oneOf("inProgress", "endsAt");
        fields.oneOf("durationSeconds", "endsAt");
        if (fields.has("startedAt")) {
            call.startedAt(Responses.rowTime(fields, "startedAt"));
        }
        if (fields.has("withoutStart") && fields.flag("withoutStart")) {
            call.withoutStart();
        }
        if (fields.has("durationSeconds")) {
            call.duration(fields.wait("durationSeconds"));
        }
        if (fields.has("endsAt")) {
            call.endsAt(Responses.rowTime(fields, "endsAt"));
        }
        if (fields.has("inProgress") && fields.flag("inProgress")) {
            call.inProgress();
        }
        words(call, fields);
        fields.nothingElse();
    }

    private static void words(SandboxCall call, Fields fields) {
        if (fields.has("status")) {
            call.status(fields.text("status"));
        }
        if (fields.has("endCallReason")) {
            call.endCallReason(fields.text("endCallReason"));
        }
        if (fields.has("typeOfCall")) {
            call.typeOfCall(fields.text("typeOfCall"));
        }
        if (fields.has("leadPhoneNumber")) {
            call.leadPhoneNumber(fields.text("leadPhoneNumber"));
        }
        if (fields.has("fields")) {
            if (!(fields.value("fields") instanceof Map<?, ?> more)) {
                throw fields.wrong("fields", "must be an object");
            }
            more.forEach((name, value) -> call.field(String.valueOf(name), value));
        }
    }
}
