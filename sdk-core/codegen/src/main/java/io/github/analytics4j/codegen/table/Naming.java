package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.JavaNames;
import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.SourceLocation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first cell of a parameter's or field's row.
 *
 * @param wire the name on the wire
 * @param java the wished Java name
 * @param aliases other names on the wire
 */
record Naming(String wire, String java, List<String> aliases) {

    private static final Pattern FORM =
            Pattern.compile("`([^`\\s]+)`(?: +or +`([^`\\s]+)`)?(?: +as +`([A-Za-z][A-Za-z0-9]*)`)?");

    /** Reads {@code `type` as `types`} and the like; null after a report. */
    static @Nullable Naming of(String cell, SourceLocation at, Problems problems) {
        Matcher form = FORM.matcher(cell);
        if (!form.matches()) {
            if (!cell.isEmpty()) {
                problems.add(
                        at, "name '" + cell + "' has to be written `name`, `name` or `alias`, or `name` as `javaName`");
            }
            return null;
        }
        String wire = form.group(1);
        String alias = form.group(2);
        String java = form.group(3);
        return new Naming(
                wire, java == null ? JavaNames.camel(wire) : java, alias == null ? List.of() : List.of(alias));
    }
}
