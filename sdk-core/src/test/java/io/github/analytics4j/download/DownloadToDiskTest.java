package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.analytics4j.client.StreamedExchange.StreamOpener;
import io.github.analytics4j.download.DownloadOptions.FileKind;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadToDiskTest extends Downloading {
    private final Content content = Content.of(400_000, 4);

    @Test
    void saveTo_fileIsThere_isRefusedBeforeAnythingIsSent() throws Exception {
        serve(hit -> Reply.file(content));
        Files.writeString(file(), "precious");
        DownloadException failure =
                Secrets.failure(DownloadException.class, () -> download().saveTo(file()));
        assertThat(failure.reason()).isEqualTo(Reason.FILE_EXISTS);
        assertThat(failure).hasMessage(file() + " is already there; delete it or ask for overwrite(true)");
        assertThat(file()).hasContent("precious");
        assertThat(server.hits()).isZero();
        assertThat(names()).containsExactly("june.csv");
    }

    @Test
    void saveTo_overwrite_replacesOnlyWhenComplete() throws Exception {
        serve(hit -> hit.number() == 1 ? Reply.status(405, "") : Reply.file(content));
        Files.writeString(file(), "precious");
        Secrets.failure(
                DownloadException.class, () -> download(o -> o.overwrite(true)).saveTo(file()));
        assertThat(file()).hasContent("precious");
        saved(content, download(o -> o.overwrite(true)));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void saveTo_overAFileThatIsPrivate_keepsItSo() throws Exception {
        serve(hit -> Reply.file(content));
        privateFile();
        saved(content, download(o -> o.overwrite(true)));
        assertPrivate();
    }

    @Test
    void saveTo_nameTakenMeanwhile_isNotOverwritten() throws Exception {
        serve(hit -> {
            try {
                Files.writeString(file(), "precious");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return Reply.file(content).etag("\"a\"");
        });
        DownloadException failure =
                Secrets.failure(DownloadException.class, () -> download().saveTo(file()));
        assertThat(failure.reason()).isEqualTo(Reason.FILE_EXISTS);
        assertThat(failure.getMessage()).endsWith("; what came is kept in " + part());
        assertThat(file()).hasContent("precious");
        Files.delete(file());
        serve(hit -> Reply.file(content).etag("\"a\""));
        saved(content, download());
        assertThat(server.ranges()).as("only its end is looked at again").containsExactly("bytes=398976-");
    }

    @Test
    void saveTo_strangersPartFile_isLeftAlone() throws Exception {
        serve(hit -> Reply.file(content));
        Files.writeString(part(), "not ours");
        DownloadException failure = fails(download());
        assertThat(failure.reason()).isEqualTo(Reason.FILE_EXISTS);
        assertThat(failure)
                .hasMessage(
                        part() + " is there, but nothing says that a download of ours left it; delete or rename it");
        assertThat(part()).hasContent("not ours");
        assertThat(names()).containsExactly("june.csv.part");
    }

    @Test
    void saveTo_tornSidecar_beginsAnew() throws Exception {
        serve(hit -> Reply.file(content));
        Files.writeString(part(), "some bytes of something");
        Files.writeString(folder.resolve("june.csv.part.resume"), "analytics4j-download: 1\nidenti");
        saved(content, download());
        assertThat(server.ranges()).containsExactly("-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "garbage"})
    void saveTo_sidecarThatAPowerCutLeft_beginsAnew(String left) throws Exception {
        serve(hit -> Reply.file(content));
        Files.writeString(part(), "some bytes of something");
        Files.writeString(folder.resolve("june.csv.part.resume"), left);
        download().checkTarget(file());
        saved(content, download());
        assertThat(server.ranges()).containsExactly("-");
    }

    /** Changes what is beside the file once all bytes came, and expects to be told of a part file that is gone. */
    private void saysThatThePartIsGone(ThrowingCallable change) throws Exception {
        serve(hit -> Reply.file(content).etag("\"a\""));
        DownloadException failure = fails(download(o -> o.expect(FileKind.ANY)
                .progressInterval(Duration.ofHours(1))
                .onProgress(progress -> {
                    if (progress.bytes() > 0) { // all of them
                        assertThatCode(change).doesNotThrowAnyException();
                    }
                })));
        assertThat(failure.reason()).isEqualTo(Reason.NOT_WRITTEN);
        assertThat(failure).hasMessage(file() + ": " + part() + " was deleted during the download; call again");
    }

    @Test
    void saveTo_partFileDeletedMeanwhile_saysSo() throws Exception {
        saysThatThePartIsGone(() -> Files.delete(part()));
        saved(content, download());
    }

    /** As after a tidy-up, when another process has begun the same download: what stands there is its half. */
    @Test
    void saveTo_partFileIsAnotherOneMeanwhile_givesThatNoName() throws Exception {
        saysThatThePartIsGone(() -> {
            Files.delete(part());
            Files.writeString(part(), "half of it");
        });
        assertThat(file()).doesNotExist();
        assertThat(part()).hasContent("half of it");
    }

    @Test
    void saveTo_killedBetweenNamingAndTidying_isTidiedNextTime() throws Exception {
        serve(hit -> Reply.file(content));
        Files.writeString(part(), "complete");
        Files.createLink(file(), part());
        Files.writeString(
                folder.resolve("june.csv.part.resume"),
                new SidecarFile.Content("x", FileFacts.UNKNOWN, 8, "o").toText());
        Secrets.failure(DownloadException.class, () -> download().saveTo(file()));
        assertThat(names()).containsExactly("june.csv");
        assertThat(file()).hasContent("complete");
    }

    @Test
    void saveTo_killedBetweenNamingAndTidying_overwriteLeavesNothing() throws Exception {
        serve(hit -> Reply.file(content));
        Files.writeString(part(), "complete");
        Files.createLink(file(), part());
        Files.writeString(
                folder.resolve("june.csv.part.resume"),
                new SidecarFile.Content("x", FileFacts.UNKNOWN, 8, "o").toText());
        saved(content, download(o -> o.overwrite(true)));
    }

    @Test
    void saveTo_folder_isRefused() throws Exception {
        serve(hit -> Reply.file(content));
        DownloadException failure =
                Secrets.failure(DownloadException.class, () -> download().saveTo(folder));
        assertThat(failure).hasMessage(folder + " is a folder; saveInto takes one");
        DownloadException root =
                Secrets.failure(DownloadException.class, () -> download().saveTo(Path.of("/")));
        assertThat(root).hasMessage("/ is a folder; saveInto takes one");
    }

    @Test
    void saveTo_overwriteOnTheCall_isThatOfTheOptions() throws Exception {
        serve(hit -> Reply.file(content));
        Files.writeString(file(), "old");
        download().saveTo(file(), o -> o.overwrite(true));
        assertThat(content.isIn(file())).isTrue();
    }

    @Test
    void saveTo_overwriteOfWhatIsNoRegularFile_isRefusedBeforeAnythingIsSent() throws Exception {
        serve(hit -> Reply.file(content));
        Path target = Files.writeString(folder.resolve("precious.csv"), "precious");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), target);
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling.csv"), folder.resolve("nowhere"));
        Path pipe = folder.resolve("pipe.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        for (Path odd : new Path[] {link, dangling, pipe, Path.of("/dev/null")}) {
            DownloadException failure =
                    Secrets.failure(DownloadException.class, () -> download().saveTo(odd, o -> o.overwrite(true)));
            assertThat(failure.reason()).isEqualTo(Reason.FILE_EXISTS);
            assertThat(failure).hasMessageEndingWith(" and no regular file, so it is not replaced; name another file");
            assertThat(Files.exists(odd, LinkOption.NOFOLLOW_LINKS)).isTrue();
        }
        assertThat(target).hasContent("precious");
        assertThat(server.hits()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc/nope", "/sys/nope", "/proc/self/fd/nope"})
    @EnabledOnOs(OS.LINUX)
    void checkTarget_folderThatPermitsWritingAndTakesNoFile_isRefusedAsSaveToRefusesIt(String path) throws Exception {
        serve(hit -> Reply.file(content));
        DownloadException saving =
                Secrets.failure(DownloadException.class, () -> download().saveTo(Path.of(path)));
        DownloadException checked =
                Secrets.failure(DownloadException.class, () -> download().checkTarget(Path.of(path)));
        assertThat(checked).hasMessage(saving.getMessage());
        assertThat(checked.reason()).isEqualTo(saving.reason());
        assertThat(links.asked()).isZero();
    }

    /** A place in an archive: its files cannot be locked, and a report would be ordered in vain. */
    @Test
    void checkTarget_inAZip_isRefusedAsSaveToRefusesIt() throws Exception {
        serve(hit -> Reply.file(content));
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("june.zip"), Map.of("create", "true"))) {
            Path inside = zip.getPath("/june.csv");
            DownloadException checked =
                    Secrets.failure(DownloadException.class, () -> download().checkTarget(inside));
            assertThat(checked.reason()).isEqualTo(Reason.NOT_WRITTEN);
            assertThat(checked)
                    .hasMessageStartingWith("/june.csv: writing failed (")
                    .hasMessageEndingWith(": its file system (jar) locks no files)");
            try (Stream<Path> left = Files.list(zip.getPath("/"))) {
                assertThat(left).isEmpty();
            }
            assertThat(Secrets.failure(DownloadException.class, () -> download().saveTo(inside)))
                    .hasMessageStartingWith("/june.csv: writing failed (")
                    .hasMessageEndingWith(": its file system (jar) locks no files)");
        }
        assertThat(server.hits()).isZero();
    }

    @Test
    void checkTarget_whatSaveToWouldRefuse_isRefusedWithoutAQuestion() throws Exception {
        serve(hit -> Reply.file(content));
        download().checkTarget(file());
        assertThat(names()).isEmpty();
        Files.writeString(part(), "not ours");
        Secrets.failure(DownloadException.class, () -> download().checkTarget(file()));
        Files.delete(part());
        Files.writeString(file(), "precious");
        assertThat(Secrets.failure(DownloadException.class, () -> download().checkTarget(file())))
                .hasMessage(file() + " is already there; delete it or ask for overwrite(true)");
        download(o -> o.overwrite(true)).checkTarget(file());
        assertThat(Secrets.failure(
                                DownloadException.class,
                                () -> download()
                                        .checkTarget(folder.resolve("nowhere").resolve("june.csv")))
                        .reason())
                .isEqualTo(Reason.NO_FOLDER);
        assertThat(Secrets.failure(DownloadException.class, () -> download().checkTarget(Path.of("/"))))
                .hasMessage("/ is a folder; saveInto takes one");
        assertThat(links.asked()).isZero();
    }

    @Test
    void saveTo_noFolder_isRefused() throws Exception {
        serve(hit -> Reply.file(content));
        Path nowhere = folder.resolve("nowhere").resolve("june.csv");
        DownloadException failure =
                Secrets.failure(DownloadException.class, () -> download().saveTo(nowhere));
        assertThat(failure.reason()).isEqualTo(Reason.NO_FOLDER);
        assertThat(failure).hasMessage(nowhere + ": its folder is not there");
        assertThat(Secrets.failure(DownloadException.class, () -> download().saveInto(folder.resolve("nowhere")))
                        .reason())
                .isEqualTo(Reason.NO_FOLDER);
        assertThat(server.hits()).isZero();
    }

    @Test
    void saveTo_folderVanishes_isSaid() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        serve(hit -> {
            try {
                for (String name : new String[] {"x.csv.part", "x.csv.part.resume"}) {
                    Files.deleteIfExists(inner.resolve(name));
                }
                Files.deleteIfExists(inner);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return Reply.file(content);
        });
        DownloadException failure =
                Secrets.failure(DownloadException.class, () -> download().saveTo(inner.resolve("x.csv")));
        assertThat(failure.reason()).isEqualTo(Reason.NO_FOLDER);
        assertThat(failure).hasMessage(inner.resolve("x.csv") + ": its folder is not there");
    }

    @Test
    void saveTo_folderWithoutPermission_isSaid() throws Exception {
        assumeThat(System.getProperty("user.name")).isNotEqualTo("root");
        serve(hit -> Reply.file(content));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertThat(fails(download()).reason()).isEqualTo(Reason.NOT_PERMITTED);
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void saveTo_partFileMayNotBeWritten_isSaid() throws Exception {
        serve(hit -> Reply.file(content));
        PartFile.Opener forbidden = part -> {
            throw new AccessDeniedException(part.toString());
        };
        DownloadException failure = fails(onDisk(forbidden));
        assertThat(failure.reason()).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(failure).hasMessage(file() + ": it may not be written");
    }

    @Test
    void saveTo_diskFull_keepsWhatFitAndGoesOnLater() throws Exception {
        serve(hit -> Reply.file(content).etag("\"a\""));
        DownloadException failure = fails(onDisk(part -> new FullChannel(PartFile.Opener.DISK.open(part), 150_000)));
        assertThat(failure.reason()).isEqualTo(Reason.DISK_FULL);
        assertThat(failure)
                .hasMessage(
                        file() + ": the disk is full; what came is kept in " + part() + "; make room and call again");
        assertThat(Files.size(part())).isEqualTo(150_000);
        saved(content, download());
        assertThat(server.ranges()).containsExactly("-", "bytes=148976-");
    }

    @Test
    void saveTo_twiceAtOnce_theSecondIsRefused() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        serve(hit -> {
            DownloadException failure =
                    Secrets.failure(DownloadException.class, () -> download().saveTo(file()));
            assertThat(failure.reason()).isEqualTo(Reason.IN_USE);
            assertThat(failure).hasMessage(file() + " is being downloaded by someone else");
            second.countDown();
            return Reply.file(content);
        });
        saved(content, download());
        assertThat(second.getCount()).isZero();
    }

    private Download onDisk(PartFile.Opener disk) {
        return over(links, StreamOpener.of(CLIENT), timing, disk);
    }
}
