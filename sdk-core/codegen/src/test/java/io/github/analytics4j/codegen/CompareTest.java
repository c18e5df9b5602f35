package io.github.analytics4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command: what it takes, what it prints where, and its exit codes. */
class CompareTest {

    private static final String CHECKOUT = "../..";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path vendor;

    @BeforeEach
    void publish() throws Exception {
        String spec = Files.readString(Path.of(CHECKOUT, "sdk-synthflow/src/spec/synthflow.yaml"));
        vendor = Files.writeString(
                folder.resolve("openapi.yaml"),
                spec.replace("  - url: https://api.eu.synthflow.ai/v2\n    description: the EU cluster\n", ""));
    }

    @Test
    void run_nothingButWhatIsKnown_endsWithZero() {
        assertThat(run(CHECKOUT, "synthflow", vendor.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\n0 new; 0 gone; 0 renamed; 0 changed; ");
        assertThat(err.size()).isZero();
    }

    @Test
    void run_difference_endsWithOne() throws Exception {
        Files.writeString(vendor, Files.readString(vendor).replace("name: offset", "name: skip"));

        assertThat(run(CHECKOUT, "sdk-synthflow", vendor.toString())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith(
                        "renamed\n  parameter GET /calls offset is skip (same type, same place between limit and from_date) [");
        assertThat(err.size()).isZero();
    }

    @Test
    void run_unreadableAmongReadable_endsWithTwo() {
        Path missing = folder.resolve("missing.yaml");

        assertThat(run(CHECKOUT, "synthflow", vendor + ", " + missing)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("cannot be read:\nmissing.yaml:1: there is no file " + missing + "\n");
    }

    @Test
    void run_unknownApi_namesTheKnown() {
        assertThat(run(CHECKOUT, "nobody", vendor.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("unknown API nobody; known are synthflow, synaptiq, voisnap, callops\n");
    }

    @Test
    void run_propertiesLeftOut_saysWhichThereAre() {
        String expected =
                "expected -Dapi=, one of synthflow, synaptiq, voisnap, callops, and -Dcompare=, the vendor's files"
                        + " separated by commas\n";

        assertThat(run(CHECKOUT, "?", vendor.toString())).isEqualTo(2);
        assertThat(run(CHECKOUT, "synthflow", " ")).isEqualTo(2);
        assertThat(run(CHECKOUT)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines(expected.repeat(3));
    }

    @Test
    void run_checkoutWithoutSpec_saysSo() {
        assertThat(run(folder.toString(), "callops", vendor.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("our spec cannot be read: ")
                .hasLineCount(1);
    }

    private int run(String... arguments) {
        return Compare.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
