package io.github.analytics4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {
    @Test
    void find_everyNameOfEveryLength_isFoundAndNothingElse() {
        String[] names = IntStream.range(0, 64)
                .mapToObj(i -> "n".repeat(i) + "\u00e9" + i)
                .toArray(String[]::new);
        JsonFields fields = JsonFields.of("R", names);
        for (int i = 0; i < names.length; i++) {
            byte[] name = names[i].getBytes(StandardCharsets.UTF_8);
            assertThat(fields.find(name, 0, name.length, -1)).isEqualTo(i);
            assertThat(fields.guess(-1)).isEqualTo(i);
            byte[] inJson = (names[i] + "\": 1        ").getBytes(StandardCharsets.UTF_8);
            assertThat(fields.isAt(i, inJson, 0)).isTrue();
            assertThat(fields.isAt((i + 1) % 64, inJson, 0)).isFalse();
            byte[] longer = (names[i] + "x\": 1        ").getBytes(StandardCharsets.UTF_8);
            assertThat(fields.isAt(i, longer, 0)).isFalse();
            assertThat(fields.find(longer, 0, name.length + 1, -1)).isEqualTo(-1);
        }
        assertThat(fields.all).isEqualTo(-1L);
    }

    @Test
    void guess_afterLearning_followsTheServersOrder() {
        JsonFields fields = JsonFields.of("R", "a", "b", "c");
        assertThat(fields.guess(-1)).isZero();
        assertThat(fields.guess(0)).isEqualTo(1);
        assertThat(fields.guess(2)).isEqualTo(2);
        fields.find(new byte[] {'c'}, 0, 1, 0);
        assertThat(fields.guess(0)).isEqualTo(2);
    }

    @Test
    void of_noFields_knowsNone() {
        JsonFields none = JsonFields.of("None");
        assertThat(none.guess(-1)).isEqualTo(-1);
        assertThat(none.find(new byte[] {'a'}, 0, 1, -1)).isEqualTo(-1);
        assertThat(none).hasToString("None[]");
    }

    @Test
    void of_mistakes_areRefused() {
        assertThatThrownBy(() -> JsonFields.of("R", "a", "b", "a"))
                .hasMessage("R: a field name occurs twice in [a, b, a]");
        String[] many = IntStream.range(0, 65).mapToObj(Integer::toString).toArray(String[]::new);
        assertThatThrownBy(() -> JsonFields.of("R", many)).hasMessage("R: more than 64 fields");
        assertThatThrownBy(() -> JsonFields.of("R", "a").required(1)).hasMessage("R: no field 1");
        assertThatThrownBy(() -> JsonFields.of("R", "a").required(-1)).hasMessage("R: no field -1");
    }

    @Test
    void alias_mistakes_areRefused() {
        JsonFields fields = JsonFields.of("R", "a", "b");
        assertThatThrownBy(() -> fields.alias("x", "c")).hasMessage("R: x cannot be an alias for c");
        assertThatThrownBy(() -> fields.alias("a", "b")).hasMessage("R: a cannot be an alias for b");
        assertThatThrownBy(() -> fields.alias("x", "a").alias("x", "b")).hasMessage("R: x cannot be an alias for b");
        assertThatThrownBy(() -> fields.alias("x", "a").alias("y", "a")).hasMessage("R: y cannot be an alias for a");
    }

    @Test
    void alias_andRequired_inEitherOrder_bothHold() {
        JsonFields one = JsonFields.of("R", "a", "b").alias("x", "b").required(1);
        JsonFields two = JsonFields.of("R", "a", "b").required(1).alias("x", "b");
        for (JsonFields fields : new JsonFields[] {one, two}) {
            assertThat(fields.required).isEqualTo(2);
            assertThat(fields.indexOf("x")).isEqualTo(1);
            assertThat(fields.indexOf("b")).isEqualTo(1);
            assertThat(fields.indexOf("c")).isEqualTo(-1);
            assertThat(fields.name(1, true)).isEqualTo("x");
            assertThat(fields.name(1, false)).isEqualTo("b");
            assertThat(fields.name(0, true)).isEqualTo("a");
        }
    }

    @Test
    void presence_same_isShared() {
        JsonFields fields = JsonFields.of("R", "a", "b");
        assertThat(fields.presence(0, 0, 0, 0)).isSameAs(Unexpected.NONE);
        assertThat(fields.presence(1, 0, 2, 0)).isSameAs(fields.presence(1, 0, 2, 0));
        for (int mask = 1; mask < 4; mask++) {
            Unexpected presence = fields.presence(mask, 0, 3 & ~mask, 0);
            assertThat(presence.wasNull(0)).isEqualTo((mask & 1) != 0);
            assertThat(presence.wasAbsent(0)).isEqualTo((mask & 1) == 0);
            assertThat(presence.isEmpty()).isTrue();
        }
    }
}
