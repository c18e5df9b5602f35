package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.Doc;
import io.github.analytics4j.codegen.model.EnumModel;
import io.github.analytics4j.codegen.model.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The section of an open enum to the enum. */
final class EnumReader {

    private static final List<String> COLUMNS = List.of("Value", "Meaning");

    private EnumReader() {}

    static EnumModel read(Section section, Problems problems) {
        List<EnumModel.Value> values = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Row row : Sections.rows(section, COLUMNS, problems)) {
            String wire = MarkdownText.plain(row.get("Value", problems));
            Doc doc = Doc.of(MarkdownText.plain(row.raw("Meaning")));
            if (!wire.isEmpty() && !seen.add(wire)) {
                problems.add(row.at(), "value '" + wire + "' stands twice");
            } else if (!wire.isEmpty()) {
                values.add(new EnumModel.Value(wire, doc));
            }
        }
        return new EnumModel(
                section.heading().name(),
                Doc.of(section.summary()),
                values,
                section.heading().at());
    }
}
