package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.Doc;
import io.github.analytics4j.codegen.model.EnumModel;
import io.github.analytics4j.codegen.model.FieldModel;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.ParameterModel.Place;
import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.codegen.model.SourceLocation;
import io.github.analytics4j.codegen.table.Heading.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sections of one file, in order, to the linked model. */
final class SpecReader {

    private static final Set<String> REPEATABLE_FACTS = Set.of("Check");

    private final String file;
    private final Problems problems;
    private final List<OperationDraft> drafts = new ArrayList<>();
    private final List<RecordModel> records = new ArrayList<>();
    private final List<EnumModel> enums = new ArrayList<>();
    private final Set<String> misread = new HashSet<>();

    SpecReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    TableSpec read(String text) {
        List<Section> sections = Outline.of(file, text, problems);
        if (sections.isEmpty() || sections.get(0).heading().kind() != Kind.TITLE) {
            problems.add(new SourceLocation(file, 1), "the file has to begin with a heading '# Name'");
            return new TableSpec(new ApiModel("", "", file, List.of(), List.of(), List.of()), List.of());
        }
        TypeParser types = new TypeParser(names(sections, Kind.RECORD), names(sections, Kind.OPEN_ENUM), problems);
        FieldReader fields = new FieldReader(types, problems);
        ParameterReader parameters = new ParameterReader(types, problems);
        for (Section section : sections) {
            read(section, fields, parameters);
        }
        ApiModel api = link(sections.get(0), types);
        return new Examples(api, drafts, misread, problems).check(fields.withoutSample());
    }

    private static Set<String> names(List<Section> sections, Kind kind) {
        return sections.stream()
                .map(Section::heading)
                .filter(heading -> heading.kind() == kind)
                .map(Heading::name)
                .collect(Collectors.toSet());
    }

    private void read(Section section, FieldReader fields, ParameterReader parameters) {
        switch (section.heading().kind()) {
            case OPERATION ->
                drafts.add(new OperationDraft(
                        section, Facts.of(section, "Fact", OperationReader.FACTS, REPEATABLE_FACTS, problems)));
            case PARAMETERS -> parameters(section, Place.QUERY, parameters);
            case BODY -> parameters(section, Place.BODY, parameters);
            case SAMPLE, SAMPLE_PART -> sample(section);
            case CALL -> call(section);
            case RECORD -> records.add(record(section, fields));
            case OPEN_ENUM -> enums.add(EnumReader.read(section, problems));
            case TITLE, PROSE -> {
                /* for people; the settings are read once the rest is */
            }
        }
    }

    private @Nullable OperationDraft owner(Section section) {
        if (drafts.isEmpty()) {
            problems.add(section.heading().at(), Sections.what(section) + " stands before any operation");
            return null;
        }
        return drafts.get(drafts.size() - 1);
    }

    private void parameters(Section section, Place place, ParameterReader reader) {
        OperationDraft owner = owner(section);
        if (owner == null) {
            return;
        }
        for (Row row : Sections.rows(section, ParameterReader.columns(place), problems)) {
            ParameterModel parameter = reader.read(row, place, owner.path());
            if (parameter != null) {
                owner.parameters.add(parameter);
            }
        }
    }

    private void sample(Section section) {
        OperationDraft owner = owner(section);
        Fence fence = Sections.fence(section, List.of("json"), problems);
        JsonTree json = fence == null ? null : JsonTree.of(fence, problems);
        if (owner == null) {
            return;
        }
        owner.hasSample = true;
        if (json != null) {
            owner.samples.add(new Sample(section.heading().kind() == Kind.SAMPLE_PART, json));
        }
    }

    private void call(Section section) {
        OperationDraft owner = owner(section);
        Fence fence = Sections.fence(section, List.of("sh", "http"), problems);
        if (owner != null && fence != null) {
            owner.calls.add(fence);
        }
    }

    private RecordModel record(Section section, FieldReader reader) {
        int before = problems.sorted().size();
        List<FieldModel> fields = new ArrayList<>();
        for (Row row : Sections.rows(section, FieldReader.COLUMNS, problems)) {
            FieldModel field = reader.read(row);
            if (field != null) {
                fields.add(field);
            }
        }
        if (problems.sorted().size() > before) {
            misread.add(section.heading().name());
        }
        return new RecordModel(
                section.heading().name(),
                Doc.of(section.summary()),
                fields,
                section.heading().at());
    }

    private ApiModel link(Section title, TypeParser types) {
        Settings settings = Settings.of(title, problems);
        OperationReader reader = new OperationReader(types, settings, misread.isEmpty(), problems);
        List<OperationModel> operations = new ArrayList<>();
        for (OperationDraft draft : drafts) {
            OperationModel operation = reader.read(draft);
            if (operation != null) {
                operations.add(operation);
            }
        }
        String packageName = "io.github.analytics4j." + settings.module();
        ApiModel api = new ApiModel(title.heading().name(), packageName, file, operations, records, enums);
        return api;
    }
}
