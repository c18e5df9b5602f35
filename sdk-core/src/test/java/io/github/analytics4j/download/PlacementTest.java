package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.download.Target.Placement;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementTest {
    @TempDir
    Path folder;

    @Test
    void put_freeName_movesTheFile() throws Exception {
        Path part = Files.writeString(folder.resolve("a.part"), "bytes");
        Placement.put(part, folder.resolve("a"));
        assertThat(folder.resolve("a")).hasContent("bytes");
        assertThat(part).doesNotExist();
    }

    @Test
    void put_takenName_changesNothing() throws Exception {
        Path part = Files.writeString(folder.resolve("a.part"), "bytes");
        Files.writeString(folder.resolve("a"), "precious");
        assertThatThrownBy(() -> Placement.put(part, folder.resolve("a")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder.resolve("a")).hasContent("precious");
        assertThat(part).hasContent("bytes");
    }

    @Test
    void put_danglingLinkOfThatName_isTakenToo() throws Exception {
        Path part = Files.writeString(folder.resolve("a.part"), "bytes");
        Files.createSymbolicLink(folder.resolve("a"), folder.resolve("nowhere"));
        assertThat(Placement.exists(folder.resolve("a"))).isTrue();
        assertThatThrownBy(() -> Placement.put(part, folder.resolve("a")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void replace_takenName_replaces() throws Exception {
        Path part = Files.writeString(folder.resolve("a.part"), "bytes");
        Files.writeString(folder.resolve("a"), "old");
        Placement.replace(part, folder.resolve("a"));
        assertThat(folder.resolve("a")).hasContent("bytes");
    }

    @Test
    void isBoth_hardLink_isTold() throws Exception {
        Path part = Files.writeString(folder.resolve("a.part"), "bytes");
        assertThat(Placement.isBoth(part, folder.resolve("a"))).isFalse();
        Files.writeString(folder.resolve("a"), "bytes");
        assertThat(Placement.isBoth(part, folder.resolve("a"))).isFalse();
        Files.delete(folder.resolve("a"));
        Files.createLink(folder.resolve("a"), part);
        assertThat(Placement.isBoth(part, folder.resolve("a"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"No space left on device", "There is not enough space on the disk", "Disk quota exceeded"})
    void trouble_fullDiskOnAnySystem_isCalledSo(String message) {
        DownloadException failure = DownloadFailures.onDisk(folder.resolve("a"), new IOException(message), "; kept");
        assertThat(failure.reason()).isEqualTo(Reason.DISK_FULL);
        assertThat(failure).hasMessage(folder.resolve("a") + ": the disk is full; kept; make room and call again");
    }

    @Test
    @EnabledOnOs(OS.LINUX) // whose words are in the language of who runs the tests
    void trouble_fullDeviceInAnyLanguage_isCalledSo() {
        IOException full = catchThrowableOfType(
                IOException.class, () -> Files.write(Path.of("/dev/full"), new byte[1], StandardOpenOption.WRITE));

        assertThat(DownloadFailures.onDisk(folder.resolve("a"), full, "").reason())
                .isEqualTo(Reason.DISK_FULL);
    }

    @Test
    void trouble_ofEachKind_hasItsReason() {
        Path file = folder.resolve("a");
        assertThat(DownloadFailures.onDisk(file, new AccessDeniedException("a"), "")
                        .reason())
                .isEqualTo(Reason.NOT_PERMITTED);
        assertThat(DownloadFailures.onDisk(file, new FileAlreadyExistsException("a"), "")
                        .reason())
                .isEqualTo(Reason.FILE_EXISTS);
        assertThat(DownloadFailures.onDisk(file, new NoSuchFileException("a"), "")
                        .reason())
                .isEqualTo(Reason.NO_FOLDER);
        assertThat(DownloadFailures.onDisk(folder.resolve("x").resolve("a"), new IOException("?"), "")
                        .reason())
                .isEqualTo(Reason.NO_FOLDER);
        assertThat(DownloadFailures.onDisk(file, new IOException("Input/output error"), "; kept"))
                .hasMessage(file + ": writing failed (Input/output error); kept");
    }
}
