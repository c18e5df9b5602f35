package io.github.analytics4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.codegen.emit.JavaEmitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small change of a spec changes the files it is about and the catalogue's lines of it, and no other file. */
class OneFieldTest {

    private static final Path SPEC = Path.of("../../sdk-synthflow/src/spec");
    private static final String FOLDER = "io/github/analytics4j/synthflow/";

    private static SortedMap<String, String> old;

    @TempDir
    Path changed;

    @BeforeAll
    static void emitAsItIs() throws IOException {
        old = JavaEmitter.emit(Modules.read(SPEC));
    }

    @Test
    void addField_toRecord_changesThatRecordAndItsTable() throws Exception {
        assertThat(
                        changedBy(
                                "        timezone:\n",
                                "        mood:\n          type: string\n          description: How it went.\n        timezone:\n"))
                .containsExactly("Call.java", "SynthflowTables.java");
    }

    @Test
    void addParameter_toOperation_changesRequestEncoderAndCatalogue() throws Exception {
        assertThat(changedBy(
                        "        - name: duration_min\n",
                        "        - name: mood\n          in: query\n          description: How it went.\n"
                                + "          schema:\n            type: string\n        - name: duration_min\n"))
                .containsExactly("ListCallsRequest.java", "SynthflowContents.java", "SynthflowOperations.java");
    }

    @Test
    void addValue_toEnum_changesThatEnumAlone() throws Exception {
        assertThat(changedBy("        - widget\n", "        - widget\n        - chat\n"))
                .containsExactly("TypeOfCall.java");
    }

    @Test
    void removeField_lastUseOfARecord_dropsItsFileAndTable() throws Exception {
        assertThat(changedBy(
                        "        sentiment_stat:\n          $ref: '#/components/schemas/SentimentStat'\n"
                                + "          description: How callers felt.\n",
                        ""))
                .containsExactly(
                        "AnalyticsExport.java", "SentimentPoint.java", "SentimentStat.java", "SynthflowTables.java");
    }

    @Test
    void changeComment_changesNothing() throws Exception {
        assertThat(changedBy("# The two analytics operations", "# Both analytics operations"))
                .isEmpty();
    }

    private TreeSet<String> changedBy(String before, String after) throws IOException {
        String spec = Files.readString(SPEC.resolve("synthflow.yaml"));
        assertThat(spec).contains(before);
        Path module = Files.createDirectories(changed.resolve("sdk-synthflow/src/spec"));
        Files.writeString(module.resolve("synthflow.yaml"), spec.replace(before, after));
        Files.copy(SPEC.resolve("overrides.yaml"), module.resolve("overrides.yaml"));
        SortedMap<String, String> now = JavaEmitter.emit(Modules.read(module));
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        names.removeIf(name -> old.getOrDefault(name, "").equals(now.getOrDefault(name, "")));
        TreeSet<String> files = new TreeSet<>();
        names.forEach(name -> files.add(name.replace(FOLDER, "")));
        return files;
    }
}
