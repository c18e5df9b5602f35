package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Listens to every logger at every level, and fails a test in which anything of a link, or a key, was said. */
final class Secrets implements BeforeEachCallback, AfterEachCallback {
    static final String KEY = "CANARYkey_vsnp_live_123";

    private final List<String> said = new CopyOnWriteArrayList<>();
    private Level before;
    private Handler handler;

    @Override
    public void beforeEach(ExtensionContext context) {
        Logger root = Logger.getLogger("");
        before = root.getLevel();
        handler = new Handler() {
            @Override
            public synchronized void publish(LogRecord entry) {
                if (!"java.lang.ProcessBuilder"
                        .equals(entry.getLoggerName())) { // Java 25 logs the command lines of tests
                    said.add(new SimpleFormatter().format(entry));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
        root.setLevel(Level.ALL);
        for (Handler console : root.getHandlers()) {
            if (console != handler) {
                console.setLevel(Level.INFO);
            }
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Logger.getLogger("").removeHandler(handler);
        Logger.getLogger("").setLevel(before);
        assertThat(String.join("\n", said)).doesNotContain("CANARY");
    }

    /** Message, causes, suppressed, traces and toString of a failure. */
    static String everythingSaidBy(Throwable failure) {
        StringWriter out = new StringWriter();
        failure.printStackTrace(new PrintWriter(out));
        return out + failure.getMessage() + failure + failure.getLocalizedMessage();
    }

    /** Runs what must fail so, and holds the failure against the canaries. */
    static <T extends Throwable> T failure(Class<T> type, ThrowableAssert.ThrowingCallable body) {
        T failure = Assertions.catchThrowableOfType(type, body);
        assertThat(failure).isNotNull();
        assertThat(everythingSaidBy(failure)).doesNotContain("CANARY");
        return failure;
    }

    /** Runs what may fail, and holds a failure against the canaries. */
    static void quiet(ThrowableAssert.ThrowingCallable body) throws Exception {
        try {
            body.call();
        } catch (Exception failure) {
            assertThat(everythingSaidBy(failure)).doesNotContain("CANARY");
            throw failure;
        } catch (Throwable error) {
            throw new AssertionError(error);
        }
    }
}
