package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation while its sections are being read. */
final class OperationDraft {

    final Section section;
    final Facts facts;
    final List<ParameterModel> parameters = new ArrayList<>();
    final List<Sample> samples = new ArrayList<>();
    final List<Fence> calls = new ArrayList<>();
    boolean hasSample;

    OperationDraft(Section section, Facts facts) {
        this.section = section;
        this.facts = facts;
    }

    String group() {
        return name().substring(0, name().indexOf('.'));
    }

    String method() {
        return name().substring(name().indexOf('.') + 1);
    }

    String name() {
        return section.heading().name();
    }

    /** The parameter of a wire name, or null. */
    @Nullable
    ParameterModel parameter(String wireName) {
        return parameters.stream()
                .filter(p -> p.wireName().equals(wireName))
                .findFirst()
                .orElse(null);
    }

    SourceLocation at() {
        return section.heading().at();
    }

    /** The path as far as it can be read, for what depends on it before it is checked. */
    String path() {
        Facts.Fact request = facts.get("Request");
        return request == null ? "" : request.plain();
    }
}
