package io.github.analytics4j.voisnap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTicketTest {
    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");

    @Test
    void toText_full_isOneLine() {
        ReportTicket ticket =
                new ReportTicket("rpt_1 &=%", ReportStatus.GENERATING, NOW, Duration.ofSeconds(12), ReportFormat.CSV);
        assertThat(ticket.toText())
                .isEqualTo("voisnap-report:1 id=rpt_1+%26%3D%25 status=generating ordered=2026-11-21T04%3A00%3A00Z"
                        + " estimate=PT12S format=csv");
        assertThat(ReportTicket.parse(ticket.toText())).isEqualTo(ticket);
        assertThat(ReportTicket.parse("  " + ticket.toText() + "\n")).isEqualTo(ticket);
    }

    @Test
    void parse_bareAndUnknown_areKept() {
        ReportTicket ticket = new ReportTicket("ü", ReportStatus.of("half done"), NOW, null, ReportFormat.of("xlsx"));
        assertThat(ReportTicket.parse(ticket.toText())).isEqualTo(ticket);
        ReportTicket bare = new ReportTicket("r", ReportStatus.GENERATING, NOW, null, null);
        assertThat(ReportTicket.parse(bare.toText() + " later=x")).isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "rpt_1, not a stored report: it does not begin with voisnap-report:1",
                "voisnap-report:2 id=x, not a stored report: it does not begin with voisnap-report:1",
                "voisnap-report:1 status=generating, not a stored report: it has no id",
                "voisnap-report:1 id=x, not a stored report: it has no status",
                "voisnap-report:1 id=x status=y, not a stored report: it has no ordered",
                "voisnap-report:1 id=x status=y ordered=yesterday, not a stored report: a time in it cannot be read",
                "voisnap-report:1 id=%zz status=y ordered=z, not a stored report: a value in it is broken",
                "voisnap-report:1 id= status=y ordered=z, reportId must not be blank"
            })
    void parse_somethingElse_isRefusedWithTheReason(String text, String message) {
        assertThatThrownBy(() -> ReportTicket.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void parse_anything_isATicketOrAnIllegalArgument() {
        long seed = 5;
        Random random = new Random(seed);
        String good =
                new ReportTicket("r", ReportStatus.GENERATING, NOW, Duration.ofSeconds(1), ReportFormat.PDF).toText();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(good);
            for (int n = random.nextInt(4); n >= 0; n--) {
                text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(95)));
            }
            try {
                ReportTicket.parse(text.toString());
            } catch (IllegalArgumentException expected) {
                assertThat(expected.getMessage())
                        .as("seed %d, case %d: %s", seed, i, text)
                        .isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"12, PT12S", "0.5, PT0.5S", "-1,", "1e300, PT168H", ","})
    void of_estimate_isBounded(Double seconds, Duration expected) {
        CreatedReport created = CreatedReport.fromJson("{\"reportId\":\"r\",\"status\":\"generating\""
                + (seconds == null ? "" : ",\"estimatedSeconds\":" + seconds) + "}");
        assertThat(ReportTicket.of(null, created, NOW).estimate()).isEqualTo(expected);
    }

    @Test
    void names_areThoseOfFiles() {
        assertThat(ReportFiles.name("rpt_01", ReportFormat.CSV)).isEqualTo("report-rpt_01.csv");
        assertThat(ReportFiles.name("../../x y", ReportFormat.of("a/b"))).isEqualTo("report-______x_y.a_b");
        assertThat(ReportFiles.name("r".repeat(300), null)).hasSize(87);
    }

    @Test
    void waitOptions_latestWordCounts() {
        WaitOptions options = WaitOptions.builder().gone(404, 410).notReady(404).build();
        assertThat(options.isNotReady(404)).isTrue();
        assertThat(options.isGone(404)).isFalse();
        assertThat(options.isGone(410)).isTrue();
        assertThat(options.isNotReady(202)).isFalse();
        assertThat(WaitOptions.builder().failed("Kaputt").build().isFailed("KAPUTT"))
                .isTrue();
        assertThatThrownBy(() -> WaitOptions.builder().firstInterval(Duration.ZERO))
                .hasMessage("firstInterval must be positive, was PT0S");
        assertThatThrownBy(() -> WaitOptions.builder().longestInterval(Duration.ofSeconds(-1)))
                .hasMessage("longestInterval must be positive, was PT-1S");
    }
}
