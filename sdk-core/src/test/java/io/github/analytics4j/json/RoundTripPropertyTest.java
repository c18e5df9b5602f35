package io.github.analytics4j.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Decoding never fails on JSON, whatever it says, and encoding gives the same tree again. */
class RoundTripPropertyTest {
    static final String VALID = """
            {"text": "hello \\u00e9 \\ud83d\\ude00 \\n", "kind": "a", "whole": 12, "maybe_whole": -3, "count": 7, "maybe-count": 0,
             "rate": 0.1, "maybeRate": 81.81818, "money": 847500.00, "flag": true, "maybe_flag": false,
             "iso": "2026-04-22T16:49:29Z", "millis": "2026-04-22T16:49:29.120Z", "local": "2026-04-22T16:49:29",
             "epoch": 1776876569000, "epoch_text": "1776876569000", "day": "2026-02-28", "weekday": 6,
             "mood": "glad", "bucket": "0-30", "any": {"x": [1, 2.50, null, {"y": "z"}]},
             "child": {"name": "leaf", "size": 1},
             "children": [{"name": "a", "size": 1}, {"name": null, "size": 2}],
             "labels": ["one", "two"], "grid": [[1, 2], [], [3]],
             "by_name": {"n1": {"name": "x", "size": 3}, "n2": {"size": 4}},
             "nested": {"o": {"i": {"name": "deep", "size": 5}}, "empty": {}},
             "series": [{"d1": 1.5, "d2": 2}, {}], "amounts": [1.10, 2.20],
             "times": ["2026-04-22T16:49:29Z"], "moods": ["glad", "sad"], "anything": [1, "x", null, [], {}],
             "days": {"first": "2026-01-01"}, "flags": [true, false], "counts": [1, 2],
             "percentage_change": 3.5}
            """;

    /** One of each thing that may stand where something else was promised. */
    private static final List<Object> STRANGERS = new ArrayList<>(List.of(
            new Trees.Raw("null"),
            new Trees.Raw("true"),
            new Trees.Raw("0"),
            new Trees.Raw("-0"),
            new Trees.Raw("25"),
            new Trees.Raw("3.0"),
            new Trees.Raw("3.5"),
            new Trees.Raw("1e3"),
            new Trees.Raw("1E-7"),
            new Trees.Raw("0.1000000000000000055511151231257827"),
            new Trees.Raw("123456789012345678901234567890"),
            new Trees.Raw("9223372036854775807"),
            new Trees.Raw("-9223372036854775808"),
            new Trees.Raw("1e400"),
            new Trees.Raw("5e-324"),
            new Trees.Raw("2147483648"),
            "25",
            "-0",
            "3.0",
            "0.50",
            "1e3",
            "1776876569000",
            "",
            " ",
            "abc",
            "\ud800",
            "\u0000",
            "2026-04-22",
            "2026-04-22T16:49:29Z",
            "2026-04-22T16:49:29.5Z",
            "2026-04-22T16:49:29.500Z",
            "2026-04-22 16:49:29.123456+02:00",
            "2026-02-30",
            "unheard-of",
            "300+",
            List.of(),
            List.of(1, "x"),
            List.of(List.of()),
            Map.of(),
            Map.of("size", "x", "unheard", 1),
            Map.of("k", Map.of("size", 1))));

    @Test
    void roundTrip_asDocumented_nothingUnexpectedAndTheSameTree() throws IOException {
        Everything decoded = Everything.of(VALID);

        assertThat(decoded.unexpected().isEmpty()).isTrue();
        assertThat(Trees.equal(Trees.parse(VALID), Trees.parse(decoded.toJson())))
                .isTrue();
        assertThat(Everything.of(decoded.toJson())).isEqualTo(decoded);
    }

    @Test
    void roundTrip_aStrangerAtEveryPosition_sameTree() throws IOException {
        int places = places(Trees.parse(VALID)).size();
        for (int place = 0; place < places; place++) {
            for (Object stranger : STRANGERS) {
                Object tree = Trees.parse(VALID);
                places(tree).get(place).put(stranger);
                check(Trees.json(tree), "place " + place + ", " + stranger);
            }
        }
    }

    @Test
    void roundTrip_everyFieldAbsent_sameTree() throws IOException {
        int places = places(Trees.parse(VALID)).size();
        for (int place = 0; place < places; place++) {
            Object tree = Trees.parse(VALID);
            places(tree).get(place).remove();
            check(Trees.json(tree), "place " + place);
        }
    }

    @Test
    void roundTrip_unknownFieldsInEveryObject_sameTree() throws IOException {
        int containers = Trees.containers(Trees.parse(VALID)).size();
        for (int i = 0; i < containers; i++) {
            for (Object stranger : STRANGERS) {
                Object tree = Trees.parse(VALID);
                if (Trees.containers(tree).get(i) instanceof Map<?, ?> map) {
                    put(map, "unheard of \u00e9", stranger);
                    put(map, "percent_change", stranger);
                    check(Trees.json(tree), "object " + i + ", " + stranger);
                }
            }
        }
    }

    @Test
    void roundTrip_randomDamage_sameTree() throws IOException {
        long seed = Long.getLong("walk.seed", 20261121);
        for (int i = 0; i < 4_000; i++) {
            Random random = new Random(seed + i);
            Object tree = Trees.parse(VALID);
            for (int damage = random.nextInt(6); damage >= 0; damage--) {
                damage(tree, random);
            }
            check(Trees.json(tree), "seed " + (seed + i));
        }
    }

    private static void damage(Object tree, Random random) {
        List<Place> places = places(tree);
        Object stranger = Trees.copy(STRANGERS.get(random.nextInt(STRANGERS.size())));
        Place place = places.get(random.nextInt(places.size()));
        switch (random.nextInt(4)) {
            case 0 -> place.remove();
            case 1 -> put(tree, "new" + random.nextInt(5), stranger);
            case 2 -> place.insert(stranger, "added" + random.nextInt(3));
            default -> place.put(stranger);
        }
    }

    private static void check(String json, String what) throws IOException {
        Everything decoded = Everything.of(json);
        String encoded = decoded.toJson();

        assertThat(Trees.equal(Trees.parse(json), Trees.parse(encoded)))
                .as("%s%n  from %s%n    to %s", what, json, encoded)
                .isTrue();
        assertThat(Everything.of(encoded).unexpected()).as(what).isEqualTo(decoded.unexpected());
    }

    /** A value in an object or array. */
    private record Place(Object container, Object key) {
        void put(Object value) {
            if (container instanceof Map<?, ?> map) {
                RoundTripPropertyTest.put(map, (String) key, value);
            } else {
                list().set((int) key, value);
            }
        }

        void insert(Object value, String name) {
            if (container instanceof Map<?, ?> map) {
                RoundTripPropertyTest.put(map, name, value);
            } else {
                list().add((int) key, value);
            }
        }

        void remove() {
            if (container instanceof Map<?, ?> map) {
                map.remove(key);
            } else {
                list().remove((int) key);
            }
        }

        @SuppressWarnings("unchecked")
        private List<Object> list() {
            return (List<Object>) container;
        }
    }

    private static List<Place> places(Object tree) {
        List<Place> places = new ArrayList<>();
        for (Object container : Trees.containers(tree)) {
            if (container instanceof Map<?, ?> map) {
                map.keySet().forEach(key -> places.add(new Place(container, key)));
            } else {
                for (int i = 0; i < ((List<?>) container).size(); i++) {
                    places.add(new Place(container, i));
                }
            }
        }
        return places;
    }

    @SuppressWarnings("unchecked")
    private static void put(Object map, String name, Object value) {
        ((Map<String, Object>) map).put(name, value);
    }
}
