package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.EnumModel;
import io.github.analytics4j.codegen.model.FieldModel;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.codegen.model.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts the samples of each operation together and has them checked. */
final class Examples {

    private final ApiModel api;
    private final List<OperationDraft> drafts;
    private final Set<String> misread;
    private final Problems problems;

    Examples(ApiModel api, List<OperationDraft> drafts, Set<String> misread, Problems problems) {
        this.api = api;
        this.drafts = drafts;
        this.misread = misread;
        this.problems = problems;
    }

    /**
     * The spec with its examples, after the report of what does not agree. Whether something is missing, or there for nothing, can
     * be told only once all else is right.
     *
     * @param withoutSample the fields that are said to be in no sample
     */
    TableSpec check(Set<FieldModel> withoutSample) {
        SampleChecker checker = new SampleChecker(
                api.records().stream().collect(Collectors.toMap(RecordModel::name, Function.identity(), (a, b) -> a)),
                api.enums().stream().collect(Collectors.toMap(EnumModel::name, Function.identity(), (a, b) -> a)),
                misread,
                problems);
        List<TableSpec.Example> examples = new ArrayList<>();
        for (OperationDraft draft : drafts) {
            OperationModel operation = api.operations().stream()
                    .filter(each -> each.location().equals(draft.at()))
                    .findFirst()
                    .orElse(null);
            if (operation != null) {
                examples.add(example(draft, operation, checker));
            }
        }
        if (problems.isEmpty()) {
            checker.unseen(withoutSample);
            UnusedTypes.report(api, problems);
        }
        return new TableSpec(api, examples);
    }

    private TableSpec.Example example(OperationDraft draft, OperationModel operation, SampleChecker checker) {
        List<JsonTree> whole = whole(draft);
        if (operation.result() instanceof Result.Json json) {
            if (!draft.hasSample) {
                problems.add(draft.at(), "operation '" + draft.name() + "' has no sample");
            }
            whole.forEach(sample -> checker.check(sample, json.type()));
        } else if (draft.hasSample) {
            problems.add(draft.at(), "operation '" + draft.name() + "' answers no JSON, so it has no sample");
        }
        return new TableSpec.Example(
                operation.id(),
                draft.calls.stream().map(Fence::text).toList(),
                whole.stream().map(JsonTree::json).toList());
    }

    private List<JsonTree> whole(OperationDraft draft) {
        List<JsonTree> whole = new ArrayList<>();
        JsonTree last = null;
        for (Sample sample : draft.samples) {
            if (!sample.part()) {
                last = sample.json();
            } else if (last == null) {
                problems.add(sample.json().at(), "a sample part without a sample before it");
            } else {
                whole.add(last.with(sample.json()));
                continue;
            }
            if (last != null) {
                whole.add(last);
            }
        }
        return whole;
    }
}
