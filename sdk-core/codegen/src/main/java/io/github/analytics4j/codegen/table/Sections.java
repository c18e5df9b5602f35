package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.Problems;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the one table or block that a section must have. */
final class Sections {

    private Sections() {}

    /** The rows of a section's only table; none, or a second one, is reported. */
    static List<Row> rows(Section section, List<String> columns, Problems problems) {
        if (section.tables().size() != 1) {
            problems.add(
                    section.heading().at(),
                    what(section) + " needs one table with the columns " + String.join(", ", columns) + ", it has "
                            + section.tables().size());
        }
        return section.tables().isEmpty() ? List.of() : section.tables().get(0).rows(columns, problems);
    }

    /** A section's only fenced block, in one of these languages; null after a report. */
    static @Nullable Fence fence(Section section, List<String> languages, Problems problems) {
        if (section.fences().size() != 1) {
            problems.add(
                    section.heading().at(),
                    what(section) + " needs one fenced block, it has "
                            + section.fences().size());
            return null;
        }
        Fence fence = section.fences().get(0);
        if (!languages.contains(fence.language())) {
            problems.add(
                    fence.at(),
                    "the block's language is '" + fence.language() + "', it has to be "
                            + String.join(" or ", languages));
            return null;
        }
        return fence;
    }

    /** How messages call a section. */
    static String what(Section section) {
        String kind = section.heading().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String name = section.heading().name();
        return name.isEmpty() ? "section '" + kind + "'" : kind + " '" + name + "'";
    }
}
