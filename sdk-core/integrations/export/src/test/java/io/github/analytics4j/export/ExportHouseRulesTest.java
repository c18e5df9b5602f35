package io.github.analytics4j.export;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.analytics4j.catalog.ApiCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What this module may know: the catalogue and no API; and what it shows. */
class ExportHouseRulesTest {
    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.github.analytics4j.export");
    }

    @Test
    void module_dependsOnNoApiAndNoClient() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.analytics4j.synthflow..",
                        "io.github.analytics4j.synaptiq..",
                        "io.github.analytics4j.voisnap..",
                        "io.github.analytics4j.callops..",
                        "io.github.analytics4j.testkit..",
                        "okhttp3..",
                        "okio..",
                        "com.squareup.moshi..")
                .check(classes);
    }

    @Test
    void code_namesNoApi() throws IOException {
        List<String> names = ApiCatalog.all().stream().map(ApiCatalog::name).toList();
        assertThat(names).hasSize(4);
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String code = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "");
                assertThat(names.stream().filter(code::contains))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void publicSignatures_showNoTypeOfALibrary() {
        List<String> shown = classes.stream()
                .filter(ExportHouseRulesTest::isVisible)
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> Stream.concat(
                                Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                        .map(JavaClass::getName)
                        .anyMatch(name -> name.startsWith("org.duckdb") || name.startsWith("de.siegmar")))
                .map(method -> method.getFullName())
                .toList();
        assertThat(shown).isEmpty();
    }

    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ExportHouseRulesTest::isVisible).orElse(true);
    }
}
