package io.github.analytics4j.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Watches all tests of a run (surefire makes one run of each class): the JVM itself records the message of every
 * exception that is made, caught or not, and none may show a planted secret. Found by JUnit without being named; fails
 * the run when its last test is over.
 */
public final class CanaryWatch implements BeforeAllCallback {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(CanaryWatch.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(HERE).computeIfAbsent(Watch.class, key -> new Watch(), Watch.class);
    }

    /** One for a whole run; closed with it. */
    static final class Watch implements AutoCloseable {
        private static final String EVENT = "jdk.JavaExceptionThrow";
        private static final String ERRORS = "jdk.JavaErrorThrow";
        private static final String OWN = "made by the watch, to be seen by it";

        private final Recording recording = new Recording();

        Watch() {
            recording.enable(EVENT).withoutStackTrace();
            recording.enable(ERRORS).withoutStackTrace();
            recording.start();
        }

        /** Fails if a secret was shown, and if the watch's own exception was not seen: a guard that sleeps is none. */
        @Override
        public void close() throws IOException {
            Throwable own = new IllegalStateException(OWN);
            Path file = Files.createTempFile("exceptions", ".jfr");
            try (recording) {
                recording.stop();
                recording.dump(file);
                Set<String> shown = new TreeSet<>();
                if (!look(file, shown)) {
                    throw new AssertionError("exceptions are not recorded, not even " + own);
                }
                if (!shown.isEmpty()) {
                    throw new AssertionError("exceptions show a planted secret: " + shown);
                }
            } finally {
                Files.delete(file);
            }
        }

        private static boolean look(Path file, Set<String> shown) throws IOException {
            boolean own = false;
            try (RecordingFile events = new RecordingFile(file)) {
                while (events.hasMoreEvents()) {
                    RecordedEvent event = events.readEvent();
                    if (!event.hasField("message") || !event.hasField("thrownClass")) {
                        continue; // of the recording itself
                    }
                    own |= OWN.equals(event.getString("message"));
                    if (Canaries.areIn(event.getString("message"))) {
                        RecordedClass type = event.getClass("thrownClass");
                        shown.add((type == null ? "?" : type.getName()) + ": "
                                + Canaries.masked(event.getString("message")));
                    }
                }
            }
            return own;
        }
    }
}
