package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table of two columns, a name and what it says: an operation's facts, the file's settings. */
final class Facts {

    private final Map<String, List<Fact>> facts = new HashMap<>();

    /**
     * One row.
     *
     * @param text what it says, as written
     * @param at its place
     */
    record Fact(String text, SourceLocation at) {

        /** Returns the text without marks. */
        String plain() {
            return MarkdownText.plain(text);
        }
    }

    private Facts() {}

    /** Reads the only table of a section; a name that is not known, or stands twice and may not, is reported. */
    static Facts of(Section section, String column, List<String> known, Set<String> repeatable, Problems problems) {
        Facts facts = new Facts();
        for (Row row : Sections.rows(section, List.of(column, "Value"), problems)) {
            String name = row.get(column, problems);
            String text = row.get("Value", problems);
            List<Fact> same = facts.facts.computeIfAbsent(name, n -> new ArrayList<>());
            if (!known.contains(name) && !name.isEmpty()) {
                problems.add(
                        row.at(),
                        "unknown " + column.toLowerCase(Locale.ROOT) + " '" + name + "'; known are "
                                + String.join(", ", known));
            } else if (!same.isEmpty() && !repeatable.contains(name)) {
                problems.add(row.at(), "'" + name + "' stands twice");
            } else if (!text.isEmpty()) {
                same.add(new Fact(text, row.at()));
            }
        }
        return facts;
    }

    /** The fact of a name, or null. */
    @Nullable
    Fact get(String name) {
        List<Fact> all = all(name);
        return all.isEmpty() ? null : all.get(0);
    }

    /** All facts of a name. */
    List<Fact> all(String name) {
        return facts.getOrDefault(name, List.of());
    }
}
