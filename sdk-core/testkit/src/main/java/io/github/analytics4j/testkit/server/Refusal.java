package io.github.analytics4j.testkit.server;

import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.json.JsonTree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request the vendor refuses. Each vendor has its own body for it. */
@SuppressWarnings("serial") // lives as long as its request
public final class Refusal extends RuntimeException {
    private final int status;
    private final String parameter;
    private final String type;
    private final Map<String, @Nullable Object> details;

    /** A refusal of the request as a whole. */
    public Refusal(int status, String message) {
        this(status, message, "");
    }

    /** A refusal for the sake of one parameter. */
    public Refusal(int status, String message, String parameter) {
        this(status, message, parameter, "value_error", Map.of());
    }

    /**
     * A refusal for the sake of one parameter, as a framework words it.
     *
     * @param type the framework's name for the mistake
     * @param details what it adds: the input and the limits
     */
    public Refusal(
            int status,
            String message,
            String parameter,
            String type,
            Map<String, ? extends @Nullable Object> details) {
        super(message, null, false, false);
        this.status = status;
        this.parameter = parameter;
        this.type = type;
        this.details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** The body of a framework that validates parameters: a list of mistakes. */
    public JsonOut validationError() {
        JsonOut out = JsonOut.local().beginObject().name("detail").beginArray().beginObject();
        out.field("type", type)
                .name("loc")
                .beginArray()
                .value("query")
                .value(parameter)
                .endArray();
        out.field("msg", text());
        details.forEach((name, value) ->
                out.name(name).separate().raw(JsonTree.write(value)).done());
        return out.endObject().endArray().endObject();
    }

    public int status() {
        return status;
    }

    public String parameter() {
        return parameter;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
