package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that want the same file at the same time: one has it, be the others in this process or in another one. */
class RunLockTest {
    private static final int RUNS = 4;

    @TempDir
    Path folder;

    private final AtomicInteger holders = new AtomicInteger();
    private final AtomicInteger shared = new AtomicInteger();
    private final AtomicInteger held = new AtomicInteger();

    @Test
    void lock_takenAndLeftByManyThreads_oneHasItAtATime() throws Exception {
        atOnce(4_000, () -> RunLock.of("--ticket", folder.resolve("ticket")));

        assertThat(shared).hasValue(0);
        assertThat(held).hasPositiveValue();
        assertThat(entries()).isEmpty();
    }

    @Test
    void out_writtenByManyThreads_oneWritesAtATime() throws Exception {
        Path file = folder.resolve("rows.csv");
        atOnce(500, () -> {
            Output output = Output.file(file);
            output.write('a');
            return () -> {
                try (output) {
                    output.complete();
                }
            };
        });

        assertThat(shared).hasValue(0);
        assertThat(file).hasContent("a");
        assertThat(entries()).containsExactly("rows.csv");
    }

    /** A signal that comes while the command still starts: nobody removed the lock that it had just made. */
    @Test
    void interruptedBeforeTheLock_leavesNoFile() throws Exception {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Output.file(folder.resolve("rows.csv"))).isInstanceOf(CommandException.class);
            assertThatThrownBy(() -> RunLock.of("--ticket", folder.resolve("ticket")))
                    .isInstanceOf(CommandException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(entries()).isEmpty();
    }

    @Test
    void lock_takenAndLeftByManyProcesses_oneHasItAtATime() throws Exception {
        List<Child> children = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Path own = Files.createDirectory(folder.resolve("process-" + i));
            String program = Child.command().replace(Main.class.getName(), "'" + Holder.class.getName() + "'");
            children.add(Child.start(own, Map.of(), "exec " + program + " '" + folder + "'"));
        }
        for (Child child : children) {
            Child.Result result = child.await();
            assertThat(result.code()).as(result.err()).isZero();
        }
        assertThat(folder.resolve(".ticket.lock")).doesNotExist();
    }

    /** Takes the lock of a folder again and again, and fails where another process has it as well. */
    static final class Holder {
        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            int taken = 0;
            while (taken < 1_000) {
                try (RunLock lock = RunLock.of("--ticket", folder.resolve("ticket"))) {
                    Files.delete(Files.createFile(folder.resolve("held")));
                    taken++;
                } catch (CommandException e) {
                    if (e.code() != ExitCode.BUSY) {
                        throw e;
                    }
                } catch (FileAlreadyExistsException e) {
                    throw new IOException("two processes have the lock", e);
                }
            }
        }
    }

    private void atOnce(int rounds, Callable<AutoCloseable> take) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(RUNS);
        List<Future<?>> runs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(threads.submit(() -> rounds(rounds, take)));
        }
        threads.shutdown();
        for (Future<?> run : runs) {
            run.get();
        }
    }

    private Void rounds(int rounds, Callable<AutoCloseable> take) throws Exception {
        for (int i = 0; i < rounds; i++) {
            AutoCloseable taken;
            try {
                taken = take.call();
            } catch (CommandException e) {
                assertThat(e.code()).as(e.getMessage()).isEqualTo(ExitCode.BUSY);
                continue;
            }
            held.incrementAndGet();
            if (holders.incrementAndGet() > 1) {
                shared.incrementAndGet();
            }
            Thread.yield();
            holders.decrementAndGet();
            taken.close();
        }
        return null;
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
