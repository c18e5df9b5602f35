package io.github.analytics4j.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of the house that one sees in the sources alone, for all modules. */
class SourceRulesTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final int MOST_LINES = 400;

    /**
     * The files that are longer, and how long they may be; neither becomes more. Generated files are as long as their spec, and
     * the sandbox has a comment for each of its many settings.
     */
    private static final Map<String, Integer> LONGER = Map.ofEntries(
            Map.entry("sdk-core/acceptance/src/test/java/io/github/analytics4j/acceptance/CatalogWalkTest.java", 459),
            Map.entry("sdk-core/acceptance/src/test/java/io/github/analytics4j/acceptance/Surroundings.java", 456),
            Map.entry(
                    "sdk-core/cli/src/test/java/io/github/analytics4j/cli/dashboard/DashboardInBrowserTest.java", 463),
            Map.entry(
                    "sdk-core/integrations/export/src/test/java/io/github/analytics4j/export/JdbcSessionTest.java",
                    449),
            Map.entry(
                    "sdk-core/integrations/export/src/test/java/io/github/analytics4j/export/SyncNastyTest.java", 596),
            Map.entry("sdk-core/src/test/java/io/github/analytics4j/client/HeldByUsersCodeTest.java", 446),
            Map.entry("sdk-core/src/test/java/io/github/analytics4j/page/OffsetTrustTest.java", 622),
            Map.entry("sdk-core/src/test/java/io/github/analytics4j/page/OffsetWalkTest.java", 512),
            Map.entry("sdk-core/src/test/java/io/github/analytics4j/page/ReadAheadTest.java", 519),
            Map.entry("sdk-core/testkit/src/main/java/io/github/analytics4j/testkit/Sandbox.java", 490),
            Map.entry("sdk-core/testkit/src/test/java/io/github/analytics4j/testkit/AdminTest.java", 426),
            Map.entry("sdk-core/testkit/src/test/java/io/github/analytics4j/testkit/CallLifeTest.java", 422),
            Map.entry("sdk-core/testkit/src/test/java/io/github/analytics4j/testkit/CrossCheckTest.java", 437),
            Map.entry("sdk-core/testkit/src/test/java/io/github/analytics4j/testkit/VoisnapSandboxTest.java", 405),
            Map.entry("sdk-core/testkit/src/test/resources/consumer/UsagesTest.java", 415),
            Map.entry("sdk-synthflow/src/test/java/io/github/analytics4j/synthflow/ResponseEncodingTest.java", 404));

    /** Names of types nested in what a type extends, which the sources do not show. */
    private static final Set<String> INHERITED = Set.of("CancelableDns.java: okhttp3.Call");

    /** A sentence at the start of a Javadoc that has such a word as its subject; a question of an example may. */
    private static final Pattern NO_SUBJECT =
            Pattern.compile("/\\*\\*[\\s*]*(?:What(?:ever)?|Who(?:ever)?|Nothing|Nobody|None)\\b[^.?]*[.]");

    /** A seed that nobody can give again, and one of another name than {@code walk.seed}, which the page for contributors tells of. */
    private static final Pattern OTHER_SEED =
            Pattern.compile("seed = System\\.nanoTime\\(\\)|getLong\\(\"(?!walk\\.seed\")[\\w.]*seed\"");

    /** The packages of the published Javadoc; of the sandbox and the command it leaves out those below. */
    private static final Set<String> SHOWN = Stream.concat(
                    PublicApi.PACKAGES.stream(), Stream.of("duckdb", "export", "spark", "spring", "cli"))
            .collect(Collectors.toUnmodifiableSet());

    @TempDir
    Path folder;

    @Test
    void file_hasAtMost400Lines() throws IOException {
        Set<String> notLonger = new TreeSet<>(LONGER.keySet());
        List<String> tooLong = new ArrayList<>();
        for (Path file : files()) {
            int lines = isGenerated(file) ? 0 : Files.readAllLines(file).size();
            if (lines > MOST_LINES) {
                notLonger.remove(name(file));
            }
            if (lines > LONGER.getOrDefault(name(file), MOST_LINES)) {
                tooLong.add(name(file) + " has " + lines);
            }
        }
        assertThat(tooLong).as("files of more lines than they may have").isEmpty();
        assertThat(notLonger)
                .as("files that need no place in the list of longer ones")
                .isEmpty();
    }

    @Test
    void code_importsTheTypesItNames() throws IOException {
        Parsed parsed = parse(files().stream()
                .filter(file -> !file.endsWith("module-info.java"))
                .toList());
        Map<String, Set<String>> neighbours = new HashMap<>();
        for (CompilationUnitTree source : parsed.sources()) {
            Set<String> names =
                    neighbours.computeIfAbsent(String.valueOf(source.getPackageName()), each -> new HashSet<>());
            source.getTypeDecls().stream()
                    .filter(ClassTree.class::isInstance)
                    .forEach(
                            each -> names.add(((ClassTree) each).getSimpleName().toString()));
        }
        List<String> names = parsed.sources().stream()
                .flatMap(source -> QualifiedNames.of(
                        source,
                        parsed.docs().getSourcePositions(),
                        neighbours.get(String.valueOf(source.getPackageName())))
                        .stream())
                .filter(name -> !INHERITED.contains(name.replaceAll(".*/|:\\d+", "")))
                .toList();
        assertThat(names).isEmpty();
    }

    @Test
    void javadoc_tellsOfAllThatItShows() throws IOException {
        Parsed parsed = parse(files().stream().filter(SourceRulesTest::isShown).toList());
        assertThat(parsed.sources()).hasSizeGreaterThan(400);
        assertThat(parsed.sources().stream()
                        .flatMap(source -> CommentGaps.of(parsed.docs(), source).stream())
                        .map(gap -> gap.replace(ROOT + "/", "")))
                .isEmpty();
    }

    @Test
    void javadoc_beginsWithASentenceThatHasASubject() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            if (!name(file).contains("src/test/") && !isGenerated(file)) {
                NO_SUBJECT
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(match -> found.add(name(file) + ": " + match.group()));
            }
        }
        assertThat(found).isEmpty();
        assertThat(NO_SUBJECT.matcher("/** What is read. */").lookingAt()).isTrue();
        assertThat(NO_SUBJECT.matcher("/**\n * What is an error? It is told.").lookingAt())
                .isFalse();
    }

    @Test
    void seedThatIsDrawn_canBeGivenAgain_byTheOneProperty() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            OTHER_SEED
                    .matcher(Files.readString(file))
                    .results()
                    .forEach(match -> found.add(name(file) + ": " + match.group()));
        }
        assertThat(found).isEmpty();
    }

    /** One source with each kind of gap, and with what is none. */
    @Test
    void gap_ofEachKind_isFound() throws IOException {
        Path file = Files.writeString(folder.resolve("Shown.java"), """
                package shown;

                /** A type. */
                public final class Shown<T> {
                    public static final int BARE = 1;

                    /** {@return the size} */
                    public int size() {
                        return 0;
                    }

                    /** Adds. */
                    public <U> int add(String one, U other) throws java.io.IOException {
                        return 0;
                    }

                    public void bare() {}

                    /**
                     * Is for generated code.
                     *
                     * @hidden
                     */
                    public int hidden(int number) {
                        return number;
                    }

                    @Override
                    public String toString() {
                        return "";
                    }

                    int inside(int number) {
                        return number;
                    }

                    /**
                     * A pair.
                     *
                     * @param one the first
                     */
                    public record Pair(int one, int other) {
                        /** Compares the two. */
                        public Pair {}
                    }

                    /** A choice. */
                    public enum Choice {
                        ONE
                    }

                    /** To be called. */
                    public interface Callback {
                        void called(int times);
                    }

                    /**
                     * Is for generated code.
                     *
                     * @hidden
                     */
                    public static class Hidden {
                        public int bare(int number) {
                            return number;
                        }
                    }
                }
                """);
        Parsed parsed = parse(List.of(file));
        assertThat(CommentGaps.of(parsed.docs(), parsed.sources().get(0)))
                .extracting(gap -> gap.replaceAll(".*: ", ""))
                .containsExactly(
                        "Shown lacks @param <T>",
                        "BARE lacks a sentence",
                        "add() lacks @param <U>",
                        "add() lacks @param one",
                        "add() lacks @param other",
                        "add() lacks @return",
                        "add() lacks @throws java.io.IOException",
                        "bare() lacks a sentence",
                        "Pair lacks @param other",
                        "ONE lacks a sentence",
                        "called() lacks a sentence");
        assertThat(QualifiedNames.of(parsed.sources().get(0), parsed.docs().getSourcePositions(), Set.of()))
                .singleElement()
                .asString()
                .endsWith("Shown.java:13: java.io.IOException");
    }

    private record Parsed(DocTrees docs, List<CompilationUnitTree> sources) {}

    private static Parsed parse(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            List<CompilationUnitTree> sources = new ArrayList<>();
            task.parse().forEach(sources::add);
            return new Parsed(DocTrees.instance(task), sources);
        }
    }

    private static boolean isShown(Path file) {
        String name = file.toString();
        return (name.contains("/src/main/java/") || isGenerated(file))
                && SHOWN.contains(name.replaceAll(".*/io/github/analytics4j/|/[^/]*$", ""));
    }

    private static boolean isGenerated(Path file) {
        return file.toString().contains("/src/generated/");
    }

    private static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".java")
                            && !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
            assertThat(found).hasSizeGreaterThan(1_000);
            return found;
        }
    }
}
