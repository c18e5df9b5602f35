package io.github.analytics4j.testkit.control;

import io.github.analytics4j.testkit.Fault;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Faults as JSON: {@code {"fault": "status", "status": 503}}. */
final class FaultJson {
    private FaultJson() {}

    static Fault[] readAll(List<?> list) {
        List<Fault> faults = new ArrayList<>();
        for (Object each : list) {
            faults.add(read(each));
        }
        return faults.toArray(new Fault[0]);
    }

    static Fault read(@Nullable Object json) {
        Fields fields = new Fields("fault", json);
        Fault fault = kind(fields);
        if (fields.has("body")) {
            fault = fault.body(fields.text("contentType", "text/plain"), fields.text("body"));
        }
        if (fields.has("headers")) {
            if (!(fields.value("headers") instanceof Map<?, ?> headers)) {
                throw fields.wrong("headers", "must be an object of names and values");
            }
            for (Map.Entry<?, ?> header : headers.entrySet()) {
                if (!(header.getValue() instanceof String || header.getValue() instanceof Number)) {
                    throw fields.wrong("headers", "must be an object of names and values, which are texts");
                }
                fault = fault.header(String.valueOf(header.getKey()), String.valueOf(header.getValue()));
            }
        }
        if (fields.has("afterMillis")) {
            fault = fault.after(fields.millis("afterMillis"));
        }
        if (fields.has("then")) {
            fault = fault.then(read(fields.value("then")));
        }
        fields.nothingElse();
        return fault;
    }

    private static Fault kind(Fields fields) {
        String kind = fields.text("fault");
        return switch (kind) {
            case "status" -> Fault.status(fields.count("status"));
            case "vendorError" -> Fault.vendorError(fields.count("status"));
            case "html" -> Fault.html(fields.count("status"));
            case "emptyBody" -> Fault.emptyBody(fields.count("status"));
            case "redirect" -> Fault.redirect(fields.count("status"), location(fields));
            case "editJson" -> edit(fields);
            case "removeJson" -> Fault.removeJson(fields.text("path"));
            case "malformedJson" -> Fault.malformedJson();
            case "halfJson" -> Fault.halfJson();
            case "deepJson" -> Fault.deepJson(fields.count("depth"));
            case "hugeString" -> Fault.hugeString(fields.number("characters"));
            case "manyHeaders" -> Fault.manyHeaders(fields.count("count"));
            case "gzipBomb" -> Fault.gzipBomb(fields.number("bytes"));
            default -> ofConnection(kind, fields);
        };
    }

    private static URI location(Fields fields) {
        try {
            return new URI(fields.text("location"));
        } catch (URISyntaxException e) {
            throw fields.wrong("location", "must be a URL");
        }
    }

    private static Fault edit(Fields fields) {
        if (!fields.names("value")) {
            throw fields.wrong("value", "is missing; null is a value too");
        }
        return Fault.editJson(fields.text("path"), fields.value("value"));
    }

    private static Fault ofConnection(String kind, Fields fields) {
        return switch (kind) {
            case "delay" -> Fault.delay(fields.millis("millis"));
            case "slowBody" -> Fault.slowBody(fields.count("bytes"), fields.millis("pauseMillis"));
            case "resetBeforeHeaders" -> Fault.resetBeforeHeaders();
            case "closeBeforeHeaders" -> Fault.closeBeforeHeaders();
            case "loseResponse" -> Fault.loseResponse();
            case "resetInBody" -> Fault.resetInBody(fields.number("bytes"));
            case "truncatedBody" -> Fault.truncatedBody(fields.number("bytes"));
            case "stall" -> Fault.stall();
            case "stallInBody" -> Fault.stallInBody(fields.number("bytes"));
            case "wrongLength" -> Fault.wrongLength(fields.number("difference"));
            case "endlessBody" -> Fault.endlessBody();
            default ->
                throw new IllegalArgumentException(
                        "fault: there is no fault called " + kind + "; /openapi.json lists them all");
        };
    }
}
