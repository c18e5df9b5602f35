package io.github.analytics4j.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/**
 * Everything that fuzzing found worth keeping, read again. Unpacked into {@code .cifuzz-corpus}, the archive is where fuzzing
 * goes on.
 */
class JsonCorpusTest {
    private static final String FOLDER = JsonOracleTest.class.getName() + "/";

    private interface Target {
        void take(byte[] json);
    }

    @Test
    void json_corpus_asMoshi() throws IOException {
        replay("json_anyBytes_asMoshi", JsonOracleTest::compare);
    }

    @Test
    void record_corpus_comesBack() throws IOException {
        replay("record_anyBytes_neverFailsOnJsonAndComesBack", JsonOracleTest::roundTrip);
    }

    private static void replay(String target, Target test) throws IOException {
        int count = 0;
        try (InputStream archive = JsonCorpusTest.class.getResourceAsStream("corpus.zip");
                ZipInputStream zip = new ZipInputStream(archive)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith(FOLDER + target) && !entry.isDirectory()) {
                    byte[] json = zip.readAllBytes();
                    try {
                        test.take(json);
                    } catch (AssertionError e) {
                        throw new AssertionError(entry.getName(), e);
                    }
                    count++;
                }
            }
        }
        assertThat(count).isGreaterThan(300);
    }
}
