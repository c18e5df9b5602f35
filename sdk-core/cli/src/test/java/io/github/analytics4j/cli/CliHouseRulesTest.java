package io.github.analytics4j.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
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

/** What the command may know: the catalogue, and no API. */
class CliHouseRulesTest {
    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.github.analytics4j.cli");
    }

    @Test
    void command_dependsOnNoApi() {
        noClasses()
                .that()
                .resideInAPackage("io.github.analytics4j.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.analytics4j.synthflow..",
                        "io.github.analytics4j.synaptiq..",
                        "io.github.analytics4j.voisnap..",
                        "io.github.analytics4j.callops..",
                        "okhttp3..",
                        "okio..",
                        "com.squareup.moshi..")
                .check(classes);
    }

    @Test
    void code_namesNoApi() throws IOException {
        List<String> names = ApiCatalog.all().stream().map(ApiCatalog::name).toList();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/github/analytics4j/cli"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String code = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "");
                assertThat(names.stream().filter(code::contains))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }
}
