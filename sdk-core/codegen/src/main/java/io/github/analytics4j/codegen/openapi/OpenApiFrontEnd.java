package io.github.analytics4j.codegen.openapi;

import io.github.analytics4j.codegen.FrontEnd;
import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.Problems;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads an OpenAPI 3.1 document and the {@code overrides.yaml} beside it. */
public final class OpenApiFrontEnd implements FrontEnd {

    /** Differences between the vendor's document and the spec that are meant; no part of the spec. */
    public static final String KNOWN = "known-differences.yaml";

    private static final String OVERRIDES = "overrides.yaml";

    @Override
    public boolean accepts(Path specDirectory) {
        return Files.isRegularFile(specDirectory.resolve(OVERRIDES));
    }

    @Override
    public ApiModel read(Path specDirectory, Problems problems) throws IOException {
        Path spec = specFile(specDirectory);
        Path overrides = specDirectory.resolve(OVERRIDES);
        return read(
                FrontEnd.shown(spec),
                Files.readString(spec),
                FrontEnd.shown(overrides),
                Files.readString(overrides),
                problems);
    }

    private static Path specFile(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file ->
                            file.toString().endsWith(".yaml") && !file.endsWith(OVERRIDES) && !file.endsWith(KNOWN))
                    .sorted()
                    .findFirst()
                    .orElseThrow(() -> new IOException("no spec beside " + directory.resolve(OVERRIDES)));
        }
    }

    /** The spec alone, as it is before its corrections. */
    public static SpecTree uncorrected(Path specDirectory, Problems problems) throws IOException {
        Path spec = specFile(specDirectory);
        return SpecTree.parse(FrontEnd.shown(spec), Files.readString(spec), problems);
    }

    /** The corrections of a spec. */
    public static Overrides overrides(Path specDirectory, Problems problems) throws IOException {
        Path file = specDirectory.resolve(OVERRIDES);
        return new Overrides(SpecTree.parse(FrontEnd.shown(file), Files.readString(file), problems), problems);
    }

    /** Reads a spec and its overrides from text; {@code file} and {@code overridesFile} are their names in messages. */
    static ApiModel read(String file, String yaml, String overridesFile, String overridesYaml, Problems problems) {
        SpecTree tree = SpecTree.parse(file, yaml, problems);
        Overrides overrides = new Overrides(SpecTree.parse(overridesFile, overridesYaml, problems), problems);
        overrides.applyTo(tree);
        OpenAPI document = DocumentParser.parse(tree, problems);
        Extensions extensions = new Extensions(tree, problems);
        SchemaReader schemas = new SchemaReader(DocumentParser.schemas(document), extensions);
        List<OperationModel> operations = operations(document, new OperationReader(schemas, extensions));
        DeclarationReader declarations = new DeclarationReader(schemas, extensions);
        declarations.readAll();
        return new ApiModel(
                overrides.api("name"),
                overrides.api("package"),
                file,
                operations,
                declarations.records(),
                declarations.enums());
    }

    private static List<OperationModel> operations(OpenAPI document, OperationReader reader) {
        List<OperationModel> operations = new ArrayList<>();
        Map<String, PathItem> paths = document.getPaths() == null ? Map.of() : document.getPaths();
        paths.forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
            Place place = Place.of("paths", path, method.name().toLowerCase(Locale.ROOT));
            operations.add(reader.read(path, method.name(), operation, place));
        }));
        return operations;
    }
}
