package io.github.analytics4j.codegen.vendor;

import io.github.analytics4j.codegen.FrontEnd;
import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.SourceLocation;
import io.github.analytics4j.codegen.openapi.OpenApiFrontEnd;
import io.github.analytics4j.codegen.openapi.Overrides;
import io.github.analytics4j.codegen.openapi.Place;
import io.github.analytics4j.codegen.openapi.SpecTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The differences that are meant: those that a correction of the spec makes, and those that {@code known-differences.yaml} lists. A
 * correction's differences are found by comparing the corrected spec with what it was before.
 */
final class KnownDifferences {

    /**
     * Why a difference is meant.
     *
     * @param reason in words
     * @param at the line that says so
     */
    record Reason(String reason, SourceLocation at) {

        @Override
        public String toString() {
            return at + ": " + reason;
        }
    }

    /** A line of the list; an asterisk in it stands for any text. */
    private record Entry(String text, Reason reason) {

        boolean fits(String line) {
            String pattern =
                    Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
            return line.matches(pattern);
        }
    }

    private final Map<String, Difference> corrected = new LinkedHashMap<>();
    private final Map<String, Reason> reasons = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /** Applies the corrections of a spec, one after the other, and learns what each of them changes. */
    void correct(Document uncorrected, SpecTree tree, Document document, Overrides overrides) {
        Set<String> before = new HashSet<>();
        for (int i = 0; i < overrides.count(); i++) {
            overrides.apply(i, tree);
            document.changed();
            Findings findings = new Findings(null, line -> false);
            new Comparison(List.of(uncorrected), document, false, findings).run();
            corrected.clear();
            findings.all().forEach(each -> corrected.put(each.line(), each));
            for (String line : corrected.keySet()) {
                if (!before.contains(line)) {
                    reasons.put(line, new Reason(overrides.reason(i), overrides.location(i)));
                }
            }
            before = Set.copyOf(corrected.keySet());
        }
    }

    /** Reads the list beside a spec, if there is one. */
    void read(Path specDirectory, Problems problems) throws IOException {
        Path file = specDirectory.resolve(OpenApiFrontEnd.KNOWN);
        if (Files.isRegularFile(file)) {
            SpecTree tree = SpecTree.parse(FrontEnd.shown(file), 0, Files.readString(file), problems);
            Object list = tree.get(Place.of("known"));
            if (!(list instanceof List<?> known)) {
                problems.add(tree.locate(Place.ROOT), "known must be a list of objects with difference and reason");
                return;
            }
            for (int i = 0; i < known.size(); i++) {
                entry(tree, Place.of("known", String.valueOf(i)), problems);
            }
        }
    }

    private void entry(SpecTree tree, Place place, Problems problems) {
        Object difference = tree.get(place.child("difference"));
        Object reason = tree.get(place.child("reason"));
        List<?> lines =
                difference instanceof List<?> list ? list : difference == null ? List.of() : List.of(difference);
        if (lines.isEmpty() || !(reason instanceof String text) || text.isBlank()) {
            problems.add(
                    tree.locate(place), "a known difference must have difference, a line of the report, and reason");
            return;
        }
        for (Object line : lines) {
            entries.add(new Entry(String.valueOf(line).strip(), new Reason(text.strip(), tree.locate(place))));
        }
    }

    /** Why a difference is meant, or null. */
    @Nullable
    Reason reason(String line) {
        Reason reason = corrected.containsKey(line) ? reasons.get(line) : null;
        return reason != null
                ? reason
                : entries.stream()
                        .filter(entry -> entry.fits(line))
                        .map(Entry::reason)
                        .findFirst()
                        .orElse(null);
    }

    /**
     * The lines that were expected and not found, each with its reason. Corrections count where what they correct was compared,
     * the list where everything was.
     */
    Map<String, Reason> outlived(Set<String> found, Set<Place> compared, boolean everything) {
        Map<String, Reason> outlived = new LinkedHashMap<>();
        corrected.forEach((line, difference) -> {
            Reason reason = reasons.get(line);
            if (reason != null && !found.contains(line) && compared.contains(difference.scope())) {
                outlived.put(line, reason);
            }
        });
        if (everything) {
            entries.stream()
                    .filter(entry -> found.stream().noneMatch(entry::fits))
                    .forEach(entry -> outlived.put(entry.text(), entry.reason()));
        }
        return outlived;
    }
}
