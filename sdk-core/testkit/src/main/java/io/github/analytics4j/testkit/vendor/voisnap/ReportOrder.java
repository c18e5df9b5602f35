package io.github.analytics4j.testkit.vendor.voisnap;

import io.github.analytics4j.testkit.json.JsonTree;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Times;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order of a report: a type over some days, of some agents or all, with some fields or all. */
record ReportOrder(String type, LocalDate from, LocalDate to, List<String> agents, String format, List<String> fields) {
    private static final List<String> TYPES = List.of("conversation_summary");
    private static final List<String> FORMATS = List.of("csv", "pdf");

    /** Reads the body of a request, and refuses what the vendor would refuse. */
    static ReportOrder read(String body, LocalDate today) {
        Map<?, ?> order = object(body);
        String type = text(order, "type", null);
        oneOf("type", type, TYPES);
        String format = text(order, "format", "csv");
        oneOf("format", format, FORMATS);
        LocalDate to = date(order, "dateTo", today);
        LocalDate from = date(order, "dateFrom", to.minusDays(29));
        if (from.isAfter(to)) {
            throw new Refusal(400, "dateFrom must not be after dateTo.", "dateFrom");
        }
        List<String> fields = texts(order, "includeFields");
        fields.forEach(field -> oneOf("includeFields", field, ReportContent.FIELDS));
        return new ReportOrder(
                type, from, to, texts(order, "agentIds"), format, fields.isEmpty() ? ReportContent.USUAL : fields);
    }

    boolean holds(Conversation row) {
        return agents.isEmpty() || agents.contains(Conversation.AGENTS[row.agent]);
    }

    private static Map<?, ?> object(String body) {
        try {
            if (JsonTree.read(body) instanceof Map<?, ?> order) {
                return order;
            }
        } catch (IllegalArgumentException notJson) {
            // refused below, as anything else that is no object
        }
        throw new Refusal(400, "The body must be a JSON object.");
    }

    private static String text(Map<?, ?> order, String name, @Nullable String otherwise) {
        Object value = order.get(name) == null ? otherwise : order.get(name);
        if (value instanceof String text) {
            return text;
        }
        throw new Refusal(400, value == null ? "Field required" : "Must be text", name);
    }

    private static void oneOf(String name, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw new Refusal(400, "Must be one of " + String.join(", ", allowed), name);
        }
    }

    private static LocalDate date(Map<?, ?> order, String name, LocalDate otherwise) {
        if (order.get(name) == null) {
            return otherwise;
        }
        try {
            String text = text(order, name, null);
            return text.length() == 10 ? LocalDate.parse(text) : Times.date(text);
        } catch (DateTimeException impossible) {
            throw new Refusal(400, "Must be an ISO 8601 date", name);
        }
    }

    private static List<String> texts(Map<?, ?> order, String name) {
        Object value = order.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw new Refusal(400, "Must be a list of texts", name);
    }
}
