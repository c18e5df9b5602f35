package io.github.analytics4j.codegen.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake alone, with its line and its whole message. */
final class TableMistakesTest {

    @Test
    void read_nothingChanged_hasNoMistake() {
        assertThat(new SmallSpec().mistakes()).isEmpty();
    }

    @Test
    void read_emptyFile_needsATitle() {
        assertThat(SmallSpec.mistakes("")).containsExactly("small.md:1: the file has to begin with a heading '# Name'");
    }

    @Test
    void read_titleOnly_needsSettings() {
        assertThat(SmallSpec.mistakes("# Small"))
                .containsExactly("small.md:1: title 'Small' needs one table with the columns Setting, Value, it has 0");
    }

    @Test
    void read_sameOperationTwice_namesIdMethodAndRequest() {
        assertThat(new SmallSpec()
                        .with("## Operation `things.picture`", "## Operation `things.make`")
                        .mistakes())
                .containsExactly(
                        "small.md:153: the type MakeRequest is taken by small.md:95",
                        "small.md:153: the operation id small.things.make is taken by small.md:95",
                        "small.md:153: the method things.make is taken by small.md:95");
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource({"headings", "settings", "facts", "tables", "paging", "samples"})
    void read_oneMistake_oneMessage(String old, String replacement, String message) {
        assertThat(new SmallSpec().with(old, replacement).mistakes()).containsExactly("small.md:" + message);
    }

    static Stream<Arguments> headings() {
        return Stream.of(
                arguments(
                        "## For people",
                        "## Operation here",
                        "163: heading 'Operation here' needs a name: Operation `group.method`"),
                arguments(
                        "## For people",
                        "## Record `for people`",
                        "163: heading 'Record `for people`' needs a name: Record `TypeName`"),
                arguments(
                        "## For people\n\n| Status | Meaning |",
                        "## Parametres\n\n| Parameter | Meaning |",
                        "165: a table of the spec under a heading that is not one of the format"),
                arguments(
                        "## For people\n",
                        "## Parameters\n",
                        "165: unknown column 'Status'; the columns are Parameter, Type, Required, Default, Bounds, Meaning"),
                arguments(
                        "## Operation `things.list`: all things\n",
                        "### Call\n\n```sh\ncurl\n```\n\n## Operation `things.list`: all things\n",
                        "11: section 'call' stands before any operation"));
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                arguments("| Base URL | `https://small.example/v1` |\n", "", "5: setting 'Base URL' is missing"),
                arguments("`small`", "`Small Module`", "7: module 'Small Module' is no part of a package's name"),
                arguments(
                        "| Module | `small` |\n",
                        "| Module | `small` |\n| Module | `small` |\n",
                        "8: 'Module' stands twice"),
                arguments(
                        "| Module | `small` |\n",
                        "| Module | `small` |\n| Colour | red |\n",
                        "8: unknown setting 'Colour'; known are Module, Base URL, Vendor page"));
    }

    static Stream<Arguments> facts() {
        return Stream.of(
                arguments(
                        "`GET /picture`",
                        "`FETCH /picture`",
                        "159: request '`FETCH /picture`' has to be written `GET /path` or `POST /path`"),
                arguments(
                        "`GET /picture`",
                        "`GET picture`",
                        "159: request '`GET picture`' has to be written `GET /path` or `POST /path`"),
                arguments("| Result | file link |\n", "", "153: operation 'things.picture' has no fact 'Result'"),
                arguments(
                        "| Result | file link |",
                        "| Result | a file |",
                        "160: result 'a file' is none of object `Name`, list of `Name`, file link"),
                arguments(
                        "| Repeatable | no |",
                        "| Repeatable | never |",
                        "161: repeatable 'never' is neither yes nor no"),
                arguments(
                        "| Repeatable | no |",
                        "| Request type | `no type` |",
                        "161: request type 'no type' is no name of a type"),
                arguments("`ListThingsRequest`", "`Thing`", "11: the type Thing is taken by small.md:72"),
                arguments(
                        "| Check | `since` not after `until` |",
                        "| Check | `since` not after `then` |",
                        "128: the check names 'then', which is no parameter of things.events"),
                arguments(
                        "| Check | `since` not after `until` |",
                        "| Check | `since` not above `limit` |",
                        "128: the check compares 'since', which is no number"));
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                arguments(
                        "### Body\n\n| Field | Type | Required | Default |",
                        "### Body\n\n| Field | Type | Required | Required |",
                        "108: column 'Required' stands twice"),
                arguments(
                        "| `name` | `string` |",
                        "| name | `string` |",
                        "110: name 'name' has to be written `name`, `name` or `alias`, or `name` as `javaName`"),
                arguments(
                        "| `name` | `string` |",
                        "| `name` or `title` | `string` |",
                        "110: a parameter has one name on the wire, not also 'title'"),
                arguments("| `string` | yes |", "| `string` | maybe |", "110: required 'maybe' is neither yes nor no"),
                arguments(
                        "| `string` | yes |",
                        "| `any` | yes |",
                        "110: type 'any' is for responses, a request cannot hold it"),
                arguments(
                        "| `string` | yes |",
                        "| `list<list<list<list<list<id>>>>>` | yes |",
                        "110: unknown type 'list<id>'; the types are string, word, id, long, int, double, money, boolean, date, date-or-time, instant(ISO), instant(ISO_MILLIS), instant(ISO_LOCAL), instant(EPOCH_MILLIS), instant(EPOCH_MILLIS_TEXT), period, bucket, weekday, any, list<…>, map<…> and the names of records and open enums"),
                arguments("..9", "nine", "111: bounds 'nine' have to be written 1..100, 1.. or ..100"),
                arguments(
                        "| `string` | yes | — | — |",
                        "| `string` | yes | — | 1.. |",
                        "110: the parameter name has bounds and is no number"),
                arguments("How to call it.", "", "110: the parameter name has no description"),
                arguments("| `size` | `long`", "| `name` | `long`", "111: the parameter name is there twice"),
                arguments(
                        "of it \\| or not",
                        "of it | or not",
                        "82: the row has 6 cells, its table 5 columns; a bar inside a cell is written \\|, and a blank line ends the table"),
                arguments(
                        "| optional |",
                        "| sometimes |",
                        "82: presence 'sometimes' is none of always; optional; optional, no sample"),
                arguments(
                        "| always | USD |",
                        "| always | — |",
                        "80: the field Thing.price is a number and says neither its unit nor its scale"),
                arguments("or `prize`", "or `note`", "82: the field note is there twice"),
                arguments("It is old. |\n", "It is old. |\n| `old` | Twice. |\n", "93: value 'old' stands twice"),
                arguments("A thing.\n", "", "72: the record Thing has no description"),
                arguments("shelf}", "table}", "11: nothing fills table of the path /things/{table}/"));
    }

    static Stream<Arguments> paging() {
        return Stream.of(
                arguments(
                        "page: number",
                        "pages: number",
                        "21: paging 'pages: number `page`, size `limit`, rows `things`, total `count`, id `id`' begins with none of none, page:, window:"),
                arguments("rows `things`, ", "", "21: paging by page has to name its rows"),
                arguments("total `count`", "sum `count`", "21: paging cannot read 'sum `count`'"),
                arguments("total `count`", "id `id`", "21: paging names its id twice"),
                arguments(
                        "size `limit`, rows",
                        "size `most`, rows",
                        "21: paging names 'most', which is no parameter of things.list"),
                arguments(
                        "| 20 | 1..50 |",
                        "| — | 1..50 |",
                        "21: the size of pages, 'limit', needs a number as default and a bound"),
                arguments(
                        "total `count`",
                        "total `things`",
                        "11: the paging of small.things.list needs a whole number at [things]"),
                arguments(
                        "time `at`",
                        "time `id`",
                        "119: the paging of small.things.events needs the instant id in Event"));
    }

    static Stream<Arguments> samples() {
        return Stream.of(
                arguments("```json\n[]", "```\n[]", "115: the block's language is '', it has to be json"),
                arguments("```json\n[]\n```\n", "", "113: section 'sample' needs one fenced block, it has 0"),
                arguments("### Sample\n\n```json\n[]\n```\n", "", "95: operation 'things.make' has no sample"),
                arguments("```json\n[]", "```json\n[] []", "116: invalid JSON: more than one value"),
                arguments("```json\n[]", "```json\n", "117: invalid JSON: nothing there"),
                arguments("```json\n[]", "```json\n{}", "116: $ is {}, expected was an array"),
                arguments("\"price\": 1.50, ", "", "48: $.things[0] lacks 'price', always present in Thing"),
                arguments("1.50", "null", "48: $.things[0] has null for 'price', always present in Thing"),
                arguments("1.50", "\"1.50\"", "48: $.things[0].price is \"1.50\", expected was a number"),
                arguments("\"a\": 1 ", "\"a\": 1.5 ", "48: $.things[0].tags.a is 1.5, expected was a whole number"),
                arguments("\"old\"", "\"odd\"", "48: $.things[0].kind is 'odd', which is no value of Kind"),
                arguments(
                        "03:04:05.006Z",
                        "03:04:05Z",
                        "150: $[0].at is \"2026-01-02T03:04:05Z\", expected was a time such as 2026-02-01T00:00:00.000Z"),
                arguments(
                        "\"note\": \"it is \\\"new\\\"\", ",
                        "",
                        "82: field 'note' of Thing is in no sample; if so, its presence is optional, no sample"),
                arguments(
                        "\"note\":",
                        "\"wear\": 0.5, \"note\":",
                        "83: field 'wear' of Thing is in a sample, though its presence says no sample"),
                arguments(
                        "### Sample\n\n```json\n[]",
                        "### Sample part\n\n```json\n[]",
                        "116: a sample part without a sample before it"),
                arguments(
                        "## For people\n\n| Status | Meaning |\n|---|---|\n| 404 | There is no such thing. |\n\n```text\nnothing\n```",
                        "### Sample\n\n```json\n1\n```",
                        "153: operation 'things.picture' answers no JSON, so it has no sample"),
                arguments(
                        "## For people\n",
                        "### Record `Orphan`\n\nLeft alone.\n\n| Field | Type | Presence | Unit | Meaning |\n|---|---|---|---|---|\n\n## For people\n",
                        "163: no operation uses the record Orphan"),
                arguments(
                        "## For people\n",
                        "### Open enum `Orphan`\n\nLeft alone.\n\n| Value | Meaning |\n|---|---|\n| `a` | A. |\n\n## For people\n",
                        "163: no operation uses the open enum Orphan"));
    }
}
