package io.github.analytics4j.testkit.control;

import io.github.analytics4j.testkit.RowLog;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SandboxCall;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Reply;
import io.github.analytics4j.testkit.server.Routes;
import io.github.analytics4j.testkit.server.Routes.Hit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Rows of the logs, and calls one by one. */
final class AdminRows {
    private final Sandbox sandbox;

    AdminRows(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    void addTo(Routes routes) {
        calls(routes);
        routes.get("/rows/*", Set.of("offset", "limit"), this::listRows);
        routes.add("POST", "/rows/*", Set.of(), hit -> {
            RowLog log = log(hit.star());
            Fields fields = Fields.of(hit.request().body());
            fields.oneOf("position", "time");
            int count = fields.has("count") ? fields.count("count") : 1;
            if (fields.has("time")) {
                Instant time = Answers.rowTime(fields, "time");
                fields.nothingElse();
                log.insertAt(time, count);
            } else {
                long position = fields.has("position") ? fields.number("position") : 0;
                fields.nothingElse();
                log.insert(position, count);
            }
            return size(201, log);
        });
        routes.add("DELETE", "/rows/*", Set.of("position", "count"), hit -> {
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
        return Answers.json(200, Answers.ordered("size", log.size(), "ids", ids));
    }

    private static Reply size(int status, RowLog log) {
        return Answers.json(status, Map.of("size", log.size()));
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

    private void calls(Routes routes) {
        routes.add("POST", "/calls", Set.of(), hit -> {
            Fields fields = Fields.of(hit.request().body());
            return Answers.json(201, Map.of("id", sandbox.synthflow().calls().add(call -> tell(call, fields))));
        });
        routes.add("PATCH", "/calls/*", Set.of(), hit -> {
            Fields fields = Fields.of(hit.request().body());
            AtomicBoolean found = new AtomicBoolean();
            try {
                sandbox.synthflow().calls().change(hit.star(), call -> {
                    found.set(true);
                    tell(call, fields);
                });
            } catch (IllegalArgumentException wrong) {
                throw found.get() ? wrong : noSuchCall();
            }
            return Answers.done();
        });
        routes.add("DELETE", "/calls/*", Set.of(), hit -> {
            try {
                sandbox.synthflow().calls().delete(hit.star());
            } catch (IllegalArgumentException unknown) {
                throw noSuchCall();
            }
            return Answers.done();
        });
    }

    private static Refusal noSuchCall() {
        return new Refusal(404, "There is no such call.");
    }

    private static void tell(SandboxCall call, Fields fields) {
        for (String other : List.of("startedAt", "durationSeconds", "endsAt", "inProgress")) {
            fields.oneOf("withoutStart", other);
        }
        fields.oneOf("inProgress", "durationSeconds");
        fields.oneOf("inProgress", "endsAt");
        fields.oneOf("durationSeconds", "endsAt");
        if (fields.has("startedAt")) {
            call.startedAt(Answers.rowTime(fields, "startedAt"));
        }
        if (fields.has("withoutStart") && fields.flag("withoutStart")) {
            call.withoutStart();
        }
        if (fields.has("durationSeconds")) {
            call.duration(fields.wait("durationSeconds"));
        }
        if (fields.has("endsAt")) {
            call.endsAt(Answers.rowTime(fields, "endsAt"));
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
