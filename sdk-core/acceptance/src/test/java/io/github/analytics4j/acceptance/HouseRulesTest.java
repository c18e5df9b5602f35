package io.github.analytics4j.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.rules.ApiModules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules between modules, one run per module: what each may know, and what may show in its signatures. */
class HouseRulesTest {
    private static final String BASE = "io.github.analytics4j.";
    private static final List<String> CORE = List.of("catalog", "client", "retry", "error", "json", "page", "download");
    private static final List<String> APIS = ApiModules.names();

    /** The lists of APIs that neither a catalogue nor a compiler fills, and how an API stands there. */
    private static final Map<String, String> LISTS = Map.of(
            "sdk-core/codegen/src/main/java/io/github/analytics4j/codegen/Modules.java",
            "\"sdk-%s\"",
            "sdk-core/integrations/spring/src/main/resources/META-INF/spring/"
                    + "org.springframework.boot.autoconfigure.AutoConfiguration.imports",
            "spring.%sAutoConfiguration",
            "sdk-core/src/legal/NOTICE",
            "%s",
            ".ci/compatibility",
            ",sdk-%s,",
            ".ci/BundleCheck.java",
            "\"%s\"",
            "README.md",
            "](sdk-%s/README.md)");

    private static final List<String> HIDDEN = List.of("okhttp3.", "okio.", "com.squareup.moshi.", "kotlin.");

    /** A user may hand over a client of their own. */
    private static final String HANDED_OVER = "okhttp3.OkHttpClient";

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.github.analytics4j");
    }

    @ParameterizedTest
    @FieldSource("APIS")
    void apiModule_knowsTheCoreAndNoSister(String api) {
        String[] sisters = APIS.stream()
                .filter(other -> !other.equals(api))
                .map(other -> BASE + other + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(BASE + api + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(sisters)
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage(BASE + api + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "okio..", "com.squareup.moshi..", BASE + "testkit..")
                .check(classes);
    }

    @Test
    void testkit_knowsNoneOfOurModules() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(rooms().map(name -> BASE + name + "..").toArray(String[]::new))
                .check(classes);
    }

    /** The packages of core, and those of the APIs. */
    static Stream<String> rooms() {
        return Stream.concat(CORE.stream(), APIS.stream());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void publicSignatures_showNoLibraryType(String room) {
        List<String> leaks = classes.stream()
                .filter(type -> type.getPackageName().equals(BASE + room) && isVisible(type))
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> isOpen(unit.getModifiers()))
                .filter(HouseRulesTest::showsALibraryType)
                .map(JavaCodeUnit::getFullName)
                .toList();
        assertThat(leaks).isEmpty();
    }

    @Test
    void apis_onTheClassPath_areThoseOfTheRepository() {
        assertThat(ApiCatalog.all())
                .as("the APIs on the class path; they are dependencies in the POM of acceptance, and name themselves"
                        + " in META-INF/services")
                .extracting(ApiCatalog::name)
                .containsExactlyElementsOf(APIS);
    }

    @ParameterizedTest
    @FieldSource("APIS")
    void api_isInEveryListThatIsWrittenByHand(String api) {
        List<String> missing = LISTS.entrySet().stream()
                .map(list -> Map.entry(list.getKey(), list.getValue().formatted(api)))
                .filter(list -> !read(ApiModules.root().resolve(list.getKey()))
                        .toLowerCase(Locale.ROOT)
                        .contains(list.getValue().toLowerCase(Locale.ROOT)))
                .map(list -> list.getKey() + " lacks " + list.getValue())
                .sorted()
                .toList();
        assertThat(missing).as("CONTRIBUTING, Add an API").isEmpty();
    }

    /** All but a module's own. */
    @ParameterizedTest
    @FieldSource("APIS")
    void poms_nameEachApiWhereTheyNameItsSisters(String api) throws IOException {
        Set<String> expected = new TreeSet<>();
        for (String other : APIS) {
            expected.addAll(pomsOfOthersThatName(other));
        }
        assertThat(pomsOfOthersThatName(api))
                .as("POMs with a dependency on analytics4j-" + api)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> pomsOfOthersThatName(String api) throws IOException {
        return pomsThatName("<artifactId>analytics4j-" + api + "<").stream()
                .filter(pom -> !pom.startsWith("sdk-" + api + "/"))
                .toList();
    }

    @Test
    void poms_nothingDependsOnTheGenerator() throws IOException {
        assertThat(pomsThatName("analytics4j-codegen<")).containsExactly("sdk-core/codegen/pom.xml");
    }

    /** The jar has 80 MB; the root manages its version, the export uses it where somebody else brings it, and tests do. */
    @Test
    void poms_onlyTheDuckDbModuleBringsTheDatabase() throws IOException {
        assertThat(pomsThatName("<artifactId>duckdb_jdbc<"))
                .containsExactlyInAnyOrder(
                        "pom.xml",
                        "sdk-core/integrations/duckdb/pom.xml",
                        "sdk-core/integrations/export/pom.xml",
                        "sdk-core/integrations/spark/pom.xml");
        assertThat(Files.readString(Path.of("../integrations/spark/pom.xml"))) // its tests alone put a stream into it
                .containsOnlyOnce("<artifactId>duckdb_jdbc</artifactId>")
                .containsPattern("<artifactId>duckdb_jdbc</artifactId>\\s*<scope>test</scope>");
        assertThat(Files.readString(Path.of("../integrations/export/pom.xml")))
                .containsPattern("<artifactId>duckdb_jdbc</artifactId>\\s*<optional>true</optional>");
        assertThat(pomsThatName("<artifactId>analytics4j-duckdb<"))
                .isSubsetOf(
                        "pom.xml",
                        "sdk-core/integrations/duckdb/pom.xml",
                        "sdk-core/cli/pom.xml",
                        "sdk-core/benchmarks/pom.xml",
                        "sdk-core/bom/pom.xml");
    }

    private static List<String> pomsThatName(String text) throws IOException {
        Path root = ApiModules.root();
        try (Stream<Path> files = Files.walk(root, 4)) {
            List<Path> poms = files.filter(file -> file.endsWith("pom.xml")).toList();
            assertThat(poms).hasSizeGreaterThan(8);
            return poms.stream()
                    .filter(file -> read(file).contains(text))
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isVisible(JavaClass type) {
        return isOpen(type.getModifiers())
                && type.getEnclosingClass().map(HouseRulesTest::isVisible).orElse(true);
    }

    private static boolean isOpen(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static boolean showsALibraryType(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                .map(JavaClass::getName)
                .filter(name -> !name.equals(HANDED_OVER))
                .anyMatch(name -> HIDDEN.stream().anyMatch(name::startsWith));
    }
}
