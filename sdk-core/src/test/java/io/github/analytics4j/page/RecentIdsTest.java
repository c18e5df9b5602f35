package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentIdsTest {

    @Test
    void recentIds_actAsAListOfTheLastOnes() {
        long first = System.nanoTime();
        for (long seed = first; seed < first + 200; seed++) {
            Random random = new Random(seed);
            int memory = 1 + random.nextInt(600);
            RecentIds ids = new RecentIds(memory);
            List<String> model = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                String id = "id-" + random.nextInt(2 * memory + 10);
                assertThat(ids.contains(id)).as("seed %d", seed).isEqualTo(model.contains(id));
                assertThat(ids.add(id)).as("seed %d", seed).isEqualTo(!model.contains(id));
                if (!model.contains(id)) {
                    model.add(id);
                    model.subList(0, Math.max(0, model.size() - memory)).clear();
                }
                String some = model.get(random.nextInt(model.size()));
                assertThat(ids.distance(some)).as("seed %d", seed).isEqualTo(model.size() - 1 - model.indexOf(some));
                assertThat(ids.isNewest(some)).isEqualTo(model.indexOf(some) == model.size() - 1);
            }
            assertThat(ids.size()).isEqualTo(model.size());
            assertThat(ids.last(memory, 0)).isEqualTo(model);
            int skip = random.nextInt(model.size());
            List<String> tail = model.subList(0, model.size() - skip);
            assertThat(ids.last(10, skip)).isEqualTo(tail.subList(Math.max(0, tail.size() - 10), tail.size()));
        }
    }

    @Test
    void recentIds_neverHoldMoreThanTheirMemory() {
        RecentIds ids = new RecentIds(RecentIds.DEFAULT_MEMORY);
        for (int i = 0; i < 200_000; i++) {
            ids.add("call-" + i);
        }
        assertThat(ids.size()).isEqualTo(16_384);
        assertThat(ids.contains("call-199999")).isTrue();
        assertThat(ids.contains("call-183616")).isTrue();
        assertThat(ids.contains("call-183615")).isFalse();
        assertThat(ids.distance("call-183615")).isEqualTo(-1);
    }

    @Test
    void recentIds_collidingHashes_areToldApart() {
        RecentIds ids = new RecentIds(4);
        List<String> same = List.of("AaAa", "BBBB", "AaBB", "BBAa", "AaAaX");
        same.subList(0, 4).forEach(id -> assertThat(ids.add(id)).isTrue());
        assertThat(ids.add("BBBB")).isFalse();
        assertThat(ids.add("AaAaX")).isTrue();
        assertThat(ids.contains("AaAa")).isFalse();
        assertThat(ids.last(4, 0)).isEqualTo(same.subList(1, 5));
    }
}
