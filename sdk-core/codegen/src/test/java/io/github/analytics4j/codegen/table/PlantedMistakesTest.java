package io.github.analytics4j.codegen.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.codegen.Modules;
import io.github.analytics4j.codegen.model.SpecException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file with ten mistakes of ten kinds. */
final class PlantedMistakesTest {

    private static final List<String> EXPECTED = List.of(
            "small.md:22: check '`from_day` before `to_day`' is none of `a` not after `b`; `a` not above `b`; "
                    + "at most 365 days from `a` to `b`",
            "small.md:30: no record and no open enum of this file is called 'Sort'",
            "small.md:34: bounds '50..1' leave no number",
            "small.md:46: $ has 'colour', which is no field of ThingPage",
            "small.md:78: unknown type 'text'; the types are string, word, id, long, int, double, money, boolean, date, "
                    + "date-or-time, instant(ISO), instant(ISO_MILLIS), instant(ISO_LOCAL), instant(EPOCH_MILLIS), "
                    + "instant(EPOCH_MILLIS_TEXT), period, bucket, weekday, any, list<…>, map<…> and the names of records "
                    + "and open enums",
            "small.md:84: column 'Presence' is empty",
            "small.md:95: operation 'things.make' has no fact 'Request' with method and path",
            "small.md:107: a table without a header: the second line has to be |---|---|",
            "small.md:114: invalid JSON: Unexpected character (']' (code 93)): expected a valid value "
                    + "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
            "small.md:140: unknown column 'Name'; the columns are Field, Type, Presence, Unit, Meaning");

    private final SmallSpec planted = new SmallSpec()
            .with("| Check | `from_day` not after `to_day` |", "| Check | `from_day` before `to_day` |")
            .with("| `kind` as `kinds` | `list<Kind>`", "| `kind` as `kinds` | `list<Sort>`")
            .with("1..50", "50..1")
            .with("\"count\": 2,", "\"count\": 2, \"colour\": \"red\",")
            .with("happened.\n\n| Field | Type", "happened.\n\n| Name | Type")
            .with(
                    "| `id` | `id` | always | — | Tells it from other things. |",
                    "| `id` | `text` | always | — | Its id. |")
            .with("| `tags` | `map<long>` | always |", "| `tags` | `map<long>` | |")
            .with("|---|---|---|---|---|---|\n| `name`", "| `name`")
            .with("| Request | `POST /things` |\n", "")
            .with("[]", "[1,]");

    @Test
    void read_tenMistakes_tenLocatedMessages() {
        assertThat(planted.mistakes()).containsExactlyElementsOf(EXPECTED);
    }

    @Test
    void model_tenMistakes_refusesAllAtOnce(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("small.md"), planted.text());

        assertThatThrownBy(() -> Modules.read(directory))
                .isInstanceOf(SpecException.class)
                .hasMessage("10 mistake(s) in the spec:\n" + String.join("\n", EXPECTED));
    }
}
