package io.github.analytics4j.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;

class NameAllocatorTest {

    private final NameAllocator names = NameAllocator.of(Set.of("wait"));

    @Test
    void allocate_freeAndLegal_isTheWish() {
        assertThat(names.allocate("callId")).isEqualTo("callId");
    }

    @Test
    void allocate_taken_getsUnderscoresUntilFree() {
        assertThat(List.of(names.allocate("a"), names.allocate("a"), names.allocate("a_"), names.allocate("a")))
                .containsExactly("a", "a_", "a__", "a___");
    }

    @Test
    void allocate_reserved_getsAnUnderscore() {
        assertThat(names.allocate("wait")).isEqualTo("wait_");
    }

    @Test
    void allocate_keywordsAndLiterals_getAnUnderscore() {
        assertThat(Set.of("class", "true", "null", "enum", "int").stream()
                        .map(names::allocate)
                        .sorted()
                        .toList())
                .containsExactly("class_", "enum_", "int_", "null_", "true_");
    }

    @Test
    void allocate_noLetterInFront_startsWithOne() {
        assertThat(names.allocate("1st")).isEqualTo("v1st");
        assertThat(names.allocate("")).isEqualTo("v");
        assertThat(names.allocate("_")).isEqualTo("v_");
        assertThat(names.allocate("\u00e9t\u00e9")).isEqualTo("v_t_");
    }

    @Test
    void allocate_classes_differInMoreThanCase() {
        NameAllocator classes = NameAllocator.ofClasses(Set.of("String"));

        assertThat(List.of(classes.allocate("CallStatus"), classes.allocate("Callstatus"), classes.allocate("string")))
                .containsExactly("CallStatus", "Callstatus_", "string_");
    }

    @Test
    void allocate_members_mayDifferInCase() {
        assertThat(List.of(names.allocate("id"), names.allocate("iD"))).containsExactly("id", "iD");
    }

    @Test
    void allocate_anything_isLegalAndUnique() {
        long seed = Long.getLong("walk.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int scope = 0; scope < 1_000; scope++) {
            allocateSome(random, "seed " + seed);
        }
    }

    private static void allocateSome(Random random, String seed) {
        NameAllocator allocator = NameAllocator.of(Reserved.RESPONSE);
        Set<String> seen = new TreeSet<>(Reserved.RESPONSE);
        for (int i = 0; i < 20; i++) {
            String wish = IntStream.range(0, random.nextInt(4))
                    .mapToObj(each -> Character.toString("aA0_-.$*\u00df\n ".charAt(random.nextInt(11))))
                    .reduce("", String::concat);
            String name = allocator.allocate(wish);
            assertThat(SourceVersion.isName(name))
                    .as("%s, wish '%s', name %s", seed, wish, name)
                    .isTrue();
            assertThat(seen.add(name))
                    .as("%s, wish '%s', name %s", seed, wish, name)
                    .isTrue();
        }
    }
}
