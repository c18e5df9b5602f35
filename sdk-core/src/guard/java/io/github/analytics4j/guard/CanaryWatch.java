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
 * Watches all tests of a module: the JVM itself records the message of every exception that is made, caught or not, and
 * none may show a planted secret. Found by JUnit without being named; fails the run when its last test is over.
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

        private final Recording recording = new Recording();

        Watch() {
            recording.enable(EVENT).withoutStackTrace();
            recording.enable(ERRORS).withoutStackTrace();
            recording.start();
        }

        /** Fails if a secret was shown, and if nothing was watched: a guard that sleeps is none. */
        @Override
        public void close() throws IOException {
            Path file = Files.createTempFile("exceptions", ".jfr");
            try (recording) {
                recording.stop();
                recording.dump(file);
                Set<String> shown = new TreeSet<>();
                long looked = look(file, shown);
                System.out.println("exceptions looked at for planted secrets: " + looked);
                if (!shown.isEmpty() || looked == 0) {
                    throw new AssertionError("of " + looked + " exceptions, these show a planted secret: " + shown);
                }
            } finally {
                Files.delete(file);
            }
        }

        private static long look(Path file, Set<String> shown) throws IOException {
            long looked = 0;
            try (RecordingFile events = new RecordingFile(file)) {
                while (events.hasMoreEvents()) {
                    RecordedEvent event = events.readEvent();
                    if (!event.hasField("message") || !event.hasField("thrownClass")) {
                        continue; // of the recording itself
                    }
                    looked++;
                    if (Canaries.areIn(event.getString("message"))) {
                        RecordedClass type = event.getClass("thrownClass");
                        shown.add((type == null ? "?" : type.getName()) + ": "
                                + Canaries.masked(event.getString("message")));
                    }
                }
            }
            return looked;
        }
    }
}
