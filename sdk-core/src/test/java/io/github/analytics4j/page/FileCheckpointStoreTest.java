package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.WalkException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What stands where a checkpoint is to go may be anything. */
class FileCheckpointStoreTest {

    private static final Checkpoint CHECKPOINT =
            Paged.of(List.of("a", "b")).iterator().checkpoint();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("walk.checkpoint");
    }

    @Test
    void load_bytesThatAreNoText_saysWhatToDo() throws IOException {
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0x80});
        FileCheckpointStore store = new FileCheckpointStore(file);
        assertThatThrownBy(store::load)
                .isInstanceOf(WalkException.class)
                .hasMessage("no walk can go on from " + file
                        + ", which clear() removes: checkpoint line 1: a checkpoint begins"
                        + " with \"analytics4j-checkpoint: 2\"");
        store.clear();
        store.save(CHECKPOINT);
        assertThat(store.load()).contains(CHECKPOINT);
    }

    /** As after a crash of a file system: the length is there, and a part of the bytes. */
    @Test
    void load_checkpointWithAByteThatIsNoText_isDamaged() throws IOException {
        new FileCheckpointStore(file).save(CHECKPOINT);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] = (byte) 0xff;
        Files.write(file, bytes);
        assertThatThrownBy(() -> new FileCheckpointStore(file).load())
                .isInstanceOf(WalkException.class)
                .hasMessageStartingWith("no walk can go on from " + file + ", which clear() removes: ");
        new FileCheckpointStore(file).save(CHECKPOINT);
        assertThat(new FileCheckpointStore(file).load()).contains(CHECKPOINT);
    }

    @Test
    void save_inAZip_saysWhyNot() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("walks.zip"), Map.of("create", "true"))) {
            FileCheckpointStore store = new FileCheckpointStore(zip.getPath("/walk"));
            assertThatThrownBy(() -> store.save(CHECKPOINT))
                    .isInstanceOf(WalkException.class)
                    .hasMessage("the checkpoint could not be saved to /walk: its file system (jar) locks no files");
        }
    }

    @Test
    void hugeFileOfSomethingElse_isRefusedUnread() throws IOException {
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(1L << 25);
        }
        FileCheckpointStore store = new FileCheckpointStore(file);
        String why = file + ": java.io.IOException: it has 33554432 bytes and is no checkpoint; name another file";
        assertThatThrownBy(store::load)
                .isInstanceOf(WalkException.class)
                .hasMessage("the checkpoint could not be read from " + why);
        assertThatThrownBy(() -> store.save(CHECKPOINT))
                .isInstanceOf(WalkException.class)
                .hasMessage("the checkpoint could not be saved to " + why);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void save_linkInPlaceOfTheDraft_leavesItsTargetAlone() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "of somebody else");
        Path draft = Files.createSymbolicLink(folder.resolve("walk.checkpoint.tmp"), other);
        FileCheckpointStore store = new FileCheckpointStore(file);
        assertThatThrownBy(() -> store.save(CHECKPOINT))
                .isInstanceOf(WalkException.class)
                .hasMessage("the checkpoint could not be saved to " + file + ": java.io.IOException: " + draft
                        + " is no regular file; remove it, or name another one");
        assertThat(other).hasContent("of somebody else");
        store.clear();
        store.save(CHECKPOINT);
        assertThat(file)
                .isRegularFile()
                .satisfies(saved -> assertThat(Files.isSymbolicLink(saved)).isFalse());
        assertThat(other).hasContent("of somebody else");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void pipe_isRefusedAndNotWaitedFor() throws Exception {
        for (Path pipe : List.of(file, folder.resolve("walk.checkpoint.tmp"))) {
            Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
            assertThat(made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0)
                    .isTrue();
            assertThatThrownBy(() -> new FileCheckpointStore(file).save(CHECKPOINT))
                    .isInstanceOf(WalkException.class)
                    .hasMessageEndingWith(pipe + " is no regular file; remove it, or name another one");
            Files.delete(pipe);
        }
    }
}
