package io.github.analytics4j.codegen;

import io.github.analytics4j.codegen.docs.ApiReadme;
import io.github.analytics4j.codegen.emit.JavaEmitter;
import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.ModelChecks;
import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.openapi.OpenApiFrontEnd;
import io.github.analytics4j.codegen.table.TableFrontEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The API modules of the repository: what their specs say, what was generated, what is to be. */
public final class Modules {

    /** The modules by folder name. */
    public static final List<String> ALL = List.of("sdk-synthflow", "sdk-synaptiq", "sdk-voisnap", "sdk-callops");

    private static final List<FrontEnd> FRONT_ENDS = List.of(new OpenApiFrontEnd(), new TableFrontEnd());

    private final Path repository;

    /** The modules below a checkout. */
    public Modules(Path repository) {
        this.repository = repository;
    }

    /** The model of a module; refuses a spec with mistakes, all named. */
    public ApiModel model(String module) throws IOException {
        return read(repository.resolve(module).resolve("src/spec"));
    }

    /** The model of the spec in a folder; refuses a spec with mistakes, all named. */
    public static ApiModel read(Path specDirectory) throws IOException {
        Problems problems = new Problems();
        FrontEnd frontEnd = FRONT_ENDS.stream()
                .filter(each -> each.accepts(specDirectory))
                .findFirst()
                .orElseThrow(() -> new IOException("no spec that any front end knows in " + specDirectory));
        ApiModel model = frontEnd.read(specDirectory, problems);
        new ModelChecks(model, problems).run();
        problems.throwIfAny();
        return model;
    }

    /** Generates the sources of a module, by path below their root. */
    public SortedMap<String, String> expected(String module) throws IOException {
        return JavaEmitter.emit(model(module));
    }

    /** Generates the README of a module. */
    public String expectedReadme(String module) throws IOException {
        return ApiReadme.text(model(module), repository.resolve(module).resolve("src/spec"));
    }

    /** The README of a module. */
    public Path readme(String module) {
        return repository.resolve(module).resolve("README.md");
    }

    /** Reads the generated sources of a module, by path below their root. */
    public SortedMap<String, String> present(String module) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        Path root = root(module);
        if (Files.isDirectory(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            }
        }
        return files;
    }

    /** Makes the generated sources of a module what is expected; returns how many files were written or deleted. */
    public int rewrite(String module, SortedMap<String, String> expected) throws IOException {
        SortedMap<String, String> present = present(module);
        int changes = 0;
        for (String path : present.keySet()) {
            if (!expected.containsKey(path)) {
                Files.delete(root(module).resolve(path));
                changes++;
            }
        }
        for (String path : expected.keySet()) {
            if (!expected.get(path).equals(present.get(path))) {
                Path file = root(module).resolve(path);
                Files.createDirectories(file.getParent());
                Files.writeString(file, expected.get(path));
                changes++;
            }
        }
        return changes;
    }

    private Path root(String module) {
        return repository.resolve(module).resolve("src/generated/java");
    }
}
