package io.github.analytics4j.examples;

import io.github.analytics4j.page.Checkpoint;
import io.github.analytics4j.page.FileCheckpointStore;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.Walk;
import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.SynthflowClient;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How do I go on where a run was killed, with each call in my file exactly once? The checkpoint carries the length that the file had
 * when it was taken. A new run cuts off what was written after that, and resumes the walk at the same row.
 */
public final class GoOnAfterACrash {
    private static final int SAVE_EVERY = 500;

    private GoOnAfterACrash() {}

    public static void main(String[] args) throws IOException {
        Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("analytics4j");
        try (Accounts accounts = Accounts.open()) {
            run(accounts, folder, System.out);
        }
    }

    static void run(Accounts accounts, Path folder, PrintStream out) throws IOException {
        try (SynthflowClient synthflow = accounts.synthflow().build()) {
            String agent = accounts.agent(synthflow);
            try {
                copy(synthflow, agent, folder, 1_700, out); // stands for a kill, a lost connection, a full disk
            } catch (IllegalStateException crash) {
                out.println("the first run ended: " + crash.getMessage());
            }
            copy(synthflow, agent, folder, Long.MAX_VALUE, out);
        }
    }

    private static void copy(SynthflowClient synthflow, String agent, Path folder, long crashAfter, PrintStream out)
            throws IOException {
        FileCheckpointStore store = new FileCheckpointStore(folder.resolve("calls.checkpoint"));
        Optional<Checkpoint> last = store.load();
        if (last.filter(Checkpoint::finished).isPresent()) { // killed between the last row and its last word
            out.println("the file was complete");
            store.clear();
            return;
        }
        Paged<Call> log = synthflow.calls().list(r -> r.modelId(agent)).prefetch(4);
        last.ifPresent(checkpoint -> out.printf("goes on behind call %d%n", checkpoint.rows()));
        try (RandomAccessFile file =
                        new RandomAccessFile(folder.resolve("calls.jsonl").toFile(), "rw");
                Walk<Call> calls = last.map(log::resume).orElse(log).iterator()) {
            file.setLength(
                    last.map(checkpoint -> Long.parseLong(checkpoint.note())).orElse(0L));
            file.seek(file.length());
            while (calls.hasNext()) {
                file.write((calls.next().toJson() + "\n").getBytes(StandardCharsets.UTF_8));
                long rows = calls.report().rows();
                if (rows % SAVE_EVERY == 0) {
                    file.getFD().sync(); // first the rows, then the word that they are there
                    store.save(calls.checkpoint().withNote(Long.toString(file.length())));
                }
                if (rows == crashAfter) {
                    throw new IllegalStateException("killed at call " + rows);
                }
            }
            out.printf(
                    "%d calls in the file, complete: %s%n",
                    calls.report().rows(), calls.report().proven());
        }
        store.clear();
    }
}
