package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.EnumModel;
import io.github.analytics4j.codegen.model.FieldModel;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.codegen.model.TypeModel;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds samples against the tables, in both directions: see FORMAT.md, "What samples prove". */
final class SampleChecker {

    private final Map<String, RecordModel> records;
    private final Map<String, EnumModel> enums;
    private final Set<String> misread;
    private final Problems problems;
    private final Set<FieldModel> seen = new HashSet<>();

    /** @param misread the records whose table has mistakes of its own, in which no field is looked for in vain */
    SampleChecker(
            Map<String, RecordModel> records, Map<String, EnumModel> enums, Set<String> misread, Problems problems) {
        this.records = records;
        this.enums = enums;
        this.misread = misread;
        this.problems = problems;
    }

    /** Checks one whole sample against the type of the response. */
    void check(JsonTree sample, TypeModel type) {
        check(sample, type, "$");
    }

    /** Checks, after all samples, that no field is without one that is not said to be. */
    void unseen(Set<FieldModel> withoutSample) {
        for (RecordModel each : records.values()) {
            for (FieldModel field : each.fields()) {
                String name = "field '" + field.wireName() + "' of " + each.name();
                if (field.presence() == Presence.OPTIONAL && !seen.contains(field) && !withoutSample.contains(field)) {
                    problems.add(
                            field.location(), name + " is in no sample; if so, its presence is optional, no sample");
                } else if (seen.contains(field) && withoutSample.contains(field)) {
                    problems.add(field.location(), name + " is in a sample, though its presence says no sample");
                }
            }
        }
    }

    private void check(JsonTree value, TypeModel type, String path) {
        if (type instanceof TypeModel.RecordRef ref) {
            RecordModel target = records.get(ref.name());
            if (target != null && fits(value, JsonTree.Kind.OBJECT, "an object", path)) {
                checkObject(value, target, path);
            }
        } else if (type instanceof TypeModel.ListOf list) {
            if (fits(value, JsonTree.Kind.ARRAY, "an array", path)) {
                for (int i = 0; i < value.elements().size(); i++) {
                    check(value.elements().get(i), list.element(), path + "[" + i + "]");
                }
            }
        } else if (type instanceof TypeModel.MapOf map) {
            if (fits(value, JsonTree.Kind.OBJECT, "an object", path)) {
                value.members().forEach((name, member) -> check(member, map.value(), path + "." + name));
            }
        } else if (type instanceof TypeModel.EnumRef ref) {
            if (fits(value, JsonTree.Kind.STRING, "text", path)) {
                checkKnown(value, enums.get(ref.name()), path);
            }
        } else {
            checkScalar(value, type, path);
        }
    }

    private void checkObject(JsonTree value, RecordModel target, String path) {
        Set<String> known = new HashSet<>();
        for (FieldModel field : target.fields()) {
            known.add(field.wireName());
            known.addAll(field.aliases());
            JsonTree member = member(value, field);
            boolean always = field.presence() == Presence.ALWAYS;
            if (member == null
                    || (always && member.kind() == JsonTree.Kind.NULL && field.type() != TypeModel.Scalar.ANY)) {
                if (always) {
                    String what = member == null ? "lacks '" : "has null for '";
                    problems.add(
                            value.at(), path + " " + what + field.wireName() + "', always present in " + target.name());
                }
                continue;
            }
            seen.add(field);
            if (member.kind() != JsonTree.Kind.NULL) {
                check(member, field.type(), path + "." + field.wireName());
            }
        }
        value.members().forEach((name, member) -> {
            if (!known.contains(name) && !misread.contains(target.name())) {
                problems.add(member.at(), path + " has '" + name + "', which is no field of " + target.name());
            }
        });
    }

    private static @Nullable JsonTree member(JsonTree value, FieldModel field) {
        JsonTree member = value.members().get(field.wireName());
        for (String alias : field.aliases()) {
            member = member == null ? value.members().get(alias) : member;
        }
        return member;
    }

    private void checkKnown(JsonTree value, @Nullable EnumModel target, String path) {
        if (target != null && target.values().stream().noneMatch(v -> v.wire().equals(value.text()))) {
            problems.add(value.at(), path + " is '" + value.text() + "', which is no value of " + target.name());
        }
    }

    private void checkScalar(JsonTree value, TypeModel type, String path) {
        String expected = ScalarForm.expected(value, type);
        if (expected != null) {
            problems.add(value.at(), path + " is " + value.json() + ", expected was " + expected);
        }
    }

    private boolean fits(JsonTree value, JsonTree.Kind kind, String expected, String path) {
        if (value.kind() != kind) {
            problems.add(value.at(), path + " is " + value.json() + ", expected was " + expected);
        }
        return value.kind() == kind;
    }
}
