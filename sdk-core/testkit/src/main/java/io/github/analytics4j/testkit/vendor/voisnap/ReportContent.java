package io.github.analytics4j.testkit.vendor.voisnap;

import io.github.analytics4j.testkit.StorageFile;
import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.server.Env;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a report contains when a test has not said: a small table, or a page of paper. */
public final class ReportContent {
    private static final int ROWS = 250;
    private static final List<String> FIELDS =
            List.of("conversationId", "channel", "duration", "outcome", "cost", "sentiment");

    private ReportContent() {}

    static StorageFile csv(Env env, Map<?, ?> order) {
        List<?> fields = order.get("includeFields") instanceof List<?> some && !some.isEmpty() ? some : FIELDS;
        StringBuilder csv = new StringBuilder();
        line(csv, fields);
        Conversation row = new Conversation();
        for (int i = 0; i < ROWS; i++) {
            row.read(Noise.mix(env.seed("report rows"), i));
            long number = i;
            line(
                    csv,
                    fields.stream()
                            .map(field -> value(String.valueOf(field), row, number))
                            .toList());
        }
        return StorageFile.of("text/csv", csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    static StorageFile pdf(String id) {
        String page = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n% " + id + "\ntrailer<</Root 1 0 R>>\n%%EOF\n";
        return StorageFile.of("application/pdf", page.getBytes(StandardCharsets.US_ASCII));
    }

    private static String value(String field, Conversation row, long number) {
        return switch (field) {
            case "conversationId" -> String.format("conv_%08d", number);
            case "channel" -> Conversation.CHANNELS[row.channel];
            case "duration" -> Integer.toString(row.seconds);
            case "outcome" -> Conversation.OUTCOMES[row.outcome];
            case "cost" -> String.format("%d.%02d", row.cents() / 100, row.cents() % 100);
            case "sentiment" -> String.format("0.%02d", row.sentiment);
            default -> "";
        };
    }

    private static void line(StringBuilder csv, List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            csv.append(i == 0 ? "" : ",").append(values.get(i));
        }
        csv.append("\r\n");
    }
}
