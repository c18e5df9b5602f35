package io.github.analytics4j.codegen.model;

import java.util.HashMap;
import java.util.Map;

/** The rules every model keeps, whatever its spec is written in. Mistakes go to {@link Problems}. */
public final class ModelChecks {

    private final ApiModel model;
    private final Problems problems;

    /** Checks for one model. */
    public ModelChecks(ApiModel model, Problems problems) {
        this.model = model;
        this.problems = problems;
    }

    /** Reports every mistake. */
    public void run() {
        uniqueTypes();
        uniqueOperations();
        RecordChecks records = new RecordChecks(model, problems);
        model.records().forEach(records::check);
        model.enums().forEach(records::check);
        OperationChecks operations = new OperationChecks(model, problems);
        model.operations().forEach(operations::check);
        PagingChecks paging = new PagingChecks(model, problems);
        model.operations().forEach(paging::check);
    }

    private void uniqueTypes() {
        Map<String, SourceLocation> seen = new HashMap<>();
        model.records().forEach(each -> unique(seen, "type " + each.name(), each.location()));
        model.enums().forEach(each -> unique(seen, "type " + each.name(), each.location()));
        model.operations().forEach(each -> unique(seen, "type " + each.request(), each.location()));
    }

    private void uniqueOperations() {
        Map<String, SourceLocation> seen = new HashMap<>();
        for (OperationModel each : model.operations()) {
            unique(seen, "operation id " + each.id(), each.location());
            unique(seen, "method " + each.group() + "." + each.method(), each.location());
        }
    }

    private void unique(Map<String, SourceLocation> seen, String what, SourceLocation location) {
        SourceLocation before = seen.putIfAbsent(what, location);
        if (before != null) {
            problems.add(location, "the " + what + " is taken by " + before);
        }
    }
}
