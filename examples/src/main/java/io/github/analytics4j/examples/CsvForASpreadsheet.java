package io.github.analytics4j.examples;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.github.analytics4j.page.Walk;
import io.github.analytics4j.synaptiq.ActivityEvent;
import io.github.analytics4j.synaptiq.SynaptiqClient;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How do I get a CSV file that a spreadsheet opens well, and cannot be harmed by? A text that begins like a formula gets an apostrophe
 * in front, since strangers choose what they are called and what they say. A plain number keeps its sign.
 */
public final class CsvForASpreadsheet {
    private static final String BYTE_ORDER_MARK = "\uFEFF"; // else Excel reads UTF-8 as something else
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");

    private CsvForASpreadsheet() {}

    public static void main(String[] args) throws IOException {
        Path file = args.length > 0
                ? Path.of(args[0])
                : Files.createTempDirectory("analytics4j").resolve("activity.csv");
        try (Accounts accounts = Accounts.open()) {
            run(accounts, file, System.out);
        }
    }

    static void run(Accounts accounts, Path file, PrintStream out) throws IOException {
        Instant from = Instant.now().minus(Duration.ofDays(2));
        try (SynaptiqClient synaptiq = accounts.synaptiq().build();
                Writer text = Files.newBufferedWriter(file);
                CsvWriter csv = CsvWriter.builder().build(text.append(BYTE_ORDER_MARK));
                Walk<ActivityEvent> events = synaptiq.analytics()
                        .activity(r -> r.startDate(from))
                        .prefetch(2)
                        .iterator()) {
            csv.writeRecord("id", "time", "type", "lead", "description");
            while (events.hasNext()) {
                ActivityEvent event = events.next();
                csv.writeRecord(
                        harmless(event.id()),
                        event.occurredAt().toString(),
                        harmless(event.type().toString()),
                        harmless(event.leadId()),
                        harmless(event.description()));
            }
            out.printf(
                    "%s: %d rows, complete: %s%n",
                    file.getFileName(), events.report().rows(), events.report().proven());
        }
        for (String text : new String[] {"=HYPERLINK(\"http://evil\")", "+14155550100", "-3", "@sum", "Zoë, \"Z\""}) {
            out.printf("%s becomes %s%n", text, harmless(text));
        }
    }

    static String harmless(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }
}
