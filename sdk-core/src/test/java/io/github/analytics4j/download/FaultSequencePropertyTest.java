package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.download.DownloadOptions.FileKind;
import io.github.analytics4j.error.SdkException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever a server does, in any order: afterwards there is either the complete file and nothing else, or an error, no
 * file of that name, and a part file with which a next call becomes complete.
 */
class FaultSequencePropertyTest extends Downloading {
    private static final int CASES = 400;

    @Test
    void saveTo_randomFaults_completeFileOrErrorAndAPartThatANextCallCompletes() throws Exception {
        long seed = Long.getLong("walk.seed", 20261121L);
        int complete = 0;
        for (int i = 0; i < CASES; i++) {
            try {
                complete += oneCase(new Random(seed + i)) ? 1 : 0;
            } catch (Throwable failure) {
                throw new AssertionError("-Dwalk.seed=" + (seed + i), failure);
            }
        }
        assertThat(complete).as("of %d cases both endings must occur", CASES).isBetween(CASES / 10, CASES * 9 / 10);
    }

    /** True if the file became complete at the first call. */
    private boolean oneCase(Random random) throws Exception {
        Server script = new Server(random);
        serve(script::reply);
        links = new Links("case", number -> server.link(number).toString());
        boolean complete;
        try {
            Secrets.quiet(() -> patient().saveTo(file()));
            complete = true;
        } catch (SdkException failure) {
            complete = false;
            assertThat(file()).doesNotExist();
            assertThat(names()).isSubsetOf("june.csv.part", "june.csv.part.resume");
            script.good = true;
            download(o -> o.expect(FileKind.CSV)).saveTo(file());
        }
        assertThat(names()).containsExactly("june.csv");
        assertThat(script.current.isIn(file()))
                .as("the latest version, byte for byte")
                .isTrue();
        Files.delete(file());
        server.close();
        return complete;
    }

    private Download patient() {
        return download(o -> o.expect(FileKind.CSV)
                .stallTimeout(Duration.ofMillis(60))
                .maxFruitlessTries(2)
                .maxRenewals(1)
                .maxRestarts(1));
    }

    /** A storage host in a random mood, which can be told to be good from now on. */
    private static final class Server {
        private final Random random;
        private final boolean validators;
        private final boolean sums;
        private final double trouble;
        private volatile Content current;
        private volatile boolean good;
        private int version;

        Server(Random random) {
            this.random = random;
            this.validators = random.nextInt(4) > 0;
            this.sums = random.nextInt(3) == 0;
            this.trouble = 0.4 + random.nextDouble() * 0.6;
            change();
        }

        private void change() {
            current = Content.of(
                    random.nextInt(5) == 0 ? random.nextInt(3000) : 3000 + random.nextInt(250_000), ++version);
        }

        synchronized Reply reply(StorageServer.Hit hit) {
            if (!good && random.nextDouble() < trouble) {
                Reply broken = trouble();
                if (broken != null) {
                    return broken;
                }
            }
            return file();
        }

        private Reply file() {
            Reply reply = Reply.file(current);
            if (validators) {
                reply.etag("\"v" + version + "\"");
            }
            if (sums) {
                reply.header("x-amz-checksum-sha256", Base64.getEncoder().encodeToString(current.digest("SHA-256")));
            }
            return reply;
        }

        private Reply trouble() {
            long some = current.length() == 0 ? 0 : random.nextInt((int) current.length());
            return switch (random.nextInt(14)) {
                case 0, 1, 2 -> file().breakAfter(some);
                case 3 -> file().breakAfter(0);
                case 4 -> file().chunked().breakAfter(some);
                case 5 -> file().stallAfter(some);
                case 6 -> Reply.expired();
                case 7 -> Reply.status(500 + random.nextInt(4), "<html>oops");
                case 8 -> Reply.status(200, "<html>please log in").header("Content-Type", "text/html");
                case 9 -> file().ignoringRanges().breakAfter(some);
                case 10 -> {
                    // Without a validator a change may be told only by the overlap, so it changes every byte of it.
                    change();
                    yield null;
                }
                case 11 -> file().lying(1 + random.nextInt(500));
                case 12 -> Reply.status(429, "").header("Retry-After", "1");
                default -> Reply.status(404, "<Error><Code>NoSuchKey</Code></Error>");
            };
        }
    }
}
