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
        JsonFields fields = fields(names);
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
        JsonFields fields = fields("a", "b", "c");
        assertThat(fields.guess(-1)).isZero();
        assertThat(fields.guess(0)).isEqualTo(1);
        assertThat(fields.guess(2)).isEqualTo(2);
        fields.find(new byte[] {'c'}, 0, 1, 0);
        assertThat(fields.guess(0)).isEqualTo(2);
    }

    @Test
    void of_noFields_knowsNone() {
        JsonFields none = JsonFields.of("None").build();
        assertThat(none.guess(-1)).isEqualTo(-1);
        assertThat(none.find(new byte[] {'a'}, 0, 1, -1)).isEqualTo(-1);
        assertThat(none).hasToString("None[]");
    }

    @Test
    void field_mistakes_areRefused() {
        assertThatThrownBy(() -> fields("a", "b", "a")).hasMessage("R: the name a occurs twice");
        assertThatThrownBy(() -> of("a").alias("x").field("x", JsonCodecs.LONG))
                .hasMessage("R: the name x occurs twice");
        String[] many = IntStream.range(0, 65).mapToObj(Integer::toString).toArray(String[]::new);
        assertThatThrownBy(() -> fields(many)).hasMessage("R: more than 64 fields");
    }

    @Test
    void alias_mistakes_areRefused() {
        assertThatThrownBy(() -> of().alias("x")).hasMessage("R: x cannot be an alias");
        assertThatThrownBy(() -> of("a", "b").alias("a")).hasMessage("R: a cannot be an alias");
        assertThatThrownBy(() -> of("a").alias("x").field("b", JsonCodecs.LONG).alias("x"))
                .hasMessage("R: x cannot be an alias");
        assertThatThrownBy(() -> of("a").alias("x").alias("y")).hasMessage("R: a has an alias already");
    }

    @Test
    void alias_ofRequired_bothHold() {
        JsonFields fields = of("a").always("b", JsonCodecs.STRING).alias("x").build();
        assertThat(fields.required).isEqualTo(2);
        assertThat(fields.indexOf("x")).isEqualTo(1);
        assertThat(fields.indexOf("b")).isEqualTo(1);
        assertThat(fields.indexOf("c")).isEqualTo(-1);
        assertThat(fields.name(1, true)).isEqualTo("x");
        assertThat(fields.name(1, false)).isEqualTo("b");
        assertThat(fields.name(0, true)).isEqualTo("a");
    }

    @Test
    void presence_same_isShared() {
        JsonFields fields = fields("a", "b");
        assertThat(fields.presence(0, 0, 0, 0)).isSameAs(UnexpectedContent.NONE);
        assertThat(fields.presence(1, 0, 2, 0)).isSameAs(fields.presence(1, 0, 2, 0));
        for (int mask = 1; mask < 4; mask++) {
            UnexpectedContent presence = fields.presence(mask, 0, 3 & ~mask, 0);
            assertThat(presence.wasNull(0)).isEqualTo((mask & 1) != 0);
            assertThat(presence.wasAbsent(0)).isEqualTo((mask & 1) == 0);
            assertThat(presence.isEmpty()).isTrue();
        }
    }

    private static JsonFields.Builder of(String... names) {
        JsonFields.Builder fields = JsonFields.of("R");
        for (String name : names) {
            fields.field(name, JsonCodecs.STRING);
        }
        return fields;
    }

    private static JsonFields fields(String... names) {
        return of(names).build();
    }
}
