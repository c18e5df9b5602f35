package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.Check;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.SourceLocation;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The facts 'Check' of an operation to its rules between parameters. */
final class CheckReader {

    private static final Pattern ORDERED = Pattern.compile("`([^`]+)` not (after|above) `([^`]+)`");
    private static final Pattern MAX_DAYS = Pattern.compile("at most (\\d{1,5}) days from `([^`]+)` to `([^`]+)`");
    private static final Set<TypeModel> NUMBERS = Set.of(Scalar.INT, Scalar.LONG, Scalar.DOUBLE, Scalar.MONEY);

    private final OperationDraft draft;
    private final Problems problems;

    CheckReader(OperationDraft draft, Problems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    List<Check> read() {
        List<Check> checks = new ArrayList<>();
        for (Facts.Fact fact : draft.facts.all("Check")) {
            Check check = read(fact);
            if (check != null) {
                checks.add(check);
            }
        }
        return checks;
    }

    private @Nullable Check read(Facts.Fact fact) {
        Matcher ordered = ORDERED.matcher(fact.text());
        if (ordered.matches()) {
            boolean times = ordered.group(2).equals("after");
            boolean first = comparable(ordered.group(1), times, fact.at());
            boolean second = comparable(ordered.group(3), times, fact.at());
            return first && second ? new Check.Ordered(ordered.group(1), ordered.group(3)) : null;
        }
        Matcher days = MAX_DAYS.matcher(fact.text());
        if (days.matches()) {
            boolean from = comparable(days.group(2), true, fact.at());
            boolean to = comparable(days.group(3), true, fact.at());
            int most = Integer.parseInt(days.group(1));
            return from && to ? new Check.MaxDays(days.group(2), days.group(3), most) : null;
        }
        problems.add(
                fact.at(),
                "check '" + fact.text()
                        + "' is none of `a` not after `b`; `a` not above `b`; at most 365 days from `a` to `b`");
        return null;
    }

    private boolean comparable(String wire, boolean times, SourceLocation at) {
        ParameterModel parameter = draft.parameter(wire);
        if (parameter == null) {
            problems.add(at, "the check names '" + wire + "', which is no parameter of " + draft.name());
            return false;
        }
        boolean time = parameter.type() instanceof TypeModel.Time
                || parameter.type() == Scalar.DATE
                || parameter.type() == Scalar.DATE_OR_TIME;
        if (times ? !time : !NUMBERS.contains(parameter.type())) {
            problems.add(at, "the check compares '" + wire + "', which is no " + (times ? "date or time" : "number"));
            return false;
        }
        return true;
    }
}
