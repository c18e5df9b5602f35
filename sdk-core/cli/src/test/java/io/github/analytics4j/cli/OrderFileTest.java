package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.analytics4j.testkit.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands where the file of a ticket's order is to go is not taken for that file, and costs no order. */
class OrderFileTest extends OrderFixture {
    private String fetch(Path to) {
        return ORDER + " --wait --out " + to;
    }

    @Test
    void orderedWithoutWaiting_olderFileIsThere_isNotTakenForTheReport() throws Exception {
        assertThat(shell.run(ORDER + " --ticket " + ticket).code()).isZero();
        Files.writeString(file, "of May");
        String command = fetch(file) + " --ticket " + ticket;

        assertThat(shell.run(command).code()).isEqualTo(1);
        assertThat(shell.run(command).err())
                .isEqualTo("analytics4j: " + file + " is there already, and --ticket " + ticket
                        + " does not say that it is of this order: remove it, or choose another name\n");
        Files.delete(file);
        assertThat(shell.run(command).code()).isZero();
        assertThat(Files.readString(file)).isNotEqualTo("of May");
        assertThat(orders()).isEqualTo(1);
    }

    /** Does something while an order is made: the ticket says already that one is sent, and not yet which. */
    private void whileOrdered(Disturbance disturbance) {
        sandbox.voisnap()
                .faults()
                .onAny()
                .method("POST")
                .where(request -> {
                    try {
                        disturbance.run();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return false; // the order itself is in order
                })
                .show(Fault.status(500));
    }

    /** Changes files. */
    private interface Disturbance {
        void run() throws IOException;
    }

    /** A folder stands where the ticket is written before it has its name, as a disk without room would keep it from that. */
    @Test
    void ordered_noRoomForAnotherTicket_orderIsNotedAllTheSame() throws Exception {
        Path draft = folder.resolve(".june.ticket.draft");
        whileOrdered(() -> Files.createDirectory(draft));
        Shell.Result ordered = shell.run(ORDER + " --ticket " + ticket);
        assertThat(ordered.code()).as(ordered.err()).isZero();
        Files.delete(draft);
        Shell.Result fetched = shell.run(fetch(file) + " --ticket " + ticket);
        assertThat(fetched.code()).as(fetched.err()).isZero();
        assertThat(file).isNotEmptyFile();
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void ordered_ticketCannotBeWritten_saysWhichOrderItIs() throws Exception {
        whileOrdered(() -> {
            Files.delete(ticket);
            Files.createDirectories(ticket.resolve("in the way"));
        });
        Shell.Result ordered = shell.run(ORDER + " --ticket " + ticket);
        assertThat(ordered.code()).isEqualTo(1);
        assertThat(ordered.err())
                .contains("the ticket " + ticket + " cannot be used: ")
                .contains(" is ordered: fetch that by its id, without another order");
    }

    @Test
    void saved_otherNameHoldsAnOlderFile_isNotTakenForTheReport() throws Exception {
        assertThat(shell.run(fetch(file) + " --ticket " + ticket).code()).isZero();
        Path other = Files.writeString(folder.resolve("may.csv"), "of May");

        assertThat(shell.run(fetch(other) + " --ticket " + ticket).code()).isEqualTo(1);
        assertThat(other).hasContent("of May");
        assertThat(shell.run(fetch(file) + " --ticket " + ticket).code()).isZero();
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void ticketAndFileMovedTogether_allIsDone() throws Exception {
        Path before = Files.createDirectory(folder.resolve("before"));
        assertThat(shell.run(fetch(before.resolve("june.csv")) + " --ticket " + before.resolve("june.ticket"))
                        .code())
                .isZero();
        Path after = Files.move(before, folder.resolve("after"));
        long requests = sandbox.requests().count();
        Shell.Result again = shell.run(fetch(after.resolve("june.csv")) + " --ticket " + after.resolve("june.ticket"));

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(sandbox.requests().count()).isEqualTo(requests);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --again"})
    void link_nothingIsOrdered(String option) throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("latest.csv"), Path.of("june.csv")); // leads nowhere yet
        Shell.Result result = shell.run(fetch(link) + option);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("analytics4j: " + link
                        + " is a symbolic link and no regular file, so it is not replaced; name another file\n");
        assertThat(orders()).isZero();
        assertThat(file).doesNotExist();
    }

    @Test
    void folderThatMayNotBeWritten_nothingIsOrdered() throws Exception {
        Files.writeString(file, "old");
        assumeTrue(folder.toFile().setWritable(false) && !Files.isWritable(folder), "needs a user with fewer rights");
        try {
            assertThat(shell.run(fetch(file) + " --again").code()).isEqualTo(1);
            assertThat(orders()).isZero();
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void partOfAnother_isNamed() throws Exception {
        Path part = Files.writeString(folder.resolve("june.csv.part"), "another's");
        Shell.Result result = shell.run(fetch(file));

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains(part + " is there, but nothing says that a download of ours left it");
        assertThat(orders()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --overwrite"})
    void download_whatIsNeverReplaced_isToldAsWhatItIs(String option) throws IOException {
        String id = shell.run(ORDER).out().split("\"")[3];
        Path link = Files.createSymbolicLink(folder.resolve("latest.csv"), Path.of("june.csv"));
        String command = "voisnap reports download --report-id " + id + option + " --out ";

        assertThat(shell.run(command + link).err())
                .isEqualTo("analytics4j: " + link
                        + " is a symbolic link and no regular file, so it is not replaced; name another file\n");
        assertThat(shell.run(command + folder).err())
                .isEqualTo("analytics4j: " + folder + " is a folder: give --out the name of a file\n");
    }
}
