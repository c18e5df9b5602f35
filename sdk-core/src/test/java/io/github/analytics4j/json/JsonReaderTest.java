package io.github.analytics4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Records, read and written. */
class JsonReaderTest {
    @Test
    void decode_everyType_isRead() {
        Everything all = Everything.of(RoundTripPropertyTest.VALID);

        assertThat(all.text()).isEqualTo("hello \u00e9 \ud83d\ude00 \n");
        assertThat(all.whole()).isEqualTo(12);
        assertThat(all.maybeWhole()).isEqualTo(-3);
        assertThat(all.count()).isEqualTo(7);
        assertThat(all.maybeCount()).isZero();
        assertThat(all.rate()).isEqualTo(0.1);
        assertThat(all.maybeRate()).isEqualTo(81.81818);
        assertThat(all.money()).isEqualTo(new BigDecimal("847500.00"));
        assertThat(all.flag()).isTrue();
        assertThat(all.maybeFlag()).isFalse();
        assertThat(List.of(all.iso(), all.local(), all.epoch(), all.epochText()))
                .containsOnly(Instant.parse("2026-04-22T16:49:29Z"));
        assertThat(all.millis()).isEqualTo(Instant.parse("2026-04-22T16:49:29.120Z"));
        assertThat(all.day()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(all.weekday()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(all.mood()).isEqualTo(new Mood("glad"));
        assertThat(all.bucket().upper()).isEqualTo(new BigDecimal(30));
        assertThat(all.any().get("x").elements()).hasSize(4);
        assertThat(all.child()).isEqualTo(new Leaf("leaf", 1, UnexpectedContent.NONE));
        assertThat(all.children())
                .containsExactly(new Leaf("a", 1, UnexpectedContent.NONE), new Leaf(null, 2, UnexpectedContent.NONE));
        assertThat(all.grid()).containsExactly(List.of(1L, 2L), List.of(), List.of(3L));
        assertThat(all.byName()).containsOnlyKeys("n1", "n2");
        assertThat(all.nested().get("o").get("i").size()).isEqualTo(5);
        assertThat(all.series().get(0)).containsExactly(Map.entry("d1", 1.5), Map.entry("d2", 2.0));
        assertThat(all.amounts()).containsExactly(new BigDecimal("1.10"), new BigDecimal("2.20"));
        assertThat(all.moods()).extracting(Mood::text).containsExactly("glad", "sad");
        assertThat(all.anything()).hasSize(5).contains(JsonValue.NULL);
        assertThat(all.change()).isEqualTo(3.5);
    }

    @Test
    void decode_nothing_isNullAndEmpty() {
        Everything all = Everything.of("{}");
        assertThat(all.kind()).isNull();
        assertThat(all.maybeWhole()).isNull();
        assertThat(all.iso()).isNull();
        assertThat(all.child()).isNull();
        assertThat(all.children()).isEmpty();
        assertThat(all.nested()).isEmpty();
    }

    @Test
    void decode_fieldsInAnyOrder_isTheSame() {
        JsonValue valid = JsonValue.parse(RoundTripPropertyTest.VALID);
        List<String> names = new ArrayList<>(valid.fields().keySet());
        Everything expected = Everything.of(valid.json());
        for (int turn = 0; turn < names.size(); turn++) {
            names.add(names.remove(0));
            if (turn % 3 == 0) {
                Collections.reverse(names);
            }
            Map<String, Object> shuffled = new LinkedHashMap<>();
            names.forEach(
                    name -> shuffled.put(name, new Trees.Raw(valid.get(name).json())));
            assertThat(Everything.of(Trees.json(shuffled))).isEqualTo(expected);
        }
    }

    @Test
    void decode_namesWithEscapes_areFound() {
        assertThat(Json.decode(Leaf.CODEC, "{\"\\u006eame\":\"n\",\"si\\u007ae\":3}"))
                .isEqualTo(new Leaf("n", 3, UnexpectedContent.NONE));
    }

    @Test
    void decode_namesThatOnlyStartAlike_areUnknown() {
        Leaf leaf = Json.decode(Leaf.CODEC, "{\"nam\":1,\"name2\":2,\"names\":3,\"size\":4,\"siz\":5,\"\":6}");
        assertThat(leaf.name()).isNull();
        assertThat(leaf.size()).isEqualTo(4);
        assertThat(leaf.unexpected().unknownFields()).containsOnlyKeys("nam", "name2", "names", "siz", "");
    }

    @Test
    void decode_rootOfAnotherKind_isRefused() {
        assertRefused("[1]", "expected an object but found a list at $ (byte 3)");
        assertRefused("null", "expected an object but found null at $ (byte 4)");
        assertRefused("7", "expected an object but found a number at $ (byte 1)");
        assertRefused("\"x\"", "expected an object but found text at $ (byte 3)");
        assertRefused("true", "expected an object but found true or false at $ (byte 4)");
        assertRefused("{} {}", "expected the end of the document but found '{' at $ (byte 3)");
        assertThatThrownBy(() -> Json.decode(JsonCodecs.list(Leaf.CODEC), "{}"))
                .hasMessage("expected a list but found an object at $ (byte 2)");
        assertThatThrownBy(() -> Json.decode(JsonCodecs.map(Leaf.CODEC), "[]"))
                .hasMessage("expected an object but found a list at $ (byte 2)");
    }

    @Test
    @SuppressWarnings("NullAway")
    void decode_nullText_isRefusedByName() {
        assertThatThrownBy(() -> Everything.of(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("json");
    }

    private static void assertRefused(String json, String message) {
        assertThatThrownBy(() -> Everything.of(json))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessage(message);
    }

    @Test
    void decode_brokenInside_namesThePath() {
        assertRefused(
                "{\"children\":[{\"size\":1},{\"size\":1x}]}",
                "expected ',' or '}' but found 'x' at $.children[1].size (byte 33)");
        assertRefused(
                "{\"nested\":{\"a\":{\"b\":{\"size\":01}}}}", "a malformed number at $.nested.a.b.size (byte 30)");
        assertRefused("{\"labels\":[\"a\" \"b\"]}", "expected ',' or ']' but found '\"' at $.labels[0] (byte 15)");
        assertRefused("{\"maybe-count\":", "the document ends where a value was expected at $.maybe-count (byte 15)");
        assertRefused("{\"text\":\"a\" \"b\":1}", "expected ',' or '}' but found '\"' at $.text (byte 12)");
        assertRefused("{\"by_name\":{1:2}}", "expected a name but found '1' at $.by_name (byte 12)");
    }

    @Test
    void lists_andMaps_cannotBeChanged() {
        Everything all = Everything.of(RoundTripPropertyTest.VALID);
        assertThatThrownBy(() -> all.labels().add("x")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> all.byName().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> all.byName().entrySet().iterator().next().setValue(null))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void copyOf_mapsOfTheReader_areNotCopied() {
        Everything all = Everything.of(RoundTripPropertyTest.VALID);
        assertThat(Json.copyOf(all.byName())).isSameAs(all.byName());
        assertThat(all.byName()).containsKey("n1").doesNotContainKey("x").hasSize(2);
        Map<String, Integer> own = new LinkedHashMap<>(Map.of("z", 1));
        Map<String, Integer> copy = Json.copyOf(own);
        own.clear();
        assertThat(copy).containsExactly(Map.entry("z", 1));
        assertThat(Json.copyOf(own)).isEmpty();
    }

    @Test
    void reader_reusedBuffers_doNotMixDocuments() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> jobs = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String text = ("document " + i + " \u00e9\n").repeat(1 + i % 50);
                String json = Json.encode(JsonCodecs.STRING, text);
                jobs.add(() -> Json.decode(Leaf.CODEC, "{\"size\":1,\"name\":" + json + "}")
                        .name()
                        .equals(text));
            }
            for (Future<Boolean> job : threads.invokeAll(jobs)) {
                assertThat(job.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void close_twice_givesTheBuffersOnOnce() throws IOException {
        JsonReader first = JsonReader.of("[]");
        first.close();
        first.close();
        try (JsonReader a = JsonReader.of("[1]");
                JsonReader b = JsonReader.of("[2]")) {
            assertThat(a.readDocument(JsonCodecs.list(JsonCodecs.LONG))).containsExactly(1L);
            assertThat(b.readDocument(JsonCodecs.list(JsonCodecs.LONG))).containsExactly(2L);
        }
    }

    @Test
    void encode_madeByHand_leavesNullsOut() {
        assertThat(new Leaf(null, 3, UnexpectedContent.NONE).toJson()).isEqualTo("{\"size\":3}");
        assertThat(new Leaf("a\u2028\"\ud800", 3, UnexpectedContent.NONE).toJson())
                .isEqualTo("{\"name\":\"a\\u2028\\u0022\\ud800\",\"size\":3}");
        assertThat(Json.encode(Leaf.CODEC, new Leaf("\u00e9", 1, UnexpectedContent.NONE)))
                .isEqualTo("{\"name\":\"\u00e9\",\"size\":1}");
    }

    @Test
    void encode_listChangedByHand_keepsWhatWasLeftOut() {
        Everything all = Everything.of("{\"labels\":[\"a\",1,\"b\",2],\"by_name\":{\"x\":1}}");
        assertThat(all.labels()).containsExactly("a", "b");
        assertThat(all.toJson()).isEqualTo("{\"labels\":[\"a\",1,\"b\",2],\"by_name\":{\"x\":1}}");
        assertThat(withLabels(all, List.of()).toJson()).isEqualTo("{\"labels\":[1,2],\"by_name\":{\"x\":1}}");
        assertThat(withLabels(all, List.of("a", "b", "c")).toJson())
                .isEqualTo("{\"labels\":[\"a\",1,\"b\",2,\"c\"],\"by_name\":{\"x\":1}}");
    }

    private static Everything withLabels(Everything e, List<String> labels) {
        return new Everything(
                e.unexpected().isEmpty() ? "" : "t",
                null,
                0,
                null,
                0,
                null,
                0,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                labels,
                List.of(),
                e.byName(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                null,
                e.unexpected());
    }

    @Test
    void encode_weekday_countsFromMonday() {
        for (DayOfWeek day : DayOfWeek.values()) {
            String json = "{\"weekday\":" + (day.getValue() - 1) + "}";
            assertThat(Everything.of(json).weekday()).isEqualTo(day);
            assertThat(Everything.of(json).toJson()).isEqualTo(json);
        }
        assertThat(Everything.of("{\"weekday\":7}").weekday()).isNull();
        assertThat(Everything.of("{\"weekday\":\"0\"}").weekday()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(Everything.of("{\"weekday\":\"0\"}").toJson()).isEqualTo("{\"weekday\":\"0\"}");
    }

    @Test
    void encode_quotedAndLongNumbers_comeBackAsTheyWere() {
        for (String json : List.of(
                "{\"money\":\"847500.00\"}",
                "{\"money\":\"1e3\"}",
                "{\"maybeRate\":\"0.5\"}",
                "{\"maybeRate\":\"0.50\"}",
                "{\"maybeRate\":0.1000000000000000055511151231257827}",
                "{\"maybe_whole\":\"007\"}",
                "{\"maybe_whole\":\"-0\"}",
                "{\"counts\":[\"1\",2,\"3.0\"]}",
                "{\"series\":[{\"a\":\"1.50\",\"b\":1}]}",
                "{\"money\":1E+3}",
                "{\"maybeRate\":1.7976931348623157e309}",
                "{\"maybeRate\":1e-400}")) {
            assertThat(JsonValue.parse(Everything.of(json).toJson())).isEqualTo(JsonValue.parse(json));
        }
    }
}
