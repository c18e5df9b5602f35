package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.child.ChildJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locks against another process, which is one of its own, and against another run of this one. */
class FileGuardTest {
    @TempDir
    Path folder;

    @Test
    void take_secondRunOfThisProcessIsRefused_otherProcessesStillAre() throws Exception {
        Path file = folder.resolve("lock");
        try (FileGuard first = Objects.requireNonNull(FileGuard.take(file))) {
            assertThat(FileGuard.take(file)).isNull();
            assertThat(FileGuard.take(folder.resolve(".").resolve("lock"))).isNull();
            assertThat(otherProcess(file)).isEqualTo("locked");
            assertThat(first).isNotNull();
        }
        assertThat(otherProcess(file)).isEqualTo("taken");
        Objects.requireNonNull(FileGuard.take(file)).close();
    }

    /** As a file server loses a lock: the file that is there now is another one. */
    @Test
    void take_fileIsAnotherOneNow_canBeLocked() throws Exception {
        Path file = folder.resolve("lock");
        try (FileGuard lost = Objects.requireNonNull(FileGuard.take(file))) {
            Files.delete(file);
            try (FileGuard second = Objects.requireNonNull(FileGuard.take(file))) {
                assertThat(second).isNotSameAs(lost);
                assertThat(otherProcess(file)).isEqualTo("locked");
            }
        }
    }

    private static String otherProcess(Path file) throws Exception {
        Process child = ChildJvm.program(List.of(), Child.class, file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).isZero();
        return said;
    }

    /** Says whether it can lock the file. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws IOException {
            try (FileGuard guard = FileGuard.take(Path.of(arguments[0]))) {
                System.out.print(guard == null ? "locked" : "taken");
            }
        }
    }
}
