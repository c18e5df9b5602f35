package io.github.analytics4j.codegen.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One difference in the vendor's document is one line of the report, and it is the right one. */
class DifferencesTest {

    @TempDir
    Path folder;

    @Test
    void compare_sameDocument_findsWhatIsKnown() throws Exception {
        VendorReport report = new Shop(folder).compare("vendor.yaml", Shop.VENDOR);

        assertThat(report.text()).isEqualTo("""
                known
                  shop/src/spec/overrides.yaml:6: Seen to be refused.
                    changed: parameter GET /orders limit: minimum: vendor none, ours 1 [vendor.yaml:10 | shop/src/spec/shop.yaml:10]
                  shop/src/spec/overrides.yaml:9: Seen in responses.
                    gone: field Order.color, string [vendor.yaml:42 | shop/src/spec/overrides.yaml:9]
                  shop/src/spec/overrides.yaml:3: The shop sells half things.
                    changed: field Order.amount: type: vendor integer, ours number [vendor.yaml:47 | shop/src/spec/shop.yaml:47]
                  shop/src/spec/overrides.yaml:12: It is a time.
                    changed: field Order.placed: format: vendor none, ours date-time [vendor.yaml:53 | shop/src/spec/shop.yaml:53]
                0 new; 0 gone; 0 renamed; 0 changed; 4 known; 0 known, but no longer so
                """);
        assertThat(report.exitCode()).isZero();
        assertThat(report.mistakes()).isEmpty();
    }

    static Stream<Arguments> differences() {
        return Stream.of(
                // operations
                change(
                        "  /orders/{id}/lines:\n    get:",
                        "  /orders/{id}/lines:\n    delete: {}\n    get:",
                        "operation DELETE /orders/{id}/lines"),
                change("  /orders/{id}/lines:", "  /shops: {get: {}}\n  /orders/{id}/lines:", "operation GET /shops"),
                change(
                        "operationId: order\n",
                        "operationId: order\n      deprecated: true\n",
                        "operation POST /orders: deprecated: vendor yes, ours no"),
                change(
                        "  /orders/{id}/lines:",
                        "  /orders/{id}/lines/:",
                        "operation GET /orders/{id}/lines is GET /orders/{id}/lines/ (the same path, spelled another way)"),
                change(
                        "  /orders/{id}/lines:",
                        "  /orders/{id}/items:",
                        "operation GET /orders/{id}/lines is GET /orders/{id}/items (the same operation id)"),
                change("/v1", "/v2", "server https://shop.example/v2", "server https://shop.example/v1"),
                // servers and keys
                change(
                        "servers:\n",
                        "servers:\n  - url: https://shop.example/v1/\n  - url: https://eu.shop.example/v1\n",
                        "server https://eu.shop.example/v1"),
                change(
                        "{type: http, scheme: bearer}",
                        "{type: apiKey, in: header, name: X-Key}",
                        "key apiKey header X-Key",
                        "key http bearer"),
                // parameters
                change(
                        "        - {name: since",
                        "        - {name: color, in: query, required: true, schema: {type: boolean}}\n        - {name: since",
                        "parameter GET /orders color, query, boolean, required"),
                change(
                        "        - {name: tags, in: query, schema: {type: array, items: {type: string}}}\n",
                        "",
                        "parameter GET /orders tags, query, list of string"),
                change(
                        "name: since",
                        "name: from_time",
                        "parameter GET /orders since is from_time (same type, same place between limit and state)"),
                change(
                        "{name: since,",
                        "{name: since, required: true,",
                        "parameter GET /orders since: required: vendor yes, ours no"),
                change(
                        "name: since, in: query",
                        "name: since, in: header",
                        "parameter GET /orders since: goes into: vendor header, ours query"),
                change(
                        "{type: string, format: date-time}",
                        "{type: integer, format: int64}",
                        "parameter GET /orders since: type: vendor integer, ours string",
                        "parameter GET /orders since: format: vendor int64, ours date-time"),
                change("maximum: 50", "maximum: 100", "parameter GET /orders limit: maximum: vendor 100, ours 50"),
                change(
                        "maximum: 50",
                        "maximum: 50, default: 30",
                        "parameter GET /orders limit: default: vendor 30, ours 20"),
                change(
                        "{type: string, format: date-time}",
                        "{type: string, format: date-time, default: '2026-01-01'}",
                        "parameter GET /orders since: default: vendor 2026-01-01, ours none"),
                change(
                        "maximum: 50",
                        "exclusiveMaximum: 51",
                        "parameter GET /orders limit: maximum: vendor none, ours 50",
                        "parameter GET /orders limit: maximum, itself excluded: vendor 51, ours none"),
                change(
                        "name: tags, in: query,",
                        "name: tags, in: query, explode: false,",
                        "parameter GET /orders tags: several values: vendor separated by commas, ours one parameter each"),
                change(
                        "{name: tags,",
                        "{name: tags, deprecated: true,",
                        "parameter GET /orders tags: deprecated: vendor yes, ours no"),
                change(
                        "{id}/lines:\n    get:\n      operationId: lines\n      parameters:\n        - {name: id",
                        "{order_id}/lines:\n    get:\n      operationId: lines\n      parameters:\n        - {name: order_id",
                        "parameter GET /orders/{id}/lines id is order_id (same place in the path)"),
                // bodies and responses
                change(
                        "required: true\n        content",
                        "content",
                        "body POST /orders: required: vendor no, ours yes"),
                change(
                        "required: [sku]",
                        "required: [sku, count]",
                        "field Draft.count: always there: vendor yes, ours no"),
                change("default: 1", "default: 2", "field Draft.count: default: vendor 2, ours 1"),
                change(
                        "        '404': {content: {application/json: {schema: {type: object, properties: {}}}}}\n",
                        "",
                        "response GET /orders 404"),
                change("'201'", "'202'", "response POST /orders 201 is 202 (both the first that says yes)"),
                change(
                        "'404': {content: {application/json:",
                        "'404': {content: {text/html:",
                        "response GET /orders 404: vendor text/html, ours object"),
                change("'404':", "'429': {description: slow down}\n        '404':", "response GET /orders 429"),
                change(
                        "properties: {}",
                        "properties: {detail: {type: string}}",
                        "response GET /orders 404.detail, string"),
                // fields
                change(
                        "        total: {type: integer}",
                        "        total: {type: integer}\n        more: {type: [boolean, 'null']}",
                        "field Orders.more, boolean or null"),
                change("        note: {type: [string, 'null']}\n", "", "field Order.note, string or null"),
                change(
                        "buyer_name:",
                        "buyerName:",
                        "field Order.buyer_name is buyerName (the same name, spelled another way)"),
                change(
                        "buyer_name:",
                        "customer:",
                        "field Order.buyer_name is customer (same type, same place between amount and note)"),
                change(
                        "        lines: {",
                        "        parts: {",
                        "field Order.lines is parts (same fields, same place between note and extras)"),
                change(
                        "note: {type: [string, 'null']}",
                        "note: {type: string}",
                        "field Order.note: type: vendor string, ours string or null"),
                change(
                        "required: [orders]",
                        "required: [orders, total]",
                        "field Orders.total: always there: vendor yes, ours no"),
                change(
                        "additionalProperties: {type: string}",
                        "additionalProperties: {type: number}",
                        "field Order.extras{}: type: vendor number, ours string"),
                change(
                        "extras: {type: object, additionalProperties: {type: string}}",
                        "extras: {type: object}",
                        "field Order.extras: fields with free names: vendor none, ours string"),
                change(
                        "schema: {type: array, items: {$ref: '#/components/schemas/Line'}}",
                        "schema: {$ref: '#/components/schemas/Line'}",
                        "response GET /orders/{id}/lines 200: type: vendor object, ours list of object"),
                change("minimum: 0", "minimum: 1", "field Order.amount: minimum: vendor 1, ours 0"),
                change(
                        "        amount: {type: integer, minimum: 0}\n        buyer_name:",
                        "        customer:",
                        "field Order.amount, number",
                        "field Order.buyer_name is customer (same type, same place between state and note)"),
                // values
                change(
                        "enum: [open, canceled, paid]",
                        "enum: [open, canceled, paid, lost]",
                        "value lost of parameter GET /orders state",
                        "value lost of field Order.state"),
                change(
                        "enum: [open, canceled, paid]",
                        "enum: [open, canceled]",
                        "value paid of parameter GET /orders state",
                        "value paid of field Order.state"),
                change(
                        "enum: [open, canceled, paid]",
                        "enum: [paid, open, cancelled]",
                        "value canceled of parameter GET /orders state is cancelled (similar name)",
                        "value canceled of field Order.state is cancelled (similar name)"),
                change(
                        "buyer_name: {type: string}",
                        "buyer_name: {type: string, enum: [me, you]}",
                        "field Order.buyer_name: values: vendor me, you, ours any"));
    }

    private static Arguments change(String piece, String other, String... expected) {
        return arguments(piece, other, Arrays.asList(expected));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void compare_oneThingChanged_isFound(String piece, String other, List<String> expected) throws Exception {
        VendorReport report = new Shop(folder).compare("vendor.yaml", Shop.with(piece, other));

        assertThat(Shop.lines(report)).containsExactlyElementsOf(expected);
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.mistakes()).isEmpty();
    }

    @Test
    void compare_defaultThatOurSpecTells_isTheSame() throws Exception {
        VendorReport report =
                new Shop(folder).compare("vendor.yaml", Shop.with("maximum: 50", "maximum: 50, default: 20"));

        assertThat(Shop.lines(report)).isEmpty();
        assertThat(report.exitCode()).isZero();
    }
}
