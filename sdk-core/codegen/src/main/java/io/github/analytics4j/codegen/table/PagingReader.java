package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.Paging;
import io.github.analytics4j.codegen.model.Paging.Style;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fact 'Paging' of an operation. What its names refer to in the response is checked with the model. */
final class PagingReader {

    private static final Pattern FORM = Pattern.compile("(page|window): *(.*)");
    private static final Pattern PART = Pattern.compile("([a-z]+) `([^`]+)`");
    private static final List<String> PAGE_NEEDS = List.of("number", "size", "rows", "id");
    private static final List<String> WINDOW_NEEDS = List.of("size", "from", "to", "id", "time");
    private static final List<String> PAGE_KNOWS =
            List.of("number", "size", "rows", "total", "echo", "more", "from", "to", "id", "time");

    private final OperationDraft draft;
    private final Problems problems;

    PagingReader(OperationDraft draft, Problems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    /** How the operation pages; null where it does not, or after a report. */
    @Nullable
    Paging read() {
        Facts.Fact fact = draft.facts.get("Paging");
        if (fact == null || fact.text().equals("none")) {
            return null;
        }
        Matcher form = FORM.matcher(fact.text());
        if (!form.matches()) {
            problems.add(fact.at(), "paging '" + fact.text() + "' begins with none of none, page:, window:");
            return null;
        }
        Style style = form.group(1).equals("page") ? Style.PAGE : Style.WINDOW;
        Map<String, String> names = names(fact, form.group(2), style);
        ParameterModel size = draft.parameter(names.getOrDefault("size", ""));
        boolean complete = needed(fact, form.group(1), style, names);
        if (size == null && names.containsKey("size")) {
            problems.add(
                    fact.at(), "paging names '" + names.get("size") + "', which is no parameter of " + draft.name());
        }
        return size == null || !complete ? null : paging(fact, style, names, size);
    }

    private boolean needed(Facts.Fact fact, String word, Style style, Map<String, String> names) {
        boolean complete = true;
        for (String needed : style == Style.PAGE ? PAGE_NEEDS : WINDOW_NEEDS) {
            if (!names.containsKey(needed)) {
                problems.add(fact.at(), "paging by " + word + " has to name its " + needed);
                complete = false;
            }
        }
        return complete;
    }

    private Map<String, String> names(Facts.Fact fact, String text, Style style) {
        List<String> known = style == Style.PAGE ? PAGE_KNOWS : WINDOW_NEEDS;
        Map<String, String> names = new HashMap<>();
        for (String part : text.split(",")) {
            Matcher form = PART.matcher(part.strip());
            if (!form.matches() || !known.contains(form.group(1))) {
                problems.add(fact.at(), "paging cannot read '" + part.strip() + "'");
            } else if (names.put(form.group(1), form.group(2)) != null) {
                problems.add(fact.at(), "paging names its " + form.group(1) + " twice");
            }
        }
        return names;
    }

    private @Nullable Paging paging(Facts.Fact fact, Style style, Map<String, String> names, ParameterModel size) {
        ParameterModel.Bounds bounds = size.bounds();
        String usual = size.defaultText();
        if (bounds == null || bounds.max() == null || usual == null || !usual.matches("\\d{1,9}")) {
            problems.add(
                    fact.at(), "the size of pages, '" + size.wireName() + "', needs a number as default and a bound");
            return null;
        }
        String rows = names.get("rows");
        return new Paging(
                style,
                names.get("number"),
                size.wireName(),
                names.get("from"),
                names.get("to"),
                Integer.parseInt(usual),
                (int) Math.min(bounds.max(), Integer.MAX_VALUE),
                rows == null ? List.of() : path(rows),
                optionalPath(names.get("total")),
                optionalPath(names.get("echo")),
                optionalPath(names.get("more")),
                names.getOrDefault("id", ""),
                names.get("time"));
    }

    private static @Nullable List<String> optionalPath(@Nullable String text) {
        return text == null ? null : path(text);
    }

    private static List<String> path(String text) {
        return List.of(text.split("\\.", -1));
    }
}
