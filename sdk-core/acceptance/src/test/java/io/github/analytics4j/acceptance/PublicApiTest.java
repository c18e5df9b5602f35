package io.github.analytics4j.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What users see is a decision: it stands in {@code sdk-core/api.txt}, and every change of it shows there. What only generated
 * code needs is marked, left out of the Javadoc, and used by nothing that is written as users write.
 */
class PublicApiTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path FILE = ROOT.resolve("sdk-core/api.txt");
    private static final Path CORE = ROOT.resolve("sdk-core/src/main/java");
    private static final Set<String> MEMBERS = markedMembers();
    private static final Pattern TYPE_NAME = Pattern.compile("[a-z][\\w.]*\\.[A-Z][\\w$]*");
    private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void publicApi_isAsTheFileSays() throws IOException {
        List<String> lines = PublicApi.lines();
        if (Boolean.getBoolean("api.rewrite")) {
            Files.write(FILE, lines);
        }
        assertThat(changes(Files.readAllLines(FILE), lines))
                .as("The public API differs from sdk-core/api.txt. If that is meant, rewrite the file:"
                        + " ./mvnw -q -Pquick -pl sdk-core/acceptance -am test -Dtest=PublicApiTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dapi.rewrite=true")
                .isEmpty();
    }

    /** Nobody could look up such a type: it is not in the published Javadoc, and may change in any release. */
    @Test
    void publicApi_namesNoMarkedType() {
        Set<String> marked = PublicApi.types().stream()
                .filter(PublicApi::isMarked)
                .map(type -> PublicApi.name(type))
                .collect(Collectors.toSet());

        assertThat(qualified(PublicApi.lines()))
                .as(
                        "members whose signature has a type with @GeneratedCodeApi: mark the member too, or no longer the type")
                .filteredOn(line -> TYPE_NAME.matcher(line).results().anyMatch(name -> marked.contains(name.group())))
                .isEmpty();
        assertThat(marked).contains("page.WalkSpec", "json.JsonCodec");
    }

    /** The lines that went and came, each member behind its type. */
    private static List<String> changes(List<String> before, List<String> now) {
        Set<String> old = qualified(before);
        Set<String> current = qualified(now);
        List<String> changes = new ArrayList<>();
        old.stream().filter(line -> !current.contains(line)).forEach(line -> changes.add("- " + line));
        current.stream().filter(line -> !old.contains(line)).forEach(line -> changes.add("+ " + line));
        return changes;
    }

    private static Set<String> qualified(List<String> lines) {
        Set<String> all = new LinkedHashSet<>();
        String type = "";
        for (String line : lines) {
            type = line.startsWith(" ") ? type : line;
            all.add(line.startsWith(" ") ? type + " #" + line.strip() : line);
        }
        return all;
    }

    @Test
    void markedTypesAndMembers_areLeftOutOfTheJavadoc_andNothingElseIs() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : javaFiles(CORE)) {
            if (file.endsWith("GeneratedCodeApi.java")) {
                continue;
            }
            String text = Files.readString(file);
            if (count("(?m)^\\s*\\* @hidden$", text) != count("(?m)^\\s*@GeneratedCodeApi$", text)
                    || count("(?m)^\\s*\\* @hidden\\n\\s*\\*/\\n\\s*@GeneratedCodeApi$", text)
                            != count("(?m)^\\s*@GeneratedCodeApi$", text)) {
                wrong.add(CORE.relativize(file)
                        + ": @GeneratedCodeApi stands right behind a Javadoc that ends with @hidden");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(marked()).contains("JsonReader", "WalkSpec", "Transport", "RequestChecks");
    }

    /** The tool of Javadoc hides a type and shows what is nested in it. */
    @Test
    void typesNestedInMarkedOnes_areMarkedThemselves() {
        assertThat(PublicApi.types().stream()
                        .filter(type -> type.getEnclosingClass() != null
                                && isMarked(type.getEnclosingClass())
                                && !isMarked(type))
                        .map(Class::getName))
                .isEmpty();
    }

    private static long count(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"examples/src", "sdk-core/cli/src/main", "sdk-core/integrations"})
    void whatIsWrittenAsUsersWrite_usesNothingMarked(String folder) throws IOException {
        List<String> uses = new ArrayList<>();
        for (Path file : javaFiles(ROOT.resolve(folder))) {
            boolean test = file.toString().contains("/src/test/") && !folder.startsWith("examples");
            if (!test) {
                uses(Files.readString(file)).forEach(use -> uses.add(ROOT.relativize(file) + " uses " + use));
            }
        }
        assertThat(uses)
                .as(
                        "what is marked @GeneratedCodeApi is no user's; by its text a method of the same name looks like it")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "sdk-core/GUIDE.md",
                "sdk-synthflow/README.md",
                "sdk-synaptiq/README.md",
                "sdk-voisnap/README.md",
                "sdk-callops/README.md"
            })
    void snippets_useNothingMarked(String page) throws IOException {
        String code = SNIPPET.matcher(Files.readString(ROOT.resolve(page)))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining());
        assertThat(code).isNotEmpty();
        Set<String> words = new TreeSet<>(List.of(code.split("\\W+")));
        words.retainAll(marked());
        assertThat(words).isEmpty();
        assertThat(members(code)).isEmpty();
    }

    /** Marked types that a source imports, and members of their own name that it calls. */
    private static Set<String> uses(String source) {
        Set<String> used = new TreeSet<>(members(source));
        for (Class<?> type : PublicApi.types()) {
            String name = type.getCanonicalName();
            if (PublicApi.isMarked(type) && (source.contains(name + ";") || source.contains(name + "."))) {
                used.add(name);
            }
        }
        return used;
    }

    private static Set<String> members(String source) {
        Set<String> used = new TreeSet<>();
        Matcher calls = Pattern.compile("\\.(\\w+)\\(").matcher(source);
        while (calls.find()) {
            if (MEMBERS.contains(calls.group(1))) {
                used.add("." + calls.group(1) + "()");
            }
        }
        return used;
    }

    private static Set<String> marked() {
        return PublicApi.types().stream()
                .filter(type -> PublicApi.isMarked(type) && type.getEnclosingClass() == null)
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
    }

    /** The names that marked methods of unmarked types have, and no unmarked method. */
    private static Set<String> markedMembers() {
        Set<String> marked = new HashSet<>();
        Set<String> open = new HashSet<>();
        for (Class<?> type : PublicApi.types()) {
            if (!PublicApi.isMarked(type)) {
                Stream.of(type.getDeclaredMethods())
                        .forEach(each -> (isMarked(each) ? marked : open).add(((Member) each).getName()));
            }
        }
        marked.removeAll(open);
        return marked;
    }

    private static boolean isMarked(AnnotatedElement element) {
        return element.isAnnotationPresent(GeneratedCodeApi.class);
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".java")
                            && !file.toString().contains("/target/"))
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }
}
