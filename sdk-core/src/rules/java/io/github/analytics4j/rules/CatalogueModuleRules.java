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
    private static final List<String> UNKNOWN = List.of(
            "io.github.analytics4j.synthflow..",
            "io.github.analytics4j.synaptiq..",
            "io.github.analytics4j.voisnap..",
            "io.github.analytics4j.callops..",
            "okhttp3..",
            "okio..",
            "com.squareup.moshi..");

    private final String module;
    private final List<String> unknown = new ArrayList<>(UNKNOWN);
    private final int apis;

    /** Rules for the classes of a package, which may not know these other packages either; so many APIs are on its class path. */
    protected CatalogueModuleRules(String module, int apis, String... alsoUnknown) {
        this.module = module;
        this.apis = apis;
        unknown.addAll(List.of(alsoUnknown));
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
        List<String> names = ApiCatalog.all().stream().map(ApiCatalog::name).toList();
        assertThat(names).hasSize(apis);
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
