package io.github.analytics4j.synthflow;

import io.github.analytics4j.page.Checkpoint;
import io.github.analytics4j.page.FileCheckpointStore;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.Walk;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An exporting walk as an integration team would run it in a process of its own: rows are appended to a file, the checkpoint carries how
 * long the file was, and a later run cuts the file back to that and goes on.
 */
final class ExportProcess {
    private ExportProcess() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[2]);
        FileCheckpointStore store = new FileCheckpointStore(folder.resolve("walk.checkpoint"));
        Optional<Checkpoint> last = store.load();
        try (SynthflowClient client = SynthflowClient.builder()
                        .baseUrl(args[0])
                        .apiKey(args[1])
                        .build();
                RandomAccessFile out =
                        new RandomAccessFile(folder.resolve("calls.txt").toFile(), "rw")) {
            out.setLength(
                    last.map(checkpoint -> Long.parseLong(checkpoint.note())).orElse(0L));
            out.seek(out.length());
            Paged<Call> log = client.calls().list(r -> r.modelId(args[3])).prefetch(Integer.parseInt(args[4]));
            export(last.map(log::resume).orElse(log), out, store);
        }
    }

    private static void export(Paged<Call> log, RandomAccessFile out, FileCheckpointStore store) throws IOException {
        StringBuilder rows = new StringBuilder();
        try (Walk<Call> walk = log.iterator()) {
            for (int row = 1; walk.hasNext(); row++) {
                rows.append(walk.next().callId()).append('\n');
                if (row % 50 == 0) {
                    flush(rows, out);
                    store.save(walk.checkpoint().withNote(String.valueOf(out.length())));
                }
            }
            flush(rows, out);
            System.out.println("proven: " + walk.report().proven() + ", rows: "
                    + walk.report().rows());
        }
    }

    private static void flush(StringBuilder rows, RandomAccessFile out) throws IOException {
        out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
        rows.setLength(0);
    }
}
