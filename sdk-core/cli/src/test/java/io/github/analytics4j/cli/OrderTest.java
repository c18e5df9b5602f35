package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.testkit.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders of files: one order and one file, whatever happens in between. */
class OrderTest extends OrderFixture {
    private static final String JUNE = ORDER + " --date-from 2026-06-01 --date-to 2026-06-30";

    private String fetch() {
        return JUNE + " --wait --out " + file;
    }

    private String ticketed() {
        return fetch() + " --ticket " + ticket;
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void wait_fetchesTheFile() throws Exception {
        Shell.Result result = shell.run(fetch());

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .matches("analytics4j: ordered rpt_\\w+\nanalytics4j: " + file + " is complete: [\\d,]+ bytes\n");
        assertThat(file).isNotEmptyFile();
        assertThat(entries()).containsExactly("june.csv");
        assertThat(orders()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void secondRun_neitherOrdersNorFails(boolean withTicket) throws Exception {
        String command = withTicket ? ticketed() : fetch();
        assertThat(shell.run(command).code()).isZero();
        byte[] content = Files.readAllBytes(file);
        long requests = sandbox.requests().count();
        Shell.Result second = shell.run(command);

        assertThat(second.code()).isZero();
        assertThat(second.err())
                .isEqualTo(
                        "analytics4j: " + file + " is there already, so nothing was ordered; --again orders it anew\n");
        assertThat(Files.readAllBytes(file)).isEqualTo(content);
        assertThat(sandbox.requests().count()).isEqualTo(requests);
    }

    @ParameterizedTest
    @CsvSource({"3600, '; come back in 1 h, at '", ", ; try again later"})
    void limitIsUsedUp_saysOnceWhenToComeBack(String retryAfter, String advice) {
        Fault refusal = Fault.status(429);
        sandbox.voisnap()
                .faults()
                .onAny()
                .show(retryAfter == null ? refusal : refusal.header("Retry-After", retryAfter));
        Shell.Result result = shell.run(JUNE);

        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).contains(advice);
        assertThat(result.err().split("come back|try again", -1)).hasSize(2);
    }

    @Test
    void again_ordersAnewAndReplaces() throws Exception {
        Files.writeString(file, "old");
        assertThat(shell.run(ticketed()).code()).isZero();
        assertThat(file).hasContent("old");
        assertThat(shell.run(ticketed() + " --again").code()).isZero();
        assertThat(Files.readString(file)).isNotEqualTo("old");
        assertThat(shell.run(ticketed() + " --again").code()).isZero();
        assertThat(orders()).isEqualTo(2);
    }

    @Test
    void again_interrupted_laterRunFetchesTheNewOrderInPlaceOfTheOldFile() throws Exception {
        Files.writeString(file, "old");
        assertThat(shell.run(ticketed()).code()).isZero();
        sandbox.voisnap().reports().readyAfter(Duration.ofDays(1));
        assertThat(interrupted(ticketed() + " --again").code()).isEqualTo(130);
        assertThat(file).hasContent("old");
        sandbox.voisnap().reports().readyAfter(Duration.ZERO);
        Shell.Result later = shell.run(ticketed());

        assertThat(later.code()).as(later.err()).isZero();
        assertThat(later.err()).contains("goes on with rpt_").contains(file + " is complete");
        assertThat(Files.readString(file)).isNotEqualTo("old");
        assertThat(shell.run(ticketed()).err()).contains("is there already");
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void noWait_printsTheOrder_andALaterRunFetchesIt() {
        Shell.Result ordered = shell.run(JUNE + " --ticket " + ticket);
        JsonValue order = JsonValue.parse(ordered.out());

        assertThat(ordered.code()).isZero();
        assertThat(order.get("id").asText()).startsWith("rpt_");
        assertThat(order.get("ticket").asText()).startsWith("voisnap-report:1 ");
        Shell.Result fetched = shell.run(ticketed());
        assertThat(fetched.code()).as(fetched.err()).isZero();
        assertThat(fetched.err()).contains("goes on with " + order.get("id").asText());
        assertThat(file).isNotEmptyFile();
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void ticketByALink_isOneTicketByBothNames() throws Exception {
        Path kept = Files.createDirectory(folder.resolve("kept")).resolve("june.ticket");
        Path link = Files.createSymbolicLink(ticket, Path.of("kept/june.ticket"));
        Shell.Result first = shell.run(JUNE + " --ticket " + link);
        Shell.Result second = shell.run(JUNE + " --ticket " + kept + " --wait --out " + file);

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(kept).isRegularFile();
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void interrupted_secondRunGoesOn() throws Exception {
        sandbox.voisnap().reports().readyAfter(Duration.ofDays(1));
        Shell.Result first = interrupted(ticketed());

        assertThat(first.code()).isEqualTo(130);
        assertThat(first.err()).endsWith("analytics4j: interrupted\n");
        assertThat(file).doesNotExist();
        sandbox.voisnap().reports().readyAfter(Duration.ZERO);
        Shell.Result second = shell.run(ticketed());
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(orders()).isEqualTo(1);
        assertThat(entries()).containsExactly("june.csv", "june.ticket");
    }

    /** The first run that sends anything; it is interrupted while it waits for what it ordered. */
    private Shell.Result interrupted(String command) throws Exception {
        Interrupt interrupt = new Interrupt();
        Shell first = new Shell().with(sandbox.environment()).interrupt(interrupt);
        CompletableFuture<Shell.Result> run = CompletableFuture.supplyAsync(() -> first.run(command));
        while (sandbox.requests().count() < 2) {
            Thread.onSpinWait();
        }
        interrupt.raise();
        return run.get();
    }

    @Test
    void fileOfAnotherCameMeanwhile_isKeptAndSaidInOurWords() throws Exception {
        sandbox.voisnap().reports().readyAfter(Duration.ofDays(1));
        CompletableFuture<Shell.Result> run = CompletableFuture.supplyAsync(() -> shell.run(ticketed()));
        while (sandbox.requests().count() < 2) {
            Thread.onSpinWait();
        }
        Files.writeString(file, "another's");
        sandbox.voisnap().reports().readyAfter(Duration.ZERO);

        assertThat(run.get().code()).isEqualTo(1);
        assertThat(run.get().err())
                .contains(file + " came to be there meanwhile, and is kept: to have rpt_")
                .endsWith(" there, remove it and run again with the same --ticket\n");
        assertThat(shell.run(ticketed()).code()).isEqualTo(1);
        assertThat(file).hasContent("another's");
        Files.delete(file);
        assertThat(shell.run(ticketed()).code()).isZero();
        assertThat(orders()).isEqualTo(1);
    }

    /** The run that has the deadline sends no order: a slow machine could pass it before the order is there. */
    @Test
    void deadlinePassed_laterRunGoesOn() {
        sandbox.voisnap().reports().readyAfter(Duration.ofDays(1));
        assertThat(shell.run(JUNE + " --ticket " + ticket).code()).isZero();
        Shell.Result late = shell.run(ticketed() + " --deadline 300ms");

        assertThat(late.code()).isEqualTo(1);
        assertThat(late.err())
                .endsWith("; give it more time with --deadline, or run again later with the same --ticket\n");
        sandbox.voisnap().reports().readyAfter(Duration.ZERO);
        assertThat(shell.run(ticketed()).code()).isZero();
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void otherOrder_sameTicket_isRefused() {
        shell.run(JUNE + " --ticket " + ticket);
        Shell.Result other = shell.run((JUNE + " --ticket " + ticket).replace("06-30", "06-29"));

        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err())
                .isEqualTo("analytics4j: the ticket " + ticket
                        + " is of another order: date_to was 2026-06-30 and is 2026-06-29;"
                        + " use another ticket, or --again to order this anew\n");
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void refusedOrder_leavesNoTicket() {
        sandbox.faults().next(Fault.status(400));
        assertThat(shell.run(ticketed()).code()).isEqualTo(1);
        assertThat(ticket).doesNotExist();
        assertThat(shell.run(ticketed()).code()).isZero();
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void lostAnswer_isNotOrderedTwice() {
        sandbox.faults().next(Fault.status(500));
        assertThat(shell.run(ticketed()).code()).isEqualTo(1);
        Shell.Result second = shell.run(ticketed());

        assertThat(second.code()).isEqualTo(1);
        assertThat(second.err()).contains("the file may be ordered or not").contains("--again");
        assertThat(orders()).isZero();
        assertThat(shell.run(ticketed() + " --again").code()).isZero();
        assertThat(orders()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"june.csv", "june.xlsx"})
    void fileWithTheEndingOfAnotherFormat_isRefusedBeforeTheOrder(String name) {
        Path other = folder.resolve(name);
        Shell.Result result = shell.run(JUNE.replace("--format csv", "--format pdf") + " --wait --out " + other);

        assertThat(result.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
        assertThat(result.err())
                .isEqualTo("analytics4j: --out " + other + " has not the ending of a report in pdf: call it june.pdf,"
                        + " or order another --format\n");
        assertThat(orders()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "--wait,--wait needs --out FILE; the name the file is to have",
        "--wait --out -,--out takes the name of a file; was \"-\"",
        "--out x.csv,--out needs --wait: an order alone gives no file"
    })
    void halfOfTheOptions_isRefused(String options, String message) {
        Shell.Result result = shell.run(JUNE + " " + options);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("analytics4j: " + message.replace(';', ',') + "\n");
        assertThat(orders()).isZero();
    }

    @Test
    void folderNotThere_nothingIsOrdered() {
        Shell.Result result = shell.run(JUNE + " --wait --out /not/there/june.csv");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("analytics4j: the folder of /not/there/june.csv is not there: make it first\n");
        assertThat(orders()).isZero();
    }

    @Test
    void ticketAndFileAreOne_nothingIsOrdered() throws Exception {
        Shell.Result result = shell.run(fetch() + " --ticket " + file);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("analytics4j: --out and --ticket name the same file, " + file
                        + ": give each a file of its own\n");
        assertThat(orders()).isZero();
        assertThat(entries()).isEmpty();
    }

    @Test
    void deviceInPlaceOfAFile_nothingIsOrderedOrReadAndItFails() {
        assumeTrue(Files.exists(Path.of("/dev/zero")), "needs a device");
        Shell.Result out = shell.run(JUNE + " --wait --out /dev/zero");
        Shell.Result from = shell.run(fetch() + " --ticket /dev/zero");

        assertThat(out.code()).isEqualTo(2);
        assertThat(out.err())
                .isEqualTo("analytics4j: --out needs a regular file for a report; /dev/zero is a device, a pipe or a"
                        + " socket\n");
        assertThat(from.code()).isEqualTo(2);
        assertThat(from.err())
                .isEqualTo("analytics4j: --ticket needs a regular file, and /dev/zero is a device, a pipe or a"
                        + " socket\n");
        assertThat(orders()).isZero();
    }

    @Test
    void ticketOfAnotherRun_is5() {
        try (RunLock lock = RunLock.of("--ticket", ticket)) {
            Shell.Result result = shell.run(ticketed());

            assertThat(result.code()).isEqualTo(5);
            assertThat(result.err())
                    .isEqualTo("analytics4j: another run with --ticket " + ticket + " is at work: let it end first\n");
        }
        assertThat(orders()).isZero();
    }

    @Test
    void download_existingFile_isKeptUnlessTold() throws Exception {
        String id = JsonValue.parse(shell.run(JUNE).out()).get("id").asText();
        Files.writeString(file, "old");
        Shell.Result kept = shell.run("voisnap reports download --report-id " + id + " --out " + file);

        assertThat(kept.code()).isEqualTo(1);
        assertThat(kept.err())
                .isEqualTo("analytics4j: " + file
                        + " is there already: choose another name, or --overwrite to replace it\n");
        assertThat(file).hasContent("old");
        assertThat(shell.run("voisnap reports download --overwrite --report-id " + id + " --out " + file)
                        .code())
                .isZero();
        assertThat(Files.readString(file)).isNotEqualTo("old");
    }

    /** The script of the README: killed half-way and run again, one order and one file. */
    @Test
    void script_killedHalfWayAndRunAgain_oneOrderOneFile() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
        sandbox.voisnap().reports().readyAfter(Duration.ofDays(1));
        String line = "exec analytics4j " + JUNE + " --wait --out june.csv --ticket june.ticket";
        Child child = Child.start(folder, sandbox.environment(), line);
        while (sandbox.requests().count() < 2) {
            Thread.onSpinWait();
        }
        child.signal("KILL");
        assertThat(child.await().code()).isEqualTo(137);
        sandbox.voisnap().reports().readyAfter(Duration.ZERO);
        Child.Result again = Child.run(folder, sandbox.environment(), line);
        Child.Result once = Child.run(folder, sandbox.environment(), line);

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err()).startsWith("analytics4j: goes on with rpt_").contains("june.csv is complete: ");
        assertThat(once.code()).isZero();
        assertThat(once.err()).contains("is there already");
        assertThat(orders()).isEqualTo(1);
        assertThat(file).isNotEmptyFile();
    }
}
