package io.github.analytics4j.codegen.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be read is told once, with its place, and ends with the code for it; it never ends in a stack trace. */
class BrokenDocumentsTest {

    private static final String NO_OPENAPI = "this is no OpenAPI document: the key openapi is missing";

    @TempDir
    Path folder;

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments("v.json", "", "v.json:1: the file is empty"),
                arguments("v.json", " \n", "v.json:1: the file is empty"),
                arguments(
                        "v.json",
                        "hello",
                        "v.json:1: this is no JSON: Unrecognized token 'hello': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"),
                arguments("v.json", "[1]", "v.json:1: this is no JSON object"),
                arguments(
                        "v.json",
                        "{\n \"openapi\": \"3.1.0\",\n \"paths\": {",
                        "v.json:3: this is no JSON: Unexpected end-of-input: expected close marker for Object"),
                arguments(
                        "v.json",
                        "{\"openapi\": \"3.1.0\"} {}",
                        "v.json:1: this is no JSON: more follows behind the document"),
                arguments(
                        "v.json",
                        "{\"openapi\": \"3.1.0\",\n\"openapi\": \"3.1.0\"}",
                        "v.json:2: the key openapi is here twice"),
                arguments("v.json", "{}", "v.json:1: " + NO_OPENAPI),
                arguments("v.yaml", "just words", "v.yaml:1: this is no YAML object"),
                arguments("v.yaml", "- a\n", "v.yaml:1: this is no YAML object"),
                arguments("v.yaml", "a: [1\nb: 2", "v.yaml:2: this is no YAML: expected ',' or ']', but got :"),
                arguments("v.yaml", "? [a]\n: 1\n", "v.yaml:1: a key must be text"),
                arguments("v.yaml", "a: &a\n  b: *a\n", "v.yaml:1: an alias here contains itself"),
                arguments("v.yaml", "openapi: 3.1.0\npaths: !!binary x", "v.yaml:2: paths must be an object"),
                arguments(
                        "v.html",
                        "<!DOCTYPE html><p>openapi: 3.1.0",
                        "v.html:1: this is HTML or XML, no OpenAPI document; save the page as Markdown, or the document itself"),
                arguments(
                        "v.md",
                        "# Calls\n\n```yaml\na: 1\n```\n",
                        "v.md:1: no fenced block of this page is an OpenAPI document; one has the key openapi"),
                arguments(
                        "v.md",
                        "# Calls\n\n```yaml\nopenapi: 3.1.0\npaths: [\n```\n",
                        "v.md:6: this is no YAML: expected the node content, but found '<stream end>'"),
                arguments("v.yaml", "swagger: '2.0'\n", "v.yaml:1: this is Swagger 2.0; convert it to OpenAPI 3 first"),
                arguments(
                        "v.yaml",
                        "info: 1\nopenapi: 4.0.0\n",
                        "v.yaml:2: OpenAPI 4.0.0 is not understood; known are 3.0, 3.1 and 3.2"),
                arguments("v.yaml", "openapi: 3.1.0\n", "v.yaml:1: there is no operation in this document"),
                arguments("v.yaml", "openapi: 3.1.0\npaths: {}\n", "v.yaml:1: there is no operation in this document"),
                arguments("v.yaml", "openapi: 3.1.0\npaths: {/orders: []}\n", "v.yaml:2: /orders must be an object"),
                arguments(
                        "v.yaml", "openapi: 3.1.0\npaths: {/orders: {get: []}}\n", "v.yaml:2: get must be an object"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void compare_noDocument_saysWhatItIs(String name, String text, String expected) throws Exception {
        VendorReport report = new Shop(folder).compare(name, text);

        assertThat(report.mistakes()).startsWith(expected).doesNotContain("Exception");
        assertThat(report.mistakes().lines()).doesNotHaveDuplicates();
        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(Shop.lines(report)).isEmpty();
    }

    @Test
    void compare_noUtf8_saysSo() throws Exception {
        VendorReport report = new Shop(folder).compare("v.yaml", Shop.VENDOR.getBytes(StandardCharsets.UTF_16LE));

        assertThat(report.mistakes()).isEqualTo("v.yaml:1: this is no UTF-8 text");
    }

    @Test
    void compare_noFile_saysWhereItWasLookedFor() throws Exception {
        Path missing = folder.resolve("missing.json");

        VendorReport report = new Shop(folder).compare(List.of(missing));

        assertThat(report.mistakes()).isEqualTo("missing.json:1: there is no file " + missing);
        assertThat(report.exitCode()).isEqualTo(2);
    }

    static Stream<Arguments> mistakes() {
        String order = "    Order:\n      type: object\n";
        return Stream.of(
                arguments(
                        "$ref: '#/components/schemas/Draft'",
                        "$ref: '#/components/schemas/Nowhere'",
                        "v.yaml:21: nothing is at #/components/schemas/Nowhere"),
                arguments(
                        "$ref: '#/components/schemas/Draft'",
                        "$ref: 'other.yaml#/Draft'",
                        "v.yaml:21: the reference other.yaml#/Draft leads out of this document; the vendor's bundled document has all"),
                arguments("$ref: '#/components/schemas/Draft'", "$ref: '#/%zz'", "v.yaml:21: nothing is at #/%zz"),
                arguments(
                        "$ref: '#/components/schemas/Draft'",
                        "$ref: 7",
                        "v.yaml:21: the reference 7 leads out of this document; the vendor's bundled document has all"),
                arguments(
                        "    OrderStateEnum: {type: string, enum: [open, canceled, paid]}",
                        "    OrderStateEnum: {$ref: '#/components/schemas/Other'}\n    Other: {$ref: '#/components/schemas/OrderStateEnum'}",
                        "v.yaml:35: this schema refers to itself and to nothing else"),
                arguments(
                        order,
                        "    Order:\n      allOf: [{$ref: '#/components/schemas/Order'}]\n      type: object\n",
                        "v.yaml:42: this schema refers to itself and to nothing else"),
                arguments(
                        "        - {name: limit, in: query, schema: {type: integer, maximum: 50}}",
                        "        - {$ref: '#/x-a'}\nx-a: {$ref: '#/x-b'}\nx-b: {$ref: '#/x-a'}",
                        null),
                arguments(
                        "total: {type: integer}",
                        "total: {type: int}",
                        "v.yaml:41: unknown type int; known are string, integer, number, boolean, array, object, null"),
                arguments("total: {type: integer}", "total: integer", "v.yaml:41: total must be an object"),
                arguments("required: [orders]", "required: true", "v.yaml:38: required must be a list"),
                arguments("required: [orders]", "required: [1]", "v.yaml:38: required must be a list of texts"),
                arguments("enum: [open, canceled, paid]", "enum: open", "v.yaml:35: enum must be a list"),
                arguments(
                        "{name: since, in: query,",
                        "{in: query,",
                        "v.yaml:11: a parameter must have a name and say where it is in"),
                arguments("        '201': {content:", "        '201': {content: 7, then:", null));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void compare_partUnreadable_isToldOnceBesideTheRest(String piece, String other, String expected) throws Exception {
        VendorReport report = new Shop(folder).compare("v.yaml", Shop.with(piece, other));

        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(report.mistakes()).isNotEmpty().doesNotContain("Exception");
        assertThat(report.mistakes().lines()).doesNotHaveDuplicates();
        assertThat(Shop.lines(report)).noneMatch(line -> line.contains("vendor anything"));
        if (expected != null) {
            assertThat(report.mistakes()).isEqualTo(expected);
        }
    }

    @Test
    void compare_brokenCorrections_areOurMistakesByTheirPlace() throws Exception {
        VendorReport report = new Shop(folder)
                .spec("overrides.yaml", Shop.OVERRIDES.replace("Order.amount", "Order.nothing"))
                .spec("known-differences.yaml", "known:\n  - difference: 'new: *'\n")
                .compare("v.yaml", Shop.VENDOR);

        assertThat(report.mistakes()).isEqualTo("""
                shop/src/spec/known-differences.yaml:2: a known difference must have difference, a line of the report, and reason
                shop/src/spec/overrides.yaml:3: Order.nothing is not in the spec""");
        assertThat(report.exitCode()).isEqualTo(2);
    }
}
