package io.github.analytics4j.codegen.vendor;

import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.Problem;
import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.openapi.OpenApiFrontEnd;
import io.github.analytics4j.codegen.openapi.SpecTree;
import io.github.analytics4j.codegen.table.TableFrontEnd;
import io.github.analytics4j.codegen.vendor.Difference.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a vendor publishes with our spec, and tells it: what is new, gone, renamed and changed, what of that is known, and
 * which known differences are no more.
 *
 * @param exitCode 0 where nothing differs but what is known, 1 where something does, 2 where something could not be read
 * @param text the report, one difference a line, grouped
 * @param mistakes what could not be read, one a line; empty where all could
 */
public record VendorReport(int exitCode, String text, String mistakes) {

    /**
     * Compares the documents in one or more files with the spec in a module's {@code src/spec}.
     *
     * @throws IOException if our spec cannot be read; a vendor's file that cannot is a mistake in the report
     */
    public static VendorReport compare(Path specDirectory, List<Path> files) throws IOException {
        Problems problems = new Problems();
        List<Document> documents = new ArrayList<>();
        boolean pages = true;
        for (Path file : files) {
            VendorFile read = VendorFile.read(file, problems);
            documents.addAll(read.documents());
            pages &= read.isPage();
        }
        Writer writer = new Writer();
        if (problems.isEmpty()) {
            Spec spec = Spec.read(specDirectory, problems);
            if (problems.isEmpty()) {
                spec.compare(documents, pages, writer);
            }
        }
        int exitCode = problems.isEmpty() ? (writer.differs() ? 1 : 0) : 2;
        return new VendorReport(exitCode, writer.text(), mistakes(problems));
    }

    private static String mistakes(Problems problems) {
        return problems.sorted().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    /** Our spec, and what is known of it. */
    private record Spec(Document document, @Nullable Document uncorrected, KnownDifferences known) {

        static Spec read(Path directory, Problems problems) throws IOException {
            KnownDifferences known = new KnownDifferences();
            known.read(directory, problems);
            OpenApiFrontEnd openApi = new OpenApiFrontEnd();
            if (!openApi.accepts(directory)) {
                TableFrontEnd tables = new TableFrontEnd();
                if (!tables.accepts(directory)) {
                    throw new IOException("no spec that any front end knows in " + directory);
                }
                ApiModel api = tables.read(directory, problems);
                SpecTree tree = ModelTree.of(api, TableFrontEnd.baseUrl(directory));
                return new Spec(Document.ofOurs(tree, problems), null, known);
            }
            Document uncorrected = Document.ofOurs(OpenApiFrontEnd.uncorrected(directory, problems), problems);
            SpecTree tree = OpenApiFrontEnd.uncorrected(directory, problems);
            Document corrected = Document.ofOurs(tree, problems);
            known.correct(uncorrected, tree, corrected, OpenApiFrontEnd.overrides(directory, problems));
            return new Spec(corrected, uncorrected, known);
        }

        void compare(List<Document> vendor, boolean pages, Writer writer) {
            Findings findings =
                    new Findings(uncorrected == null ? document : uncorrected, line -> known.reason(line) != null);
            Comparison comparison = new Comparison(vendor, document, pages, findings);
            comparison.run();
            findings.all().forEach(each -> writer.add(each, known.reason(each.line())));
            Set<String> found = findings.all().stream().map(Difference::line).collect(Collectors.toSet());
            known.outlived(found, findings.scopes(), comparison.notShown().isEmpty())
                    .forEach(writer::outlived);
            writer.notShown(comparison.notShown());
        }
    }

    /** Groups the lines of the report; lines of one reason stand below it. */
    private static final class Writer {

        private final Map<String, List<String>> differences = new LinkedHashMap<>();
        private final Map<String, List<String>> known = new LinkedHashMap<>();
        private final Map<String, List<String>> outlived = new LinkedHashMap<>();
        private List<String> notShown = List.of();

        Writer() {
            for (Kind kind : Kind.values()) {
                differences.put(word(kind), new ArrayList<>());
            }
        }

        private static String word(Kind kind) {
            return kind.name().toLowerCase(Locale.ROOT);
        }

        boolean differs() {
            return !outlived.isEmpty() || differences.values().stream().anyMatch(lines -> !lines.isEmpty());
        }

        void add(Difference each, KnownDifferences.@Nullable Reason reason) {
            String places = " [" + each.vendor() + " | " + each.ours() + "]";
            if (reason != null) {
                put(known, reason.toString(), each.line() + places);
            } else {
                put(differences, word(each.kind()), each.what() + places);
            }
        }

        void outlived(String line, KnownDifferences.Reason reason) {
            put(outlived, reason.toString(), line);
        }

        void notShown(List<Operation> operations) {
            notShown = operations.stream().map(Operation::name).toList();
        }

        private static void put(Map<String, List<String>> groups, String group, String line) {
            groups.computeIfAbsent(oneLine(group), name -> new ArrayList<>()).add(oneLine(line));
        }

        private static String oneLine(String text) {
            return text.replaceAll("\\s+", " ");
        }

        String text() {
            StringBuilder text = new StringBuilder();
            List<String> counts = new ArrayList<>();
            differences.forEach((kind, lines) -> {
                counts.add(lines.size() + " " + kind);
                if (!lines.isEmpty()) {
                    text.append(kind).append('\n');
                    lines.forEach(line -> text.append("  ").append(line).append('\n'));
                }
            });
            reasoned(text, "known", known, counts);
            reasoned(text, "known, but no longer so", outlived, counts);
            text.append(String.join("; ", counts)).append('\n');
            if (!notShown.isEmpty()) {
                text.append("not on these pages, so not compared: ")
                        .append(String.join(", ", notShown))
                        .append('\n');
            }
            return text.toString();
        }

        private static void reasoned(
                StringBuilder text, String name, Map<String, List<String>> reasons, List<String> counts) {
            counts.add(reasons.values().stream().mapToInt(List::size).sum() + " " + name);
            if (!reasons.isEmpty()) {
                text.append(name).append('\n');
            }
            reasons.forEach((reason, lines) -> {
                text.append("  ").append(reason).append('\n');
                lines.forEach(line -> text.append("    ").append(line).append('\n'));
            });
        }
    }
}
