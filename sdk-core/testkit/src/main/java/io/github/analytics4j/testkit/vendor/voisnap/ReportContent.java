package io.github.analytics4j.testkit.vendor.voisnap;

import io.github.analytics4j.testkit.StorageFile;
import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.json.LocalTimes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Makes the content of a report that a test has not set: the conversations that were ordered. */
final class ReportContent {
    static final List<String> USUAL = List.of("conversationId", "channel", "duration", "outcome", "cost", "sentiment");
    static final List<String> FIELDS = List.of(
            "conversationId",
            "channel",
            "duration",
            "outcome",
            "cost",
            "sentiment",
            "agentId",
            "agentName",
            "status",
            "intent",
            "startedAt");

    private ReportContent() {}

    static StorageFile file(ConversationLog log, ReportOrder order, String id) {
        return order.format().equals("pdf") ? pdf(log, order, id) : csv(log, order);
    }

    /** A line for each conversation, the oldest first. */
    private static StorageFile csv(ConversationLog log, ReportOrder order) {
        List<String> lines = new ArrayList<>();
        log.forEach(order.from(), order.to(), order::holds, row -> lines.add(line(order.fields(), row)));
        lines.add(String.join(",", order.fields()) + "\r\n");
        Collections.reverse(lines);
        return StorageFile.of("text/csv", String.join("", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static String line(List<String> fields, Conversation row) {
        return String.join(",", fields.stream().map(field -> value(field, row)).toList()) + "\r\n";
    }

    private static String value(String field, Conversation row) {
        return switch (field) {
            case "conversationId" -> row.id();
            case "channel" -> Conversation.CHANNELS[row.channel];
            case "duration" -> Integer.toString(row.seconds);
            case "outcome" -> Conversation.OUTCOMES[row.outcome];
            case "cost" -> String.format(Locale.ROOT, "%d.%02d", row.cents() / 100, row.cents() % 100);
            case "sentiment" -> String.format(Locale.ROOT, "0.%02d", row.sentiment);
            case "agentId" -> Conversation.AGENTS[row.agent];
            case "agentName" -> Conversation.AGENT_NAMES[row.agent];
            case "status" -> Conversation.STATUSES[row.status];
            case "intent" -> Conversation.INTENTS[row.intent];
            default -> time(row.time);
        };
    }

    private static String time(long millis) {
        JsonOut out = JsonOut.local();
        LocalTimes.write(out, millis);
        return out + "Z";
    }

    /** One page that says what was ordered and how much of it there is. */
    private static StorageFile pdf(ConversationLog log, ReportOrder order, String id) {
        VoisnapTally tally = new VoisnapTally();
        log.forEach(order.from(), order.to(), order::holds, tally::add);
        String text = "BT /F1 12 Tf 14 TL 50 780 Td (" + order.type() + " " + id + ") Tj T* (" + order.from() + " to "
                + order.to() + ") Tj T* (" + tally.conversations + " conversations, " + tally.seconds
                + " seconds) Tj ET";
        List<String> objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
                "<</Length " + text.length() + ">>stream\n" + text + "\nendstream",
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        StringBuilder places = new StringBuilder("0000000000 65535 f \n");
        write(file, "%PDF-1.4\n");
        for (int i = 0; i < objects.size(); i++) {
            places.append(String.format(Locale.ROOT, "%010d 00000 n \n", file.size()));
            write(file, (i + 1) + " 0 obj" + objects.get(i) + "endobj\n");
        }
        int table = file.size();
        write(
                file,
                "xref\n0 " + (objects.size() + 1) + "\n" + places + "trailer<</Size " + (objects.size() + 1)
                        + "/Root 1 0 R>>\nstartxref\n" + table + "\n%%EOF\n");
        return StorageFile.of("application/pdf", file.toByteArray());
    }

    private static void write(ByteArrayOutputStream file, String text) {
        file.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
