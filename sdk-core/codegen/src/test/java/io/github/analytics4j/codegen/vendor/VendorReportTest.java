package io.github.analytics4j.codegen.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What vendors publish, in all the forms they do; what is known; and what was known and is no longer so. */
class VendorReportTest {

    private static final String SAME = "0 new; 0 gone; 0 renamed; 0 changed; 4 known; 0 known, but no longer so";

    @TempDir
    Path folder;

    private Shop shop;

    @BeforeEach
    void open() throws Exception {
        shop = new Shop(folder);
    }

    // --- forms of a document

    @Test
    void compare_json_isReadAsYamlIs() throws Exception {
        VendorReport report = shop.compare("v.json", Json.of(Shop.VENDOR, true));

        assertThat(report.text()).endsWith(SAME + "\n").contains("[v.json:");
        assertThat(report.exitCode()).isZero();
    }

    @Test
    void compare_jsonWithTabsAndBom_isRead() throws Exception {
        String json = Json.of(Shop.VENDOR, true).replace("  ", "\t");

        assertThat(shop.compare("v.json", "\uFEFF" + json).text()).endsWith(SAME + "\n");
    }

    @Test
    void compare_jsonOnOneLine_isLocatedByPointer() throws Exception {
        String json = Json.of(Shop.with("total: {type: integer}", "total: {type: string}"), false);

        assertThat(shop.compare("v.json", json).text())
                .contains(
                        "field Orders.total: type: vendor string, ours integer"
                                + " [v.json#/components/schemas/OrdersGetResponse/properties/total | shop/src/spec/shop.yaml:41]");
    }

    @Test
    void compare_pointerOfAPath_isEscaped() throws Exception {
        String json = Json.of(Shop.with("maximum: 50", "maximum: 60"), false);

        assertThat(shop.compare("v.json", json).text()).contains("[v.json#/paths/~1orders/get/parameters/0/schema | ");
    }

    @Test
    void compare_markdownPage_isLocatedInThePage() throws Exception {
        String page =
                "# Orders\n\nSome words.\n\n~~~yaml\n" + Shop.with("maximum: 50", "maximum: 60") + "~~~\n\nMore.\n";

        assertThat(shop.compare("v.md", page).text())
                .contains("parameter GET /orders limit: maximum: vendor 60, ours 50 [v.md:15 | ");
    }

    @Test
    void compare_pageWithoutExtension_isKnownByItsFence() throws Exception {
        assertThat(shop.compare("llms.txt", "# Orders\n\n```\n" + Shop.VENDOR + "```\n")
                        .text())
                .endsWith(SAME + "\n");
    }

    @Test
    void compare_jsonInAPage_isLocatedInThePage() throws Exception {
        String page = "# Orders\n\n```json\n" + Json.of(Shop.with("maximum: 50", "maximum: 60"), true) + "\n```\n";

        VendorReport report = shop.compare("v.md", page);

        assertThat(Shop.lines(report)).containsExactly("parameter GET /orders limit: maximum: vendor 60, ours 50");
        int line = Integer.parseInt(report.text().replaceAll("(?s).*ours 50 \\[v.md:(\\d+).*", "$1"));
        assertThat(page.split("\n")[line - 1]).contains("schema");
    }

    @Test
    void compare_openApi30_saysTheSameInItsWords() throws Exception {
        String old = Shop.with("openapi: 3.1.0", "openapi: 3.0.3")
                .replace("note: {type: [string, 'null']}", "note: {type: string, nullable: true}")
                .replace(
                        "state: {$ref: '#/components/schemas/OrderStateEnum'}",
                        "state: {allOf: [{$ref: '#/components/schemas/OrderStateEnum'}]}");

        assertThat(shop.compare("v.yaml", old).text()).endsWith(SAME + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "note: {anyOf: [{type: string}, {type: 'null'}], title: Note}",
                "note: {oneOf: [{type: 'null'}, {$ref: '#/components/schemas/Text'}]}",
                "note: {type: [string], nullable: true, description: words, example: x}",
                "note: {allOf: [{type: [string, 'null']}, {description: words}]}"
            })
    void compare_sameMeaningInOtherWords_isTheSame(String note) throws Exception {
        String document = Shop.with("note: {type: [string, 'null']}", note) + "    Text: {type: string}\n";

        assertThat(shop.compare("v.yaml", document).text()).endsWith(SAME + "\n");
    }

    @Test
    void compare_namesInlinedAndMoved_areTheSame() throws Exception {
        String document = Shop.VENDOR
                .replace(
                        "{$ref: '#/components/schemas/OrderStateEnum'}", "{enum: [open, canceled, paid], type: string}")
                .replace(
                        "        - {name: limit, in: query, schema: {type: integer, maximum: 50}}",
                        "        - {$ref: '#/components/parameters/Limit'}")
                .replace(
                        "components:\n",
                        "components:\n  parameters:\n    Limit: {name: limit, in: query, schema: {maximum: 50.0, type: integer}}\n");

        assertThat(shop.compare("v.yaml", document).text()).endsWith(SAME + "\n");
    }

    @Test
    void compare_parametersOfThePath_andIgnoredHeaders_areTheSame() throws Exception {
        String document = Shop.VENDOR.replace(
                "  /orders/{id}/lines:\n    get:\n      operationId: lines\n      parameters:\n        - {name: id, in: path, required: true, schema: {type: string}}\n",
                "  /orders/{id}/lines:\n    parameters:\n      - {name: id, in: path, required: true, schema: {type: string}}\n"
                        + "      - {name: Authorization, in: header, required: true, schema: {type: string}}\n"
                        + "    get:\n      operationId: lines\n");

        assertThat(document).isNotEqualTo(Shop.VENDOR);
        assertThat(shop.compare("v.yaml", document).text()).endsWith(SAME + "\n");
    }

    @Test
    void compare_pathFromTheRootWithoutServers_isTheSame() throws Exception {
        String document =
                Shop.with("servers:\n  - url: https://shop.example/v1\n", "").replace("  /orders", "  /v1/orders");

        assertThat(shop.compare("v.yaml", document).text()).endsWith(SAME + "\n");
    }

    @Test
    void compare_mergeKeysAndAnchors_areFollowed() throws Exception {
        String document = Shop.with(
                        "sku: {type: string}\n        count: {type: integer}\n    Draft",
                        "sku: &text {type: string}\n        count: {<<: *number}\n    Draft")
                .replace("amount: {type: integer, minimum: 0}", "amount: {<<: &number {type: integer}, minimum: 0}");

        assertThat(shop.compare("v.yaml", document).text()).endsWith(SAME + "\n");
    }

    @Test
    void compare_wordsThatYaml11TakesForTruths_areValues() throws Exception {
        shop.spec("shop.yaml", Shop.SPEC.replace("[open, canceled, paid]", "['yes', 'no', 'on']"));

        assertThat(shop.compare("v.yaml", Shop.with("[open, canceled, paid]", "[yes, no, on]"))
                        .text())
                .endsWith(SAME + "\n");
    }

    // --- pages

    @Test
    void compare_pageOfOneOperation_leavesTheOthersAlone() throws Exception {
        String document = Shop.VENDOR.replaceFirst("(?s)  /orders/\\{id}/lines:.*components:", "components:");

        VendorReport page = shop.compare("v.md", "# Orders\n```yaml\n" + document + "```\n");
        assertThat(page.text()).endsWith(SAME + "\nnot on these pages, so not compared: GET /orders/{id}/lines\n");
        assertThat(page.exitCode()).isZero();
        assertThat(Shop.lines(shop.compare("v.yaml", document))).containsExactly("operation GET /orders/{id}/lines");
    }

    @Test
    void compare_severalPages_areOneDocument() throws Exception {
        String orders = Shop.VENDOR.replaceFirst("(?s)  /orders/\\{id}/lines:.*components:", "components:");
        String lines = Shop.VENDOR
                .replaceFirst("(?s)  /orders:.*  /orders/\\{id}", "  /orders/{id}")
                .replace("count: {type: integer}", "count: {type: number}");

        VendorReport report = shop.compare(List.of(
                shop.file("a.md", ("# A\n```yaml\n" + orders + "```\n").getBytes(StandardCharsets.UTF_8)),
                shop.file("b.md", ("# B\n```yaml\n" + lines + "```\n").getBytes(StandardCharsets.UTF_8))));

        assertThat(report.text()).doesNotContain("not compared");
        assertThat(Shop.lines(report)).containsExactly("field Line.count: type: vendor number, ours integer");
    }

    @Test
    void compare_pageOfSomethingElse_isNotTakenForTheSame() throws Exception {
        String other = "openapi: 3.1.0\npaths:\n  /users: {get: {responses: {'200': {description: all}}}}\n";

        VendorReport report = shop.compare("v.md", "# Users\n```yaml\n" + other + "```\n");

        assertThat(Shop.lines(report))
                .containsExactly(
                        "operation GET /users",
                        "operation GET /orders",
                        "operation POST /orders",
                        "operation GET /orders/{id}/lines");
    }

    // --- what is known

    @Test
    void compare_listedDifference_isKnown() throws Exception {
        shop.spec("known-differences.yaml", """
                known:
                  - difference:
                      - 'new: operation GET /users'
                      - 'new: operation * /users/*'
                    reason: Users are none of our business.
                """);

        VendorReport report = shop.compare(
                "v.yaml",
                Shop.with("components:\n", "  /users: {get: {}}\n  /users/{id}: {get: {}, delete: {}}\ncomponents:\n"));

        assertThat(report.exitCode()).isZero();
        assertThat(report.text())
                .contains("  shop/src/spec/known-differences.yaml:2: Users are none of our business.\n"
                        + "    new: operation GET /users [v.yaml:31 | shop/src/spec/shop.yaml:5]\n"
                        + "    new: operation GET /users/{id} [v.yaml:32 | shop/src/spec/shop.yaml:5]\n"
                        + "    new: operation DELETE /users/{id} [v.yaml:32 | shop/src/spec/shop.yaml:5]\n");
    }

    @Test
    void compare_vendorAgreesWithACorrection_saysThatItIsNoMoreNeeded() throws Exception {
        VendorReport report = shop.compare(
                "v.yaml", Shop.with("amount: {type: integer, minimum: 0}", "amount: {type: number, minimum: 0}"));

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.text()).endsWith("""
                known, but no longer so
                  shop/src/spec/overrides.yaml:3: The shop sells half things.
                    changed: field Order.amount: type: vendor integer, ours number
                0 new; 0 gone; 0 renamed; 0 changed; 3 known; 1 known, but no longer so
                """);
    }

    @Test
    void compare_vendorChangesWhatIsCorrected_isNotKnown() throws Exception {
        VendorReport report = shop.compare(
                "v.yaml", Shop.with("amount: {type: integer, minimum: 0}", "amount: {type: string, minimum: 0}"));

        assertThat(Shop.lines(report)).containsExactly("field Order.amount: type: vendor string, ours number");
        assertThat(report.text()).contains("known, but no longer so\n  shop/src/spec/overrides.yaml:3: ");
    }

    @Test
    void compare_correctedFieldGone_isOneLine() throws Exception {
        VendorReport report = shop.compare("v.yaml", Shop.with("        amount: {type: integer, minimum: 0}\n", ""));

        assertThat(Shop.lines(report)).containsExactly("field Order.amount, number");
        assertThat(report.text()).doesNotContain("\nknown, but");
    }

    @Test
    void compare_correctedFieldRenamed_isOneLineAndStillKnown() throws Exception {
        VendorReport report = shop.compare("v.yaml", Shop.with("        amount:", "        price:"));

        assertThat(Shop.lines(report))
                .containsExactly("field Order.amount is price (same type, same place between state and buyer_name)");
        assertThat(report.text()).endsWith("0 new; 0 gone; 1 renamed; 0 changed; 4 known; 0 known, but no longer so\n");
    }

    @Test
    void compare_newFieldLikeOneWeAdded_isNoRenameOfIt() throws Exception {
        VendorReport report = shop.compare(
                "v.yaml",
                Shop.with(
                        "        placed: {type: string}",
                        "        placed: {type: string}\n        colour: {type: string}"));

        assertThat(Shop.lines(report)).containsExactly("field Order.colour, string");
        assertThat(report.text()).contains("gone: field Order.color, string");
    }

    @Test
    void compare_listedDifferenceThatIsNone_isNamed() throws Exception {
        shop.spec(
                "known-differences.yaml", "known:\n  - {difference: 'new: operation GET /users', reason: Not ours.}\n");

        VendorReport report = shop.compare("v.yaml", Shop.VENDOR);

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.text()).contains("""
                known, but no longer so
                  shop/src/spec/known-differences.yaml:2: Not ours.
                    new: operation GET /users
                """);
    }

    @Test
    void compare_schemaUsedTwiceWithTheSameChange_isOneLine() throws Exception {
        VendorReport report =
                shop.compare("v.yaml", Shop.VENDOR.replace("count: {type: integer}", "count: {type: string}"));

        assertThat(Shop.lines(report)).containsExactly("field Line.count: type: vendor string, ours integer");
    }

    // --- big documents

    @Test
    void compare_bigDocument_findsTheOneThing() throws Exception {
        StringBuilder paths = new StringBuilder();
        StringBuilder schemas = new StringBuilder();
        for (int i = 0; i < 1500; i++) {
            paths.append("  /things")
                    .append(i)
                    .append(
                            ": {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Thing")
                    .append(i)
                    .append("'}}}}}}}\n");
            schemas.append("    Thing")
                    .append(i)
                    .append(
                            ": {type: object, properties: {id: {type: string}, next: {$ref: '#/components/schemas/Thing")
                    .append((i + 1) % 1500)
                    .append("'}}}\n");
        }
        String yaml =
                Shop.with("maximum: 50", "maximum: 60").replace("components:\n", paths + "components:\n") + schemas;
        shop.spec("shop.yaml", Shop.SPEC.replace("components:\n", paths + "components:\n") + schemas);

        assertThat(yaml.length()).isGreaterThan(300_000);
        for (String name : List.of("v.yaml", "v.json")) {
            VendorReport report = shop.compare(name, name.endsWith("json") ? Json.of(yaml, false) : yaml);

            assertThat(Shop.lines(report)).containsExactly("parameter GET /orders limit: maximum: vendor 60, ours 50");
        }
    }

    @Test
    void compare_longText_isNoLimit() throws Exception {
        String document = Shop.with("version: '1'", "version: '1', description: '" + "words ".repeat(1_000_000) + "'");

        assertThat(shop.compare("v.yaml", document).text()).endsWith(SAME + "\n");
    }

    @Test
    void compare_deepDocument_isReadOrRefusedInOneLine() throws Exception {
        String deep = "{type: array, items: ".repeat(80) + "{type: string}" + "}".repeat(80);
        String deeper = "{type: array, items: ".repeat(5000) + "{type: string}" + "}".repeat(5000);

        assertThat(Shop.lines(shop.compare("v.yaml", Shop.with("total: {type: integer}", "total: " + deep))))
                .containsExactly("field Orders.total: type: vendor list of lists, ours integer");
        assertThat(shop.compare("v.yaml", Shop.with("total: {type: integer}", "total: " + deeper))
                        .mistakes())
                .startsWith("v.yaml:")
                .hasLineCount(1);
        String json = "{\"openapi\":".repeat(100_000);
        assertThat(shop.compare("v.json", json).mistakes())
                .startsWith("v.json:1: this is no JSON: ")
                .hasLineCount(1);
    }

    @Test
    void compare_multipliedAliases_areRefused() throws Exception {
        StringBuilder bomb = new StringBuilder("openapi: 3.1.0\na0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(shop.compare("v.yaml", bomb.toString()).mistakes())
                .isEqualTo("v.yaml:1: the aliases of this document repeat too much");
    }

    @Test
    void compare_filesOfTheCheckout_areNotTouched() throws Exception {
        Path spec = folder.resolve("shop/src/spec");
        List<String> before =
                List.of(Files.readString(spec.resolve("shop.yaml")), Files.readString(spec.resolve("overrides.yaml")));

        shop.compare("v.yaml", Shop.with("maximum: 50", "maximum: 60"));

        assertThat(List.of(
                        Files.readString(spec.resolve("shop.yaml")), Files.readString(spec.resolve("overrides.yaml"))))
                .isEqualTo(before);
    }
}
