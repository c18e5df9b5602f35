package io.github.analytics4j.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which room of the sandbox may know which, and that users see none of the rooms in what they call. */
@AnalyzeClasses(packages = "io.github.analytics4j.testkit", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    private static final String BASE = "io.github.analytics4j.testkit";
    private static final List<String> ROOMS = List.of("json", "data", "server", "fault", "storage", "vendor");

    @ArchTest
    static final ArchRule json = knowsOnly("json");

    @ArchTest
    static final ArchRule data = knowsOnly("data");

    @ArchTest
    static final ArchRule server = knowsOnly("server", "json", "data");

    @ArchTest
    static final ArchRule fault = knowsOnly("fault", "server");

    @ArchTest
    static final ArchRule storage = knowsOnly("storage", "server", "data");

    @ArchTest
    static final ArchRule vendor = knowsOnly("vendor", "server", "storage", "json", "data");

    /** It works the sandbox from outside, as a user does; of the rooms it needs those of a web server. */
    @ArchTest
    static final ArchRule control = noClasses()
            .that()
            .resideInAPackage(BASE + ".control..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(rooms(List.of("data", "fault", "storage", "vendor"))));

    @ArchTest
    static final ArchRule onlyTheProgramAndTheAdminApiKnowControl = noClasses()
            .that(DescribedPredicate.describe(
                    "neither of the two", type -> !type.getFullName().matches(BASE + "\\.(SandboxMain|AdminApi).*")))
            .and()
            .resideOutsideOfPackage(BASE + ".control..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(rooms(List.of("control"))));

    @ArchTest
    static final ArchRule vendorsDoNotKnowEachOther =
            slices().matching(BASE + ".vendor.(*)..").should().notDependOnEachOther();

    /** Of the users' own types the rooms know only values: what arrived, and what is stored. */
    @ArchTest
    static final ArchRule roomsKnowOnlyTheUsersValues = noClasses()
            .that()
            .resideInAnyPackage(rooms(ROOMS))
            .should()
            .dependOnClassesThat(resideInAnyPackage(BASE)
                    .and(DescribedPredicate.not(DescribedPredicate.describe(
                            "values",
                            type -> Set.of("SandboxRequest", "StorageFile", "CreatedReport")
                                    .contains(type.getSimpleName())))));

    @ArchTest
    static final ArchRule signaturesOfUsersTypesShowNoRoom =
            classes().that().resideInAPackage(BASE).and().arePublic().should(showNoRoom());

    private static ArchCondition<JavaClass> showNoRoom() {
        return new ArchCondition<>("show no type of a room") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnits().stream()
                        .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC)
                                || unit.getModifiers().contains(JavaModifier.PROTECTED))
                        .filter(unit -> Stream.concat(
                                        Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                                .anyMatch(shown -> shown.getPackageName().startsWith(BASE + ".")))
                        .forEach(unit -> events.add(SimpleConditionEvent.violated(type, unit.getFullName())));
            }
        };
    }

    private static ArchRule knowsOnly(String room, String... others) {
        List<String> foreign = ROOMS.stream()
                .filter(name -> !name.equals(room) && !List.of(others).contains(name))
                .toList();
        return noClasses()
                .that()
                .resideInAnyPackage(rooms(List.of(room)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(rooms(foreign)));
    }

    private static String[] rooms(List<String> names) {
        return names.stream().map(name -> BASE + "." + name + "..").toArray(String[]::new);
    }
}
