package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.Doc;
import io.github.analytics4j.codegen.model.JavaNames;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.Paging;
import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.Result;
import io.github.analytics4j.codegen.model.TypeModel;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An operation's facts to the operation. */
final class OperationReader {

    static final List<String> FACTS =
            List.of("Request", "Request type", "Result", "Paging", "Rate limit", "Repeatable", "Check", "Vendor page");

    private static final Pattern REQUEST = Pattern.compile("`(GET|POST) (/[^\\s`]*)`");
    private static final Pattern RESULT = Pattern.compile("(object|list of) `([^`]+)`");
    private static final Pattern TYPE_NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");

    private final TypeParser types;
    private final Settings settings;
    private final boolean recordsRead;
    private final Problems problems;

    /** @param recordsRead whether all records could be read, so that what paging names in them can be looked for */
    OperationReader(TypeParser types, Settings settings, boolean recordsRead, Problems problems) {
        this.types = types;
        this.settings = settings;
        this.recordsRead = recordsRead;
        this.problems = problems;
    }

    /** The operation, or null after a report of what it cannot be without. */
    @Nullable
    OperationModel read(OperationDraft draft) {
        Matcher request = request(draft);
        Result result = result(draft);
        String name = requestName(draft);
        boolean repeatable = repeatable(draft, request);
        Paging paging = new PagingReader(draft, problems).read();
        Facts.Fact limit = draft.facts.get("Rate limit");
        Facts.Fact page = draft.facts.get("Vendor page");
        if (request == null || result == null) {
            return null;
        }
        return new OperationModel(
                settings.module() + "." + draft.name(),
                draft.group(),
                draft.method(),
                name,
                request.group(1),
                request.group(2),
                limit == null ? draft.group() : limit.plain(),
                repeatable,
                Doc.of(draft.section.summary()),
                page == null ? settings.vendorPage() : page.plain(),
                draft.parameters,
                new CheckReader(draft, problems).read(),
                result,
                recordsRead ? paging : null,
                draft.at());
    }

    private @Nullable Matcher request(OperationDraft draft) {
        Facts.Fact fact = draft.facts.get("Request");
        if (fact == null) {
            problems.add(draft.at(), "operation '" + draft.name() + "' has no fact 'Request' with method and path");
            return null;
        }
        Matcher request = REQUEST.matcher(fact.text());
        if (!request.matches()) {
            problems.add(fact.at(), "request '" + fact.text() + "' has to be written `GET /path` or `POST /path`");
            return null;
        }
        return request;
    }

    private @Nullable Result result(OperationDraft draft) {
        Facts.Fact fact = draft.facts.get("Result");
        if (fact == null) {
            problems.add(draft.at(), "operation '" + draft.name() + "' has no fact 'Result'");
            return null;
        }
        if (fact.text().equals("file link")) {
            return new Result.Link();
        }
        Matcher form = RESULT.matcher(fact.text());
        if (!form.matches()) {
            problems.add(fact.at(), "result '" + fact.text() + "' is none of object `Name`, list of `Name`, file link");
            return null;
        }
        TypeModel type = types.parse(form.group(2), fact.at());
        if (type == null) {
            return null;
        }
        return new Result.Json(form.group(1).equals("object") ? type : new TypeModel.ListOf(type));
    }

    private String requestName(OperationDraft draft) {
        Facts.Fact fact = draft.facts.get("Request type");
        if (fact == null) {
            return JavaNames.pascal(draft.method()) + "Request";
        }
        if (!TYPE_NAME.matcher(fact.plain()).matches()) {
            problems.add(fact.at(), "request type '" + fact.plain() + "' is no name of a type");
        }
        return fact.plain();
    }

    private boolean repeatable(OperationDraft draft, @Nullable Matcher request) {
        Facts.Fact fact = draft.facts.get("Repeatable");
        if (fact == null) {
            return request != null && request.group(1).equals("GET");
        }
        if (!Set.of("yes", "no").contains(fact.text())) {
            problems.add(fact.at(), "repeatable '" + fact.text() + "' is neither yes nor no");
        }
        return fact.text().equals("yes");
    }
}
