package io.github.analytics4j.codegen.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small API of our own making: a spec with corrections, and the document of its vendor, which calls its schemas something else. */
final class Shop {

    /** The spec before it is corrected; the words of our dialect are no difference. */
    static final String SPEC = """
            openapi: 3.1.0
            info: {title: Shop, version: '1'}
            servers:
              - url: https://shop.example/v1
            paths:
              /orders:
                get:
                  operationId: list-orders
                  parameters:
                    - {name: limit, in: query, schema: {type: integer, maximum: 50}, x-default: '20'}
                    - {name: since, in: query, schema: {type: string, format: date-time}}
                    - {name: state, in: query, schema: {$ref: '#/components/schemas/State'}}
                    - {name: tags, in: query, schema: {type: array, items: {type: string}}}
                  responses:
                    '200': {content: {application/json: {schema: {$ref: '#/components/schemas/Orders'}}}}
                    '404': {content: {application/json: {schema: {type: object, properties: {}}}}}
                post:
                  operationId: order
                  requestBody:
                    required: true
                    content: {application/json: {schema: {$ref: '#/components/schemas/Draft'}}}
                  responses:
                    '201': {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
              /orders/{id}/lines:
                get:
                  operationId: lines
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                  responses:
                    '200': {content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Line'}}}}}
            components:
              securitySchemes:
                key: {type: http, scheme: bearer}
              schemas:
                State: {type: string, enum: [open, canceled, paid]}
                Orders:
                  type: object
                  required: [orders]
                  properties:
                    orders: {type: array, items: {$ref: '#/components/schemas/Order'}}
                    total: {type: integer}
                Order:
                  type: object
                  properties:
                    id: {type: string}
                    state: {$ref: '#/components/schemas/State'}
                    amount: {type: integer, minimum: 0}
                    buyer_name: {type: string}
                    note: {type: [string, 'null']}
                    lines: {type: array, items: {$ref: '#/components/schemas/Line'}}
                    extras: {type: object, additionalProperties: {type: string}}
                    parent: {$ref: '#/components/schemas/Order'}
                    placed: {type: string}
                Line:
                  type: object
                  properties:
                    sku: {type: string}
                    count: {type: integer}
                Draft:
                  type: object
                  required: [sku]
                  properties:
                    sku: {type: string}
                    count: {type: integer, default: 1}
            """;

    static final String OVERRIDES = """
            api: {name: Shop, package: example.shop}
            corrections:
              - at: Order.amount
                set: {type: number, x-unit: EUR}
                reason: The shop sells half things.
              - at: GET /orders limit
                set: {schema: {minimum: 1}, x-type: int}
                reason: Seen to be refused.
              - add: Order.color
                set: {type: string, description: Its colour.}
                reason: Seen in responses.
              - at: Order.placed
                set: {x-type: instant iso}
                reason: It is a time.
            """;

    /** What the vendor publishes: the same, in its own words. */
    static final String VENDOR = SPEC.replace("Orders'", "OrdersGetResponse'")
            .replace("    Orders:", "    OrdersGetResponse:")
            .replace("State'", "OrderStateEnum'")
            .replace("    State:", "    OrderStateEnum:")
            .replace(", x-default: '20'", "")
            .replace("key: {", "sec0: {")
            .replace("title: Shop", "title: The Shop");

    private final Path folder;

    Shop(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("shop/src/spec"));
        spec("shop.yaml", SPEC);
        spec("overrides.yaml", OVERRIDES);
    }

    /** Puts a file beside the spec. */
    Shop spec(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return this;
    }

    /** Compares what a vendor publishes under a name. */
    VendorReport compare(String name, String text) throws IOException {
        return compare(name, text.getBytes(StandardCharsets.UTF_8));
    }

    VendorReport compare(String name, byte[] bytes) throws IOException {
        return VendorReport.compare(folder, List.of(file(name, bytes)));
    }

    VendorReport compare(List<Path> files) throws IOException {
        return VendorReport.compare(folder, files);
    }

    Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.getParent().resolve(name), bytes);
    }

    /** The vendor's document with one piece replaced, which has to be there once. */
    static String with(String piece, String other) {
        assertThat(VENDOR).as(piece).containsOnlyOnce(piece);
        return VENDOR.replace(piece, other);
    }

    /** The lines of a report about what is not known, without their places: {@code new: field Order.x, string}. */
    static List<String> lines(VendorReport report) {
        String[] group = {""};
        return report.text()
                .lines()
                .filter(line -> {
                    group[0] = line.startsWith(" ") ? group[0] : line;
                    return line.startsWith("  ") && !group[0].startsWith("known");
                })
                .map(line -> line.strip().replaceAll(" \\[[^\\[]*]$", ""))
                .toList();
    }
}
