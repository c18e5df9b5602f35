package io.github.analytics4j;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Who may import whom in the core: the table in the README, as a test. */
@AnalyzeClasses(packages = "io.github.analytics4j", importOptions = ImportOption.DoNotIncludeTests.class)
class CoreHouseRulesTest {
    private static final String BASE = "io.github.analytics4j.";
    private static final String HANDED_OVER = "okhttp3.OkHttpClient";

    @ArchTest
    static final ArchRule client = mayImport("client", "error", "retry", "json");

    @ArchTest
    static final ArchRule catalog = mayImport("catalog", "client", "page", "json", "download", "error");

    @ArchTest
    static final ArchRule json = mayImport("json", "error");

    @ArchTest
    static final ArchRule page = mayImport("page", "error");

    @ArchTest
    static final ArchRule download = mayImport("download", "client", "error", "retry");

    @ArchTest
    static final ArchRule retry = mayImport("retry", "error");

    @ArchTest
    static final ArchRule error = knowsOnlyJava("error");

    @ArchTest
    static final ArchRule onlyClientKnowsOkHttp = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "client..")
            .should()
            .dependOnClassesThat(resideInAPackage("okhttp3..").and(not(name(HANDED_OVER))));

    /** A download of a link from elsewhere goes over a client that the user hands over, and hands it on. */
    @ArchTest
    static final ArchRule onlyClientAndDownloadTakeAUsersClient = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "client..", BASE + "download..")
            .should()
            .dependOnClassesThat(name(HANDED_OVER));

    @ArchTest
    static final ArchRule onlyJsonKnowsMoshi = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "json..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.squareup.moshi..");

    /** Moshi's reader could stand in the place of ours as long as no other class keeps a place in the bytes. */
    @ArchTest
    static final ArchRule onlyTheByteReaderTouchesItsBytes = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(BASE + "json.ByteReader")
            .and()
            .doNotHaveFullyQualifiedName(BASE + "json.ByteWindow")
            .should()
            .accessFieldWhere(DescribedPredicate.describe(
                    "they are the byte reader's",
                    access -> access.getTargetOwner().getFullName().matches(".*\\.json\\.Byte(Reader|Window)")));

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.github.analytics4j.(*)..").should().beFreeOfCycles();

    private static ArchRule mayImport(String from, String... others) {
        String[] foreign = Stream.of("catalog", "client", "retry", "error", "json", "page", "download")
                .filter(name -> !name.equals(from) && !List.of(others).contains(name))
                .map(name -> BASE + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(BASE + from + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(foreign));
    }

    private static ArchRule knowsOnlyJava(String name) {
        return noClasses()
                .that()
                .resideInAPackage(BASE + name + "..")
                .should()
                .dependOnClassesThat(resideOutsideOfPackages("java..", "org.jspecify..", BASE + name + ".."));
    }

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith("org.jspecify.annotations.NullMarked");
}
