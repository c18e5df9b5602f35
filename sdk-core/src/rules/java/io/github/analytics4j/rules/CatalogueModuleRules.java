package io.github.analytics4j.rules;

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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that a module on the catalogue knows the catalogue and no API, and what it shows. */
public abstract class CatalogueModuleRules {
    private static final List<String> LIBRARIES = List.of("okhttp3..", "okio..", "com.squareup.moshi..");

    private final String module;
    private final List<String> unknown = new ArrayList<>(LIBRARIES);

    /** Rules for the classes of a package, which may know no API, and not these other packages either. */
    protected CatalogueModuleRules(String module, String... alsoUnknown) {
        this.module = module;
        unknown.addAll(List.of(alsoUnknown));
        apis().forEach(api -> unknown.add("io.github.analytics4j." + api + ".."));
    }

    private static List<String> apis() {
        return ApiCatalog.all().stream().map(ApiCatalog::name).toList();
    }

    /** The module's classes, whose reading takes seconds where a large library stands behind them. */
    private JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(module);
    }

    @Test
    void module_dependsOnNoApiAndNoClient() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(unknown.toArray(new String[0]))
                .check(classes());
    }

    @Test
    void code_namesNoApi() throws IOException {
        List<String> names = apis();
        assertThat(names)
                .as("the APIs on the class path; the POM of each module that stands on the catalogue names every API")
                .containsAll(ApiModules.names());
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String code = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "");
                assertThat(names.stream().filter(code::contains))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    /** The public methods in whose signatures a type of one of these packages stands. */
    protected final List<String> methodsThatShow(String... packages) {
        return classes().stream()
                .filter(CatalogueModuleRules::isVisible)
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> Stream.concat(
                                Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                        .map(JavaClass::getName)
                        .anyMatch(name -> Stream.of(packages).anyMatch(name::startsWith)))
                .map(method -> method.getFullName())
                .toList();
    }

    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(CatalogueModuleRules::isVisible).orElse(true);
    }
}
