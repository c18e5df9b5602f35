package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.Doc;
import io.github.analytics4j.codegen.model.FieldModel;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.TypeModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of a record's table to fields. */
final class FieldReader {

    static final List<String> COLUMNS = List.of("Field", "Type", "Presence", "Unit", "Meaning");

    private final TypeParser types;
    private final Problems problems;
    private final Set<FieldModel> withoutSample = new HashSet<>();

    FieldReader(TypeParser types, Problems problems) {
        this.types = types;
        this.problems = problems;
    }

    /** The fields that are said to be in no sample. */
    Set<FieldModel> withoutSample() {
        return withoutSample;
    }

    /** One field, or null after a report. */
    @Nullable
    FieldModel read(Row row) {
        Naming name = Naming.of(row.get("Field", problems), row.at(), problems);
        String typeText = MarkdownText.plain(row.get("Type", problems));
        TypeModel type = types.parse(typeText, row.at());
        String presence = row.get("Presence", problems);
        Doc doc = doc(row);
        if (!Set.of("always", "optional", "optional, no sample", "").contains(presence)) {
            problems.add(row.at(), "presence '" + presence + "' is none of always; optional; optional, no sample");
        }
        if (name == null || type == null) {
            return null;
        }
        Presence known = presence.equals("always") ? Presence.ALWAYS : Presence.OPTIONAL;
        boolean shared = typeText.equals("word");
        FieldModel field = new FieldModel(name.wire(), name.java(), type, known, doc, name.aliases(), shared, row.at());
        if (presence.endsWith("no sample")) {
            withoutSample.add(field);
        }
        return field;
    }

    private Doc doc(Row row) {
        String meaning = MarkdownText.plain(row.raw("Meaning"));
        String unit = row.optional("Unit", problems);
        if (unit == null) {
            return Doc.of(meaning);
        }
        int comma = unit.indexOf(',');
        return comma < 0
                ? new Doc(meaning, unit, null)
                : new Doc(
                        meaning,
                        unit.substring(0, comma).strip(),
                        unit.substring(comma + 1).strip());
    }
}
