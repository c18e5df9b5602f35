package io.github.analytics4j.codegen.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, reading it ends in a model or in located reports. */
final class TableReaderFuzzTest {

    private static final String[] SCRAPS = {
        "|",
        "`",
        "#",
        "```json\n",
        "```\n",
        "\\|",
        "—",
        "..",
        "list<",
        "map<",
        ">",
        "\r",
        "\u0000",
        "{",
        "}",
        "\n",
        "\n\n",
        "§",
        "9999999999"
    };

    @FuzzTest(maxDuration = "5m")
    void read_anyText_readsOrReports(byte[] bytes) {
        for (String mistake : SmallSpec.mistakes(new String(bytes, StandardCharsets.UTF_8))) {
            assertThat(mistake).startsWith("small.md:");
        }
    }

    /** Everything that fuzzing found worth keeping; unpacked into {@code .cifuzz-corpus}, it is where fuzzing goes on. */
    @Test
    void read_corpus_readsOrReports() throws IOException {
        int count = 0;
        try (InputStream archive = TableReaderFuzzTest.class.getResourceAsStream("corpus.zip");
                ZipInputStream zip = new ZipInputStream(archive)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                read_anyText_readsOrReports(zip.readAllBytes());
                count++;
            }
        }
        assertThat(count).isGreaterThan(300);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void read_damagedSpec_readsOrReports(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            String damaged = damage(SmallSpec.load(), random);
            assertThatCode(() -> SmallSpec.mistakes(damaged))
                    .as("seed %s, case %s:%n%s", seed, i, damaged)
                    .doesNotThrowAnyException();
        }
    }

    private static String damage(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            int column = random.nextInt(line.length() + 1);
            switch (random.nextInt(5)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                case 2 -> lines.set(at, line.substring(column));
                case 3 -> lines.set(at, line.substring(0, column));
                default ->
                    lines.set(
                            at,
                            line.substring(0, column) + SCRAPS[random.nextInt(SCRAPS.length)] + line.substring(column));
            }
        }
        return String.join("\n", lines);
    }
}
