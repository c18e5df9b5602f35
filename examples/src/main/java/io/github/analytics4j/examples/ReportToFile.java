package io.github.analytics4j.examples;

import io.github.analytics4j.download.DownloadedFile;
import io.github.analytics4j.voisnap.Report;
import io.github.analytics4j.voisnap.ReportFormat;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How do I make a report and save its file, in a script that may be killed at any moment? The order is kept as a line of text, the
 * ticket, before anybody waits. The next run picks the report up by it, and orders no second one, which would count as well.
 */
public final class ReportToFile {
    private ReportToFile() {}

    public static void main(String[] args) throws IOException {
        Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("analytics4j");
        try (Accounts accounts = Accounts.open()) {
            run(accounts, folder, System.out);
        }
    }

    static void run(Accounts accounts, Path folder, PrintStream out) throws IOException {
        accounts.sandbox().ifPresent(sandbox -> sandbox.voisnap().reports().estimatedSeconds(1));
        Path file = folder.resolve("conversations.csv");
        Path ticket = folder.resolve("conversations.ticket");
        try (VoisnapClient voisnap = accounts.voisnap().build()) {
            order(voisnap, ticket, out); // and here the script is killed
            script(voisnap, file, ticket, out); // the next run waits for the report that was ordered, and fetches it
            script(voisnap, file, ticket, out); // one more finds nothing to do
        }
    }

    private static void script(VoisnapClient voisnap, Path file, Path ticket, PrintStream out) throws IOException {
        if (Files.exists(file)) {
            out.println(file.getFileName() + " is there: nothing to do");
            return;
        }
        Report report =
                Files.exists(ticket) ? voisnap.reports().resume(Files.readString(ticket)) : order(voisnap, ticket, out);
        // A broken transfer goes on where it stopped, also in another process; the name appears with the last byte.
        DownloadedFile saved = report.saveTo(file, Duration.ofMinutes(10));
        out.printf(
                "saved %s, %d bytes, checked against %s%n", saved.path().getFileName(), saved.bytes(), saved.checks());
        Files.delete(ticket);
    }

    private static Report order(VoisnapClient voisnap, Path ticket, PrintStream out) throws IOException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Report report = voisnap.reports()
                .create(r -> r.type("conversation_summary")
                        .format(ReportFormat.CSV)
                        .dateFrom(today.minusDays(30))
                        .dateTo(today));
        Path draft = ticket.resolveSibling(ticket.getFileName() + ".new");
        Files.writeString(draft, report.toText());
        Files.move(draft, ticket, StandardCopyOption.ATOMIC_MOVE); // the whole line or none
        out.printf(
                "ordered %s, to be ready in %s s%n",
                report.reportId(), report.estimate().map(Duration::toSeconds).orElse(0L));
        return report;
    }
}
