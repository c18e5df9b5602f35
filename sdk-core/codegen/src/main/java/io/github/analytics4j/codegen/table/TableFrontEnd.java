package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.FrontEnd;
import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.SourceLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a module's {@code src/spec} that holds one Markdown file; FORMAT.md describes it. */
public final class TableFrontEnd implements FrontEnd {

    @Override
    public boolean accepts(Path specDirectory) {
        try {
            return !specs(specDirectory).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public ApiModel read(Path specDirectory, Problems problems) throws IOException {
        return readSpec(specDirectory, problems).api();
    }

    /** Reads the spec with its examples. */
    public TableSpec readSpec(Path specDirectory, Problems problems) throws IOException {
        List<Path> specs = specs(specDirectory);
        String file = FrontEnd.shown(specs.get(0));
        if (specs.size() > 1) {
            problems.add(
                    new SourceLocation(file, 1), "one file is the spec, there is also " + FrontEnd.shown(specs.get(1)));
        }
        return TableSpec.read(file, Files.readString(specs.get(0), StandardCharsets.UTF_8), problems);
    }

    /** Where the vendor serves the API, as the settings say it; null where the user has to say. */
    public static @Nullable String baseUrl(Path specDirectory) throws IOException {
        Path spec = specs(specDirectory).get(0);
        return Settings.baseUrl(
                Outline.of(FrontEnd.shown(spec), Files.readString(spec, StandardCharsets.UTF_8), new Problems()));
    }

    private static List<Path> specs(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".md"))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}
