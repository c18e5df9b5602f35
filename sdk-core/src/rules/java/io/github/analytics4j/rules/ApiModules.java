package io.github.analytics4j.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The API modules of the repository, by the folders there are: lists that name every API are held against them. */
public final class ApiModules {
    private static final String FOLDER = "sdk-";

    private ApiModules() {}

    /** The checkout that the folder of the module under test lies in. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** The names of the APIs that have a spec, in the order of the alphabet. */
    public static List<String> names() {
        try (Stream<Path> folders = Files.list(root())) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("src/spec")))
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> name.startsWith(FOLDER))
                    .map(name -> name.substring(FOLDER.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
