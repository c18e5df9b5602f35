package io.github.analytics4j.codegen.vendor;

import io.github.analytics4j.codegen.openapi.Place;
import io.github.analytics4j.codegen.vendor.Difference.Kind;
import io.github.analytics4j.codegen.vendor.Difference.Spot;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares schemas that mean the same thing, and what is below them; each pair once, since schemas may contain themselves. */
final class SchemaComparison {

    private record Pair(Node vendor, Node ours) {}

    private final Findings findings;
    private final Set<Pair> done = new HashSet<>();
    private final Deque<Pair> waiting = new ArrayDeque<>();

    SchemaComparison(Findings findings) {
        this.findings = findings;
    }

    void compare(Node vendor, Node ours) {
        later(vendor, ours);
        while (!waiting.isEmpty()) { // a queue, since schemas may lead to each other for as long as a document is
            Pair next = waiting.remove();
            compareOne(next.vendor(), next.ours());
        }
    }

    private void later(Node vendor, Node ours) {
        Pair pair = new Pair(vendor, ours);
        if (done.add(pair)) {
            waiting.add(pair);
        }
    }

    private void compareOne(Node vendor, Node ours) {
        findings.compared(ours.place());
        Shape theirs = vendor.shape();
        Shape own = ours.shape();
        if (!theirs.readable() || !own.readable()) {
            return; // half a schema would differ in its other half
        }
        String subject = Subject.of(ours.document(), ours.place());
        types(vendor, ours, subject);
        facts(vendor, ours, subject);
        values(vendor, ours, subject);
        if (theirs.is("object") && own.is("object")) {
            fields(vendor, ours);
            below(vendor, ours, theirs.others(), own.others(), subject + ": fields with free names");
        }
        if (theirs.is("array") && own.is("array")) {
            below(vendor, ours, theirs.items(), own.items(), subject + ": elements");
        }
    }

    private void types(Node vendor, Node ours, String subject) {
        SortedSet<String> theirs = new TreeSet<>(vendor.shape().types());
        SortedSet<String> own = new TreeSet<>(ours.shape().types());
        if (ours.shape().unsaid().contains("null")) {
            theirs.remove("null");
            own.remove("null");
        }
        if (!theirs.equals(own)) {
            changed(subject + ": type", vendor.shape().words(), ours.shape().words(), vendor, ours);
        }
    }

    private void facts(Node vendor, Node ours, String subject) {
        Map<String, String> theirs = vendor.shape().facts();
        Map<String, String> own = new LinkedHashMap<>(ours.shape().facts());
        String told = own.remove(Shape.TOLD_DEFAULT);
        if (told != null && theirs.containsKey("default")) {
            own.putIfAbsent("default", told);
        }
        Set<String> names = new LinkedHashSet<>(own.keySet());
        names.addAll(theirs.keySet());
        names.removeAll(ours.shape().unsaid());
        names.remove(Shape.TOLD_DEFAULT);
        for (String name : names) {
            changed(subject + ": " + name, theirs.get(name), own.get(name), vendor, ours);
        }
    }

    private void values(Node vendor, Node ours, String subject) {
        List<String> theirs = vendor.shape().values();
        List<String> own = ours.shape().values();
        if (theirs == null || own == null) {
            changed(subject + ": values", listed(theirs), listed(own), vendor, ours);
            return;
        }
        Set<String> added = without(theirs, own);
        Set<String> gone = without(own, theirs);
        Set<String> movable = new LinkedHashSet<>(gone);
        movable.removeIf(value -> findings.isKnown(Kind.GONE, value(value, subject), ours));
        if (findings.looksForRenames()) {
            for (Renames.Pair pair : Renames.ofValues(movable, added)) {
                gone.remove(pair.ours());
                added.remove(pair.vendor());
                found(Kind.RENAMED, value(pair.ours(), subject) + pair.words(), vendor, ours, ours);
            }
        }
        added.forEach(value -> found(Kind.NEW, value(value, subject), vendor, ours, ours));
        gone.forEach(value -> found(Kind.GONE, value(value, subject), vendor, ours, ours));
    }

    private static String listed(@Nullable List<String> values) {
        return values == null ? "any" : String.join(", ", values);
    }

    private static String value(String value, String subject) {
        return "value " + value + " of " + subject;
    }

    private static Set<String> without(Collection<String> all, Collection<String> others) {
        Set<String> left = new LinkedHashSet<>(all);
        left.removeAll(others);
        return left;
    }

    private void fields(Node vendor, Node ours) {
        Map<String, Node> theirs = vendor.shape().properties();
        Map<String, Node> own = ours.shape().properties();
        Set<String> added = without(theirs.keySet(), own.keySet());
        Set<String> gone = without(own.keySet(), theirs.keySet());
        Map<String, String> pairs = new LinkedHashMap<>();
        own.keySet().stream().filter(theirs::containsKey).forEach(name -> pairs.put(name, name));
        if (findings.looksForRenames()) {
            pairs.putAll(renamedFields(vendor, ours, added, gone));
        }
        for (String name : added) {
            String what =
                    newField(ours, name) + ", " + node(theirs, name).shape().words();
            findings.add(Kind.NEW, what, spot(node(theirs, name)), object(ours), ours.place());
        }
        for (String name : gone) {
            findings.add(Kind.GONE, goneField(ours, name), object(vendor), spot(node(own, name)), ours.place());
        }
        pairs.forEach((mine, other) -> field(vendor, ours, other, mine));
    }

    /** Takes pairs out of what is new and gone, and returns them, our names first. */
    private Map<String, String> renamedFields(Node vendor, Node ours, Set<String> added, Set<String> gone) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Map<String, Node> theirs = vendor.shape().properties();
        Map<String, Node> own = ours.shape().properties();
        Set<String> movable = new LinkedHashSet<>(gone);
        movable.removeIf(name -> findings.isKnown(Kind.GONE, goneField(ours, name), ours));
        Renames renames = new Renames(List.copyOf(own.keySet()), List.copyOf(theirs.keySet()), movable, added);
        for (Renames.Pair pair : renames.find((o, v) -> findings.alike(node(own, o), node(theirs, v)))) {
            gone.remove(pair.ours());
            added.remove(pair.vendor());
            found(
                    Kind.RENAMED,
                    fieldName(node(own, pair.ours())) + pair.words(),
                    node(theirs, pair.vendor()),
                    node(own, pair.ours()),
                    ours);
            pairs.put(pair.ours(), pair.vendor());
        }
        return pairs;
    }

    private static Node node(Map<String, Node> properties, String name) {
        Node node = properties.get(name);
        if (node == null) {
            throw new IllegalStateException("no field " + name);
        }
        return node;
    }

    private static String fieldName(Node field) {
        return Subject.of(field.document(), field.place());
    }

    /** A field that our spec lacks is named by what holds its sisters. */
    private static String newField(Node ours, String name) {
        Map<String, Node> sisters = ours.shape().properties();
        Place object = sisters.isEmpty()
                ? ours.document().followed(ours.place())
                : sisters.values().iterator().next().place().parent().parent();
        return Subject.field(ours.document(), object, name);
    }

    private static String goneField(Node ours, String name) {
        Node field = node(ours.shape().properties(), name);
        return fieldName(field) + ", " + field.shape().words();
    }

    private void field(Node vendor, Node ours, String vendorName, String ourName) {
        Node theirs = node(vendor.shape().properties(), vendorName);
        Node own = node(ours.shape().properties(), ourName);
        changed(
                fieldName(own) + ": always there",
                vendor.shape().required().contains(vendorName) ? "yes" : "no",
                ours.shape().required().contains(ourName) ? "yes" : "no",
                theirs,
                own);
        later(theirs, own);
    }

    private void below(Node vendor, Node ours, @Nullable Node theirs, @Nullable Node own, String what) {
        if (theirs != null && own != null) {
            later(theirs, own);
        } else {
            changed(
                    what,
                    theirs == null ? null : theirs.shape().words(),
                    own == null ? null : own.shape().words(),
                    vendor,
                    ours);
        }
    }

    private void changed(String what, @Nullable String vendor, @Nullable String own, Node there, Node here) {
        findings.compare(what, vendor, own, spot(there), spot(here), here.place());
    }

    private void found(Kind kind, String what, Node vendor, Node ours, Node scope) {
        findings.add(kind, what, spot(vendor), spot(ours), scope.place());
    }

    /** Where the object itself is, rather than a reference to it. */
    private static Spot object(Node node) {
        return new Spot(node.document(), node.document().followed(node.place()));
    }

    private static Spot spot(Node node) {
        return new Spot(node.document(), node.place());
    }
}
