package io.github.analytics4j.cli;

import io.github.analytics4j.testkit.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Has a sandbox whose reports are ready at once, and a folder for their files. */
abstract class OrderFixture {
    static final String ORDER = "voisnap reports create --type conversation_summary --format csv";

    @TempDir
    Path folder;

    Sandbox sandbox;
    Shell shell;
    Path file;
    Path ticket;

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder().seed(7).start();
        sandbox.voisnap().reports().estimatedSeconds(0);
        sandbox.voisnap().reports().readyAfter(Duration.ZERO);
        shell = new Shell().with(sandbox.environment());
        file = folder.resolve("june.csv");
        ticket = folder.resolve("june.ticket");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    int orders() {
        return sandbox.voisnap().reports().created().size();
    }
}
