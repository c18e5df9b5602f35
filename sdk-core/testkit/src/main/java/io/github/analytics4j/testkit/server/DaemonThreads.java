package io.github.analytics4j.testkit.server;

import java.lang.reflect.Field;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.MockWebServer;
import okhttp3.internal.concurrent.TaskRunner;

/** Makes a web server quiet and its threads daemons, so that a forgotten sandbox keeps no program alive. */
public final class DaemonThreads {
    // Held here: a logger that nobody holds may be collected, and its level with it.
    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private DaemonThreads() {}

    static {
        SERVER_LOG.setLevel(Level.OFF);
    }

    /** Has to happen before the start. The server offers no setting for it, hence the look inside. */
    static void use(MockWebServer server, Thread.UncaughtExceptionHandler failed) {
        try {
            Field backend = MockWebServer.class.getDeclaredField("taskRunnerBackend");
            backend.setAccessible(true);
            ThreadPoolExecutor executor = ((TaskRunner.RealBackend) backend.get(server)).getExecutor();
            executor.setThreadFactory(task -> {
                Thread thread = thread(task);
                thread.setUncaughtExceptionHandler(failed);
                return thread;
            });
        } catch (ReflectiveOperationException | RuntimeException otherVersion) {
            // another version of the server: all works, but only close() lets the program end
        }
    }

    public static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "analytics4j-sandbox-" + NUMBERS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
