package io.github.analytics4j.codegen.vendor;

import io.github.analytics4j.codegen.openapi.Place;
import io.github.analytics4j.codegen.vendor.Difference.Kind;
import io.github.analytics4j.codegen.vendor.Difference.Spot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares a vendor's documents with our spec: servers, keys, and operations with all that is below them. */
final class Comparison {

    private final List<Document> vendor;
    private final Document ours;
    private final boolean partial;
    private final Findings findings;
    private final OperationComparison operations;
    private final List<Operation> notShown = new ArrayList<>();

    /** With {@code partial}, the vendor's documents show some operations and say nothing of others. */
    Comparison(List<Document> vendor, Document ours, boolean partial, Findings findings) {
        this.vendor = vendor;
        this.ours = ours;
        this.partial = partial;
        this.findings = findings;
        this.operations = new OperationComparison(findings);
    }

    void run() {
        named("server", Document::servers);
        named("key", Document::keys);
        operations();
    }

    /** Our operations that documents which show only some did not show. */
    List<Operation> notShown() {
        return notShown;
    }

    /** Things that are known by name alone. Where one side says nothing of any of them, nothing differs. */
    private void named(String noun, Function<Document, Map<String, Place>> facts) {
        Map<String, Spot> theirs = new LinkedHashMap<>();
        for (Document document : vendor) {
            facts.apply(document).forEach((name, place) -> theirs.putIfAbsent(name, new Spot(document, place)));
        }
        Map<String, Place> own = facts.apply(ours);
        if (theirs.isEmpty() || own.isEmpty()) {
            return;
        }
        findings.compared(Place.ROOT);
        Spot there = theirs.values().iterator().next();
        Spot here = new Spot(ours, own.values().iterator().next());
        theirs.forEach((name, spot) -> {
            if (!own.containsKey(name)) {
                findings.add(Kind.NEW, noun + " " + name, spot, here, Place.ROOT);
            }
        });
        own.forEach((name, place) -> {
            if (!theirs.containsKey(name)) {
                findings.add(Kind.GONE, noun + " " + name, there, new Spot(ours, place), Place.ROOT);
            }
        });
    }

    private void operations() {
        List<Operation> theirs = new ArrayList<>();
        vendor.forEach(document -> theirs.addAll(document.operations()));
        List<Operation> own = new ArrayList<>(ours.operations());
        Map<Operation, Operation> same = new LinkedHashMap<>();
        String prefix = own.stream().anyMatch(each -> each.base() == null) ? prefix(theirs, own) : "";
        match(theirs, own, same, Operation::fullPath, each -> fullPath(each, prefix));
        match(theirs, own, same, Operation::relativePath, each -> each.base() == null ? "" : each.relativePath());
        same.forEach((operation, each) -> operations.compare(each, operation));
        own.removeAll(same.keySet());
        theirs.removeAll(new HashSet<>(same.values()));
        boolean anyRenamed = findings.looksForRenames() && renamed(theirs, own);
        missing(theirs, own, same.isEmpty() && !anyRenamed);
    }

    private void missing(List<Operation> theirs, List<Operation> own, boolean noneShown) {
        theirs.forEach(each -> findings.add(
                Kind.NEW,
                "operation " + each.name(),
                spot(each),
                new Spot(ours, Place.of("paths")),
                Place.of("paths")));
        if (partial && !noneShown) {
            notShown.addAll(own);
            return;
        }
        findings.compared(Place.of("paths"));
        own.forEach(each -> findings.add(
                Kind.GONE,
                "operation " + each.name(),
                new Spot(vendor.get(0), Place.of("paths")),
                spot(each),
                Place.of("paths")));
    }

    /** Pairs operations of the same method and path. */
    private static void match(
            List<Operation> theirs,
            List<Operation> own,
            Map<Operation, Operation> same,
            Function<Operation, String> theirPath,
            Function<Operation, String> ourPath) {
        Set<Operation> taken = new HashSet<>(same.values());
        Map<String, Operation> free = new HashMap<>();
        theirs.stream()
                .filter(each -> !taken.contains(each))
                .forEach(each -> free.putIfAbsent(each.method() + theirPath.apply(each), each));
        for (Operation operation : own) {
            Operation found =
                    same.containsKey(operation) ? null : free.remove(operation.method() + ourPath.apply(operation));
            if (found != null) {
                same.put(operation, found);
            }
        }
    }

    private static String fullPath(Operation own, String prefix) {
        return own.base() == null ? prefix + own.relativePath() : own.fullPath();
    }

    /** Returns the prefix that most of the vendor's paths have before ours, where our spec names no server. */
    private static String prefix(List<Operation> theirs, List<Operation> own) {
        Map<String, Long> votes = theirs.stream()
                .flatMap(each -> own.stream()
                        .map(Operation::relativePath)
                        .filter(path -> each.fullPath().endsWith(path))
                        .map(path ->
                                each.fullPath().substring(0, each.fullPath().length() - path.length())))
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return votes.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(vote -> -vote.getKey().length()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** Pairs operations that moved, and takes them out of both lists; whether there were any. */
    private boolean renamed(List<Operation> theirs, List<Operation> own) {
        boolean any = false;
        for (Operation operation : List.copyOf(own)) {
            Operation best = null;
            String evidence = null;
            for (Operation each : theirs) {
                String found = evidence(each, operation);
                if (found != null && evidence == null) {
                    best = each;
                    evidence = found;
                }
            }
            if (best != null) {
                String what = "operation " + operation.name() + " is " + best.name() + " (" + evidence + ")";
                findings.add(Kind.RENAMED, what, spot(best), spot(operation), operation.place());
                operations.compare(best, operation);
                theirs.remove(best);
                own.remove(operation);
                any = true;
            }
        }
        return any;
    }

    private static @Nullable String evidence(Operation theirs, Operation own) {
        if (plain(theirs.relativePath()).equals(plain(own.relativePath()))) {
            return theirs.method().equals(own.method()) ? "the same path, spelled another way" : "the same path";
        }
        if (!theirs.method().equals(own.method())) {
            return null;
        }
        if (own.id() != null && own.id().equals(theirs.id())) {
            return "the same operation id";
        }
        Set<String> both = new LinkedHashSet<>(names(own));
        both.retainAll(names(theirs));
        int all = names(own).size() + names(theirs).size() - both.size();
        boolean parameters = both.size() >= 2 && both.size() * 10 >= all * 7;
        return parameters && sameResult(theirs, own) ? "the same parameters and result" : null;
    }

    private static boolean sameResult(Operation theirs, Operation own) {
        return !topFields(own).isEmpty() && topFields(theirs).equals(topFields(own));
    }

    private static Set<String> topFields(Operation operation) {
        String success = operation.success();
        Operation.Response response =
                success == null ? null : operation.responses().get(success);
        return response == null || response.body() == null
                ? Set.of()
                : response.body().shape().properties().keySet();
    }

    private static String plain(String path) {
        return path.replaceAll("[^\\p{L}\\p{N}/{}]|/$", "").toLowerCase(Locale.ROOT);
    }

    private static Set<String> names(Operation operation) {
        return operation.parameters().stream().map(Operation.Parameter::name).collect(Collectors.toSet());
    }

    private static Spot spot(Operation operation) {
        return new Spot(operation.document(), operation.place());
    }
}
