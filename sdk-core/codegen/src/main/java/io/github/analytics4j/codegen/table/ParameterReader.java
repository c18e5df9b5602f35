package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.Doc;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.ParameterModel.Bounds;
import io.github.analytics4j.codegen.model.ParameterModel.Place;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of a table of parameters, or of a body, to parameters. */
final class ParameterReader {

    private static final List<String> REST = List.of("Type", "Required", "Default", "Bounds", "Meaning");
    private static final Set<TypeModel> ANSWERS_ONLY = Set.of(Scalar.ANY, Scalar.BUCKET, Scalar.PERIOD, Scalar.WEEKDAY);
    private static final Pattern BOUNDS = Pattern.compile("(-?\\d{1,18})?\\.\\.(-?\\d{1,18})?");

    private final TypeParser types;
    private final Problems problems;

    ParameterReader(TypeParser types, Problems problems) {
        this.types = types;
        this.problems = problems;
    }

    /** The columns of a table of parameters or of a body. */
    static List<String> columns(Place place) {
        return Stream.concat(Stream.of(nameColumn(place)), REST.stream()).toList();
    }

    /** One parameter, or null after a report. A query parameter named in the path belongs there. */
    @Nullable
    ParameterModel read(Row row, Place place, String path) {
        Naming name = Naming.of(row.get(nameColumn(place), problems), row.at(), problems);
        TypeModel type = type(row);
        String required = row.get("Required", problems);
        if (!Set.of("yes", "no", "").contains(required)) {
            problems.add(row.at(), "required '" + required + "' is neither yes nor no");
        }
        String defaultText = row.optional("Default", problems);
        Bounds bounds = bounds(row);
        Doc doc = Doc.of(MarkdownText.plain(row.raw("Meaning")));
        if (name == null || type == null) {
            return null;
        }
        if (!name.aliases().isEmpty()) {
            problems.add(
                    row.at(),
                    "a parameter has one name on the wire, not also '"
                            + name.aliases().get(0) + "'");
        }
        boolean inPath = place == Place.QUERY && path.contains("{" + name.wire() + "}");
        return new ParameterModel(
                name.wire(),
                name.java(),
                inPath ? Place.PATH : place,
                type,
                required.equals("yes") ? Presence.ALWAYS : Presence.OPTIONAL,
                doc,
                defaultText == null ? null : MarkdownText.plain(defaultText),
                bounds,
                row.at());
    }

    private static String nameColumn(Place place) {
        return place == Place.BODY ? "Field" : "Parameter";
    }

    private @Nullable TypeModel type(Row row) {
        String text = MarkdownText.plain(row.get("Type", problems));
        TypeModel type = types.parse(text, row.at());
        TypeModel element = type instanceof TypeModel.ListOf list ? list.element() : type;
        if (element != null && ANSWERS_ONLY.contains(element)) {
            problems.add(row.at(), "type '" + text + "' is for responses, a request cannot hold it");
        }
        return type;
    }

    private @Nullable Bounds bounds(Row row) {
        String text = row.optional("Bounds", problems);
        if (text == null) {
            return null;
        }
        Matcher form = BOUNDS.matcher(text);
        if (!form.matches() || text.equals("..")) {
            problems.add(row.at(), "bounds '" + text + "' have to be written 1..100, 1.. or ..100");
            return null;
        }
        Long min = form.group(1) == null ? null : Long.valueOf(form.group(1));
        Long max = form.group(2) == null ? null : Long.valueOf(form.group(2));
        if (min != null && max != null && min > max) {
            problems.add(row.at(), "bounds '" + text + "' leave no number");
        }
        return new Bounds(min, max);
    }
}
