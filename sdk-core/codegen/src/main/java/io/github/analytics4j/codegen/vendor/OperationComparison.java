package io.github.analytics4j.codegen.vendor;

import io.github.analytics4j.codegen.openapi.Place;
import io.github.analytics4j.codegen.vendor.Difference.Kind;
import io.github.analytics4j.codegen.vendor.Difference.Spot;
import io.github.analytics4j.codegen.vendor.Operation.Parameter;
import io.github.analytics4j.codegen.vendor.Operation.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares an operation of the vendor with ours: parameters, body, responses. */
final class OperationComparison {

    private final Findings findings;
    private final SchemaComparison schemas;

    OperationComparison(Findings findings) {
        this.findings = findings;
        this.schemas = new SchemaComparison(findings);
    }

    void compare(Operation vendor, Operation ours) {
        findings.compared(ours.place());
        flag("operation " + ours.name() + ": deprecated", vendor.deprecated(), ours.deprecated(), vendor, ours);
        parameters(vendor, ours);
        body(vendor, ours);
        responses(vendor, ours);
    }

    private void parameters(Operation vendor, Operation ours) {
        Map<Parameter, Parameter> same = new LinkedHashMap<>();
        List<Parameter> added = new ArrayList<>(vendor.parameters());
        List<Parameter> gone = new ArrayList<>();
        for (Parameter own : ours.parameters()) {
            Parameter found = find(added, own);
            if (found == null) {
                gone.add(own);
            } else {
                added.remove(found);
                same.put(own, found);
            }
        }
        same.forEach((own, found) -> parameter(vendor, found, ours, own));
        if (findings.looksForRenames()) {
            renamed(vendor, added, ours, gone);
        }
        for (Parameter each : added) {
            String what = "parameter " + ours.name() + " " + each.name() + ", " + words(each);
            findings.add(Kind.NEW, what, spot(vendor, each.place()), spot(ours, ours.place()), ours.place());
        }
        for (Parameter each : gone) {
            findings.add(
                    Kind.GONE, gone(ours, each), spot(vendor, vendor.place()), spot(ours, each.place()), ours.place());
        }
    }

    /** The parameter of the same name and place, else that of the same name. */
    private static @Nullable Parameter find(List<Parameter> all, Parameter wanted) {
        Parameter found = null;
        for (Parameter each : all) {
            if (each.name().equals(wanted.name())) {
                found = found == null || each.in().equals(wanted.in()) ? each : found;
            }
        }
        return found;
    }

    private void renamed(Operation vendor, List<Parameter> added, Operation ours, List<Parameter> gone) {
        Map<String, Parameter> own = byName(gone);
        Map<String, Parameter> theirs = byName(added);
        own.values()
                .removeIf(
                        each -> findings.isKnown(Kind.GONE, gone(ours, each), Node.of(ours.document(), ours.place())));
        Renames renames =
                new Renames(names(ours.parameters()), names(vendor.parameters()), own.keySet(), theirs.keySet());
        List<Renames.Pair> pairs = new ArrayList<>(inPath(vendor, theirs.keySet(), ours, own.keySet()));
        pairs.addAll(renames.find((o, v) -> alike(own.get(o), theirs.get(v))));
        for (Renames.Pair pair : pairs) {
            Parameter mine = own.remove(pair.ours());
            Parameter other = theirs.remove(pair.vendor());
            if (mine != null && other != null) {
                String what = "parameter " + ours.name() + " " + mine.name() + pair.words();
                findings.add(Kind.RENAMED, what, spot(vendor, other.place()), spot(ours, mine.place()), ours.place());
                parameter(vendor, other, ours, mine);
                gone.remove(mine);
                added.remove(other);
            }
        }
    }

    /** Parts of the path are known by where they stand in it; the wire does not show their names. */
    private static List<Renames.Pair> inPath(Operation vendor, Set<String> theirs, Operation ours, Set<String> own) {
        List<String> there = vendor.pathNames();
        List<String> here = ours.pathNames();
        List<Renames.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < here.size() && here.size() == there.size(); i++) {
            if (own.contains(here.get(i)) && theirs.contains(there.get(i))) {
                pairs.add(new Renames.Pair(here.get(i), there.get(i), "same place in the path", 1));
            }
        }
        return pairs;
    }

    private Renames.Types alike(@Nullable Parameter ours, @Nullable Parameter vendor) {
        if (ours == null || vendor == null || !ours.in().equals(vendor.in())) {
            return Renames.Types.DIFFERENT;
        }
        Node own = ours.schema();
        Node other = vendor.schema();
        if (own == null || other == null) {
            return own == null && other == null ? Renames.Types.SAME : Renames.Types.DIFFERENT;
        }
        return findings.alike(own, other);
    }

    private static Map<String, Parameter> byName(List<Parameter> parameters) {
        Map<String, Parameter> map = new LinkedHashMap<>();
        parameters.forEach(each -> map.put(each.name(), each));
        return map;
    }

    private static List<String> names(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::name).toList();
    }

    private static String words(Parameter parameter) {
        Node schema = parameter.schema();
        return parameter.in() + ", "
                + (schema == null ? "anything" : schema.shape().words()) + (parameter.required() ? ", required" : "");
    }

    private static String gone(Operation operation, Parameter parameter) {
        return "parameter " + operation.name() + " " + parameter.name() + ", " + words(parameter);
    }

    private void parameter(Operation vendor, Parameter theirs, Operation ours, Parameter own) {
        String subject = "parameter " + ours.name() + " " + own.name();
        Spot there = spot(vendor, theirs.place());
        Spot here = spot(ours, own.place());
        findings.compared(own.place());
        findings.compare(subject + ": goes into", theirs.in(), own.in(), there, here, own.place());
        findings.compare(subject + ": required", yes(theirs.required()), yes(own.required()), there, here, own.place());
        findings.compare(
                subject + ": deprecated", yes(theirs.deprecated()), yes(own.deprecated()), there, here, own.place());
        Node left = theirs.schema();
        Node right = own.schema();
        if (left != null && right != null) {
            schemas.compare(left, right);
            if (left.shape().is("array") && right.shape().is("array")) {
                findings.compare(subject + ": several values", theirs.list(), own.list(), there, here, own.place());
            }
        } else {
            findings.compare(subject + ": type", type(left), type(right), there, here, own.place());
        }
    }

    private static @Nullable String type(@Nullable Node schema) {
        return schema == null ? null : schema.shape().words();
    }

    private static String yes(boolean flag) {
        return flag ? "yes" : "no";
    }

    private void flag(String what, boolean theirs, boolean own, Operation vendor, Operation ours) {
        findings.compare(
                what, yes(theirs), yes(own), spot(vendor, vendor.place()), spot(ours, ours.place()), ours.place());
    }

    private void body(Operation vendor, Operation ours) {
        Node theirs = vendor.body();
        Node own = ours.body();
        String subject = "body " + ours.name();
        if (theirs != null && own != null) {
            flag(subject + ": required", vendor.bodyRequired(), ours.bodyRequired(), vendor, ours);
            schemas.compare(theirs, own);
        } else {
            findings.compare(
                    subject,
                    type(theirs),
                    type(own),
                    spot(vendor, vendor.place()),
                    spot(ours, ours.place()),
                    ours.place());
        }
    }

    private void responses(Operation vendor, Operation ours) {
        String there = vendor.success();
        String here = ours.success();
        Set<String> common = new LinkedHashSet<>(ours.responses().keySet());
        common.retainAll(vendor.responses().keySet());
        for (String status : common) {
            response(vendor, status, ours, status);
        }
        Set<String> added = new LinkedHashSet<>(vendor.responses().keySet());
        Set<String> gone = new LinkedHashSet<>(ours.responses().keySet());
        added.removeAll(common);
        gone.removeAll(common);
        if (there != null && here != null && added.contains(there) && gone.contains(here)) {
            response(vendor, there, ours, here);
            added.remove(there);
            gone.remove(here);
            renamedStatus(vendor, there, ours, here);
        }
        if (!ours.unsaid().contains("responses")) {
            added.forEach(each -> status(Kind.NEW, each, vendor, place(vendor, each), ours, ours.place()));
            gone.forEach(each -> status(Kind.GONE, each, vendor, vendor.place(), ours, place(ours, each)));
        }
    }

    private void renamedStatus(Operation vendor, String there, Operation ours, String here) {
        if (!ours.unsaid().contains("responses")) {
            String what = "response " + ours.name() + " " + here + " is " + there + " (both the first that says yes)";
            findings.add(
                    Kind.RENAMED,
                    what,
                    spot(vendor, place(vendor, there)),
                    spot(ours, place(ours, here)),
                    ours.place());
        }
    }

    private static Place place(Operation operation, String status) {
        Response response = operation.responses().get(status);
        return response == null ? operation.place() : response.place();
    }

    private void status(Kind kind, String status, Operation vendor, Place there, Operation ours, Place here) {
        String what = "response " + ours.name() + " " + status;
        findings.add(kind, what, spot(vendor, there), spot(ours, here), ours.place());
    }

    private void response(Operation vendor, String there, Operation ours, String here) {
        Response theirs = vendor.responses().get(there);
        Response own = ours.responses().get(here);
        if (theirs == null || own == null) {
            return;
        }
        Node left = theirs.body();
        Node right = own.body();
        if (left != null && right != null) {
            schemas.compare(left, right);
            return;
        }
        findings.compared(own.place());
        findings.compare(
                "response " + ours.name() + " " + here,
                left == null ? theirs.media() : left.shape().words(),
                right == null ? own.media() : right.shape().words(),
                spot(vendor, theirs.place()),
                spot(ours, own.place()),
                own.place());
    }

    private static Spot spot(Operation operation, Place place) {
        return new Spot(operation.document(), place);
    }
}
