package io.github.analytics4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.Deviation.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a record says about what was not foreseen. */
class UnexpectedContentTest {
    private static final String REQUIRED = "\"text\":\"t\",\"whole\":1,\"count\":2,\"rate\":0.5,\"flag\":true";

    @Test
    void require_wrongType_namesPathKindAndSize() throws IOException {
        String json = "{\"response\": {\"rows\": [{\"size\": 1}, {\"size\": {\"a\": 1}}]}}";
        JsonCodec<Map<String, Map<String, List<Leaf>>>> codec =
                JsonCodecs.map(JsonCodecs.map(JsonCodecs.list(Leaf.CODEC)));
        List<Leaf> rows = Json.decode(codec, json).get("response").get("rows");

        assertThat(rows.get(0).size()).isEqualTo(1);
        assertThatThrownBy(() -> rows.get(1).size())
                .isInstanceOf(UnexpectedValueException.class)
                .hasMessage("$.response.rows[1].size: expected a whole number, got an object (8 characters)");
    }

    @Test
    void require_absent_saysSo() {
        Leaf leaf = Json.decode(Leaf.CODEC, "{\"name\":\"n\"}");
        assertThatThrownBy(leaf::size).hasMessage("$.size: expected a value, but it is absent");
        assertThat(leaf.unexpected().deviations())
                .containsExactly(new Deviation("$.size", "", "a value", Kind.MISSING));
        assertThat(leaf.unexpected().isEmpty()).isFalse();
        assertThat(leaf.toJson()).isEqualTo("{\"name\":\"n\"}");
    }

    @Test
    void require_null_saysSo() {
        Leaf leaf = Json.decode(Leaf.CODEC, "{\"size\":null}");
        assertThatThrownBy(leaf::size).hasMessage("$.size: expected a whole number, got null");
        assertThat(leaf.unexpected().deviations())
                .containsExactly(new Deviation("$.size", "null", "a whole number", Kind.NULL));
        assertThat(leaf.toJson()).isEqualTo("{\"size\":null}");
    }

    @Test
    void require_eachType_saysWhatWasExpected() {
        Everything all =
                Everything.of("{\"text\":1,\"whole\":\"x\",\"count\":2147483648,\"rate\":[],\"flag\":\"true\"}");
        assertThatThrownBy(all::text).hasMessage("$.text: expected text, got a number (1 characters)");
        assertThatThrownBy(all::whole).hasMessage("$.whole: expected a whole number, got text (3 characters)");
        assertThatThrownBy(all::count).hasMessage("$.count: expected a whole number, got a number (10 characters)");
        assertThatThrownBy(all::rate).hasMessage("$.rate: expected a number, got a list (2 characters)");
        assertThatThrownBy(all::flag).hasMessage("$.flag: expected true or false, got text (6 characters)");
        assertThat(all.unexpected())
                .hasToString(
                        "[$.text WRONG_TYPE, $.whole WRONG_TYPE, $.count WRONG_TYPE, $.rate WRONG_TYPE, $.flag WRONG_TYPE]");
    }

    @Test
    void require_quotedNumber_isFine() {
        Leaf leaf = Json.decode(Leaf.CODEC, "{\"size\":\"25\"}");
        assertThat(leaf.size()).isEqualTo(25);
        assertThat(leaf.unexpected().isEmpty()).isTrue();
        assertThat(leaf)
                .isEqualTo(Json.decode(Leaf.CODEC, "{\"size\":25}"))
                .hasSameHashCodeAs(new Leaf(null, 25, UnexpectedContent.NONE));
        assertThat(leaf.toJson()).isEqualTo("{\"size\":\"25\"}");
    }

    @Test
    void require_recordMadeByHand_isFine() {
        assertThat(new Leaf("n", 3, UnexpectedContent.NONE).size()).isEqualTo(3);
        assertThat(UnexpectedContent.NONE.isEmpty()).isTrue();
        assertThat(UnexpectedContent.NONE.deviations()).isEmpty();
        assertThat(UnexpectedContent.NONE.unknownFields()).isEmpty();
        assertThat(UnexpectedContent.NONE.originalText("size")).isEmpty();
    }

    @Test
    void unknownFields_any_areKeptInOrder() {
        Leaf leaf = Json.decode(Leaf.CODEC, "{\"z\":[1],\"size\":1,\"b\":\"x\",\"a\":null}");
        assertThat(leaf.unexpected().unknownFields())
                .containsExactly(
                        Map.entry("z", JsonValue.parse("[1]")),
                        Map.entry("b", JsonValue.ofText("x")),
                        Map.entry("a", JsonValue.NULL));
        assertThat(leaf.unexpected().deviations().get(1))
                .isEqualTo(new Deviation("$.b", "\"x\"", "no field of this name", Kind.UNKNOWN_FIELD));
    }

    @Test
    void deviations_insideListsAndMaps_haveTheirWholePath() {
        Everything all = Everything.of("{" + REQUIRED
                + ",\"grid\":[[1,\"x\"],5],\"nested\":{\"a\":{\"b\":7,\"c\":{\"size\":null}}},\"labels\":[null]}");
        assertThat(all.unexpected().deviations())
                .containsExactly(
                        new Deviation("$.grid[0][1]", "\"x\"", "a whole number", Kind.WRONG_TYPE),
                        new Deviation("$.grid[1]", "5", "a list", Kind.WRONG_TYPE),
                        new Deviation("$.nested.a.b", "7", "an object", Kind.WRONG_TYPE),
                        new Deviation("$.labels[0]", "null", "text", Kind.NULL));
        assertThat(all.nested().get("a").get("c").unexpected().deviations())
                .containsExactly(new Deviation("$.nested.a.c.size", "null", "a whole number", Kind.NULL));
    }

    @Test
    void deviations_ofTheDocument_areThoseOfAllRecords() throws IOException {
        try (JsonReader in = JsonReader.of("[{\"size\":1,\"x\":1},7,{},{\"size\":2}]")) {
            List<Leaf> leaves = in.readDocument(JsonCodecs.list(Leaf.CODEC));
            assertThat(leaves).hasSize(3);
            assertThat(in.deviations())
                    .containsExactlyInAnyOrder(
                            new Deviation("$[0].x", "1", "no field of this name", Kind.UNKNOWN_FIELD),
                            new Deviation("$[1]", "7", "an object", Kind.WRONG_TYPE),
                            new Deviation("$[2].size", "", "a value", Kind.MISSING));
        }
    }

    @Test
    void deviations_asDocumented_areNoneAndNothingIsMadeForThem() {
        Everything one = Everything.of("{" + REQUIRED + "}");
        Everything two = Everything.of("{" + REQUIRED + "}");
        assertThat(one.unexpected()).isSameAs(two.unexpected());
        assertThat(one.unexpected().isEmpty()).isTrue();
    }

    @Test
    void equals_sameDeviationElsewhere_isEqual() {
        List<Leaf> leaves =
                Json.decode(JsonCodecs.list(Leaf.CODEC), "[{\"size\":\"x\"},{\"size\":\"x\"},{\"size\":\"y\"}]");
        assertThat(leaves.get(0))
                .isEqualTo(leaves.get(1))
                .hasSameHashCodeAs(leaves.get(1))
                .isNotEqualTo(leaves.get(2));
    }

    @Test
    void equals_inAnotherOrder_isEqual() {
        Everything one = Everything.of("{" + REQUIRED + ",\"new\":{\"a\":1,\"b\":[2]},\"kind\":7,\"newer\":2}");
        Everything other = Everything.of("{\"newer\":2,\"kind\":7,\"new\":{\"b\": [2.0],\"a\":1}," + REQUIRED + "}");

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isEqualTo(Everything.of(one.toJson()));
        assertThat(one).isNotEqualTo(Everything.of(one.toJson().replace("[2]", "[3]")));
        assertThat(one).isNotEqualTo(Everything.of(one.toJson().replace("\"newer\":2", "\"newest\":2")));
    }

    @Test
    void lists_ofWhatWasUnexpected_cannotBeChanged() {
        List<Leaf> leaves = Json.decode(JsonCodecs.list(Leaf.CODEC), "[7,{\"size\":\"x\"}]");

        assertThat(UnexpectedContent.of(leaves).unreadable()).containsExactly(0).isUnmodifiable();
        assertThat(leaves.get(0).unexpected().deviations()).isUnmodifiable();
    }

    @Test
    void duplicates_lastOneCountsAndIsReported() {
        Everything all =
                Everything.of("{" + REQUIRED + ",\"maybe_whole\":\"x\",\"maybe_whole\":5,\"kind\":\"a\",\"kind\":null,"
                        + "\"new\":1,\"new\":2,\"by_name\":{\"k\":3,\"k\":{\"size\":1},\"l\":{\"size\":1},\"l\":4}}");

        assertThat(all.maybeWhole()).isEqualTo(5);
        assertThat(all.kind()).isNull();
        assertThat(all.byName()).containsOnlyKeys("k");
        assertThat(all.unexpected().unknownFields()).containsExactly(Map.entry("new", JsonValue.parse("2")));
        assertThat(all.unexpected().deviations())
                .extracting(d -> d.path() + " " + d.kind())
                .containsExactlyInAnyOrder(
                        "$.maybe_whole DUPLICATE",
                        "$.kind DUPLICATE",
                        "$.new UNKNOWN_FIELD",
                        "$.new DUPLICATE",
                        "$.by_name.k DUPLICATE",
                        "$.by_name.l DUPLICATE",
                        "$.by_name.l WRONG_TYPE");
        assertThat(JsonValue.parse(all.toJson()))
                .isEqualTo(JsonValue.parse("{" + REQUIRED
                        + ",\"maybe_whole\":5,\"kind\":null,\"new\":2,\"by_name\":{\"k\":{\"size\":1},\"l\":4}}"));
    }

    @Test
    void alias_eitherName_isTheFieldAndComesBackAsItWas() {
        assertThat(Everything.of("{\"percent_change\":1.5}").change()).isEqualTo(1.5);
        assertThat(Everything.of("{\"percent_change\":1.5}").toJson()).isEqualTo("{\"percent_change\":1.5}");
        assertThat(Everything.of("{\"percent_change\":\"x\"}").toJson()).isEqualTo("{\"percent_change\":\"x\"}");
        assertThat(Everything.of("{\"percent_change\":null}").toJson()).isEqualTo("{\"percent_change\":null}");
        assertThat(Everything.of("{\"percentage_change\":1.5}").toJson()).isEqualTo("{\"percentage_change\":1.5}");
    }

    @Test
    void alias_bothNames_firstIsTheFieldTheOtherIsKept() {
        Everything both = Everything.of("{\"percent_change\":1.5,\"percentage_change\":2.5}");
        assertThat(both.change()).isEqualTo(1.5);
        assertThat(both.unexpected().unknownFields())
                .containsExactly(Map.entry("percentage_change", JsonValue.parse("2.5")));
        assertThat(both.toJson()).isEqualTo("{\"percent_change\":1.5,\"percentage_change\":2.5}");
    }

    @Test
    void presence_absentNullAndEmpty_areToldApart() {
        for (String json : List.of(
                "{}",
                "{\"labels\":null}",
                "{\"labels\":[]}",
                "{\"by_name\":{}}",
                "{\"by_name\":null}",
                "{\"any\":null}")) {
            Everything all = Everything.of(json);
            assertThat(all.toJson()).isEqualTo(json);
            assertThat(all.labels()).isEmpty();
            assertThat(all.byName()).isEmpty();
        }
    }
}
