package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.testkit.ManualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Private text that rules keep out of a sink, in every kind of sink. */
class PrivateColumnsTest {
    private static final String PHONE = "+14155550942";
    /** The digits that every spelling of it has. */
    private static final String TAIL = "5550942";

    @TempDir
    Path folder;

    /** Not in the folder, all of which is read. */
    @TempDir
    Path keys;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-20T02:13:00Z"));

    /** A call whose caller's number is in its transcript, variables, headers, an address, unknown fields and a value of another type. */
    private static TestLog.Call planted(Instant start) {
        return new TestLog.Call("planted", start, 60, "completed", Map.of())
                .with("lead_phone_number", "\"" + PHONE + "\"")
                .with("lead_name", "\"Wilhelmina Planted\"")
                .with("transcript", "\"bot: is it (415) 555-0942?\\nhuman: 4 1 5. 5 5 5. 0 9 4 2, Wilhelmina here\"")
                .with(
                        "telephony_sip_headers",
                        "{\"X-From\":\"sip:%2B1415%205550942@host\",\"+14155550942\":[14155550942]}")
                .with("recording_url", "\"https://r.example/14155550942/a.mp3?n=%2B14155550942\"")
                .with("alternative_number", "\"001 415 555 09 42\"")
                .with("error_message", "{\"text\":\"no response at \\uff0b14155550942\"}")
                .with("phone_number_to", "14155550942");
    }

    /** A row that is no record, and one without an id, which are rejected. */
    private static void plantRejects(TestLog log, Instant start) {
        log.put("m-1", new TestLog.Call("none", start, 1, "completed", Map.of("instead of all", "\"" + PHONE + "\"")));
        log.put(
                "m-1",
                new TestLog.Call(
                        "anonymous",
                        start,
                        1,
                        "completed",
                        Map.of(
                                "instead of all",
                                "{\"lead_phone_number\":\"" + PHONE + "\",\"start_time\":\"" + start.toEpochMilli()
                                        + "\",\"call_status\":\"completed\",\"transcript\":\"it is 4155550942\"}")));
    }

    private SyncReport run(ApiSession session, Sink sink, ColumnRules rules) {
        return sync(session, sink, rules).run();
    }

    private Sync sync(ApiSession session, Sink sink, ColumnRules rules) {
        return Sync.of(SyncTable.of(session, Nights.calls())
                        .each("model_id", "m-1")
                        .with(rules))
                .into(sink)
                .clock(clock)
                .steps((step, place) ->
                        assertThat(spools()).as(step + " " + place).doesNotContain(TAIL));
    }

    /** What is on the disk while a run is at work, unzipped or not. */
    private String spools() {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(each);
                all.append(new String(bytes, StandardCharsets.ISO_8859_1));
                all.append(new String(bytes, StandardCharsets.UTF_16BE)); // as spools have texts
                all.append(new String(bytes, 0, Math.max(0, bytes.length - 1), StandardCharsets.UTF_16LE));
            }
        } catch (IOException | UncheckedIOException e) {
            // a file went meanwhile
        }
        return all.toString();
    }

    @ParameterizedTest
    @EnumSource
    void mask_phonePlantedAllOver_isNowhere(Place place) throws Exception {
        Place.Made made = place.at(place.address(folder));
        Instant start = clock.instant().minus(Duration.ofHours(30));
        try (TestLog log = new TestLog(clock);
                ApiSession session = log.session()) {
            log.fill("m-1", "c", start, Duration.ofMinutes(7), 40);
            log.put("m-1", planted(start));
            plantRejects(log, start);
            ColumnRules rules =
                    ColumnRules.builder().mask("lead_phone_number", "lead_name").build();
            SyncReport report = run(session, made.sink, rules);
            assertThat(report.exitCode()).as(report.toJson()).isEqualTo(SyncReport.UNPROVEN);
            assertThat(report.table("synthflow_calls").partition("m-1").rejected())
                    .isEqualTo(2);
            String all = made.everything(folder) + report.toJson() + spools();
            assertThat(all).contains("planted").contains("***").contains("alternative_number");
            assertThat(all.replaceAll("[^0-9A-Za-z]", "")).doesNotContain("Wilhelmina");
            assertThat(all.replaceAll("[-. ()]", "")).doesNotContain(TAIL);
            assertThat(all).doesNotContain("Wilhelmina");

            assertThat(sync(session, made.sink, rules).purge(Set.of("planted"))).isEqualTo(1);
            assertThat(made.everything(folder) + spools()).doesNotContain("planted");
            clock.advance(Duration.ofDays(1));
            SyncReport next = run(session, made.sink, rules);
            assertThat(made.hashes()).hasSize(40).doesNotContainKey("planted");
            assertThat(made.everything(folder) + next.toJson() + spools())
                    .doesNotContain("\"planted")
                    .doesNotContain(TAIL);
        }
    }

    @ParameterizedTest
    @EnumSource
    void purge_row_isGoneAndNoHole(Place place) throws Exception {
        Place.Made made = place.at(place.address(folder));
        Instant start = clock.instant().minus(Duration.ofHours(60));
        try (TestLog log = new TestLog(clock);
                ApiSession session = log.session()) {
            log.fill("m-1", "c", start, Duration.ofMinutes(70), 40);
            assertThat(run(session, made.sink, ColumnRules.NONE).exitCode()).isZero();
            Sync sync = sync(session, made.sink, ColumnRules.NONE);
            assertThat(sync.purge(List.of("c7", "not there"))).isEqualTo(1);
            assertThat(sync.purge(List.of("c7", "not there"))).isZero();
            assertThat(made.everything(folder)).doesNotContain("\"c7\"").doesNotContain("not there");
            log.requests();
            SyncReport report = run(session, made.sink, ColumnRules.NONE);
            assertThat(report.exitCode()).as(report.toJson()).isZero();
            assertThat(log.requests()).isLessThanOrEqualTo(4);
            assertThat(made.hashes()).hasSize(39).doesNotContainKey("c7");
        }
    }

    @ParameterizedTest
    @EnumSource
    void hash_sameValue_sameHashAndNoClearText(Place place) throws Exception {
        Place.Made made = place.at(place.address(folder));
        Path key = key("0123456789abcdef");
        Instant start = clock.instant().minus(Duration.ofHours(30));
        try (TestLog log = new TestLog(clock);
                ApiSession session = log.session()) {
            log.put("m-1", planted(start));
            log.put(
                    "m-1",
                    new TestLog.Call(
                            "other", start, 60, "completed", Map.of("lead_phone_number", "\"" + PHONE + "\"")));
            ColumnRules rules = ColumnRules.builder()
                    .hash("call_id", "lead_phone_number")
                    .leaveOut("transcript", "lead_name")
                    .keyFile(key)
                    .build();
            assertThat(run(session, made.sink, rules).exitCode()).isZero();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Files.readAllBytes(key), "HmacSHA256"));
            byte[] whole = mac.doFinal(PHONE.getBytes(StandardCharsets.UTF_8));
            String hash = HexFormat.of().formatHex(whole, 0, 16); // as the README says, so that others can compute it
            String all = made.everything(folder);
            assertThat(all.split(hash, -1).length - 1).isGreaterThanOrEqualTo(2);
            assertThat(all)
                    .doesNotContain("planted")
                    .doesNotContain("Wilhelmina")
                    .doesNotContain(TAIL);
            assertThat(made.hashes()).hasSize(2);
            assertThat(sync(session, made.sink, rules).purge(Set.of("planted"))).isEqualTo(1);
            run(session, made.sink, rules);
            assertThat(made.hashes()).hasSize(1);

            ColumnRules otherKey = ColumnRules.builder()
                    .hash("call_id", "lead_phone_number")
                    .leaveOut("transcript", "lead_name")
                    .keyFile(key("fedcba9876543210"))
                    .build();
            SyncReport refused = run(session, made.sink, otherKey);
            assertThat(refused.exitCode()).isEqualTo(SyncReport.NOTHING_DONE);
            assertThat(refused.table("synthflow_calls").refusal())
                    .isEqualTo(made.sink + " was filled with another key of hashes than this run's: give the key file"
                            + " that it was filled with, or take another place for it");
        }
    }

    @Test
    void otherKey_whereNoColumnIsHashed_changesNothing() throws Exception {
        Sink sink = FolderSink.of(folder);
        try (TestLog log = new TestLog(clock);
                ApiSession session = log.session()) {
            log.put("m-1", planted(clock.instant().minus(Duration.ofHours(30))));
            ColumnRules.Builder rules = ColumnRules.builder().mask("lead_phone_number");
            ColumnRules without = rules.build();
            ColumnRules first = rules.keyFile(key("0123456789abcdef")).build();
            ColumnRules second = rules.keyFile(key("fedcba9876543210")).build();
            for (ColumnRules each : List.of(first, second, without, first)) {
                SyncReport report = run(session, sink, each);
                assertThat(report.exitCode()).as(report.toJson()).isZero();
            }
            ColumnRules other = ColumnRules.builder().mask("lead_name").build();
            assertThat(run(session, sink, other).table("synthflow_calls").refusal())
                    .contains(" was filled from another set of rules for columns: ");
        }
    }

    /** A state of an older version does not tell the rules from their key. */
    @Test
    void otherKey_placeOfAnOlderVersion_bothAreTold() throws Exception {
        Sink sink = FolderSink.of(folder);
        try (TestLog log = new TestLog(clock);
                ApiSession session = log.session()) {
            log.put("m-1", planted(clock.instant().minus(Duration.ofHours(30))));
            ColumnRules.Builder rules = ColumnRules.builder().hash("lead_phone_number");
            ColumnRules first = rules.keyFile(key("0123456789abcdef")).build();
            assertThat(run(session, sink, first).exitCode()).isZero();
            Path manifest = folder.resolve("synthflow_calls/_a4j/manifest.json");
            SyncState state = StateText.parse(Files.readString(manifest));
            state.rulesWithoutKey = "";
            Files.writeString(manifest, StateText.of(state));
            assertThat(Files.readString(manifest)).doesNotContain("without");
            ColumnRules second = rules.keyFile(key("fedcba9876543210")).build();
            assertThat(run(session, sink, second).table("synthflow_calls").refusal())
                    .isEqualTo(
                            sink + " was filled from another set of rules for columns, or with another key of hashes:"
                                    + " give the rules and the key file that it was filled with, or take another place for it");
            assertThat(run(session, sink, ColumnRules.NONE)
                            .table("synthflow_calls")
                            .refusal())
                    .contains(" was filled from another set of rules for columns: give the rules that ");
            assertThat(run(session, sink, first).exitCode()).isZero();
            assertThat(run(session, sink, second).table("synthflow_calls").refusal())
                    .contains(" was filled with another key of hashes than this run's: ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherRules_purgeVerifyAndStatus_areRefusedAndChangeNothing(Place place) throws Exception {
        Place.Made made = place.at(place.address(folder));
        Instant start = clock.instant().minus(Duration.ofHours(30));
        try (TestLog log = new TestLog(clock);
                ApiSession session = log.session()) {
            log.put("m-1", new TestLog.Call("planted", start, 60, "completed", Map.of()));
            log.put("m-1", new TestLog.Call("other", start, 60, "completed", Map.of("transcript", "\"kept text\"")));
            assertThat(run(session, made.sink, ColumnRules.NONE).exitCode()).isZero();
            Map<String, String> before = made.hashes();
            for (ColumnRules rules : List.of(
                    ColumnRules.builder().leaveOut("transcript").build(),
                    ColumnRules.builder()
                            .hash("call_id")
                            .keyFile(key("0123456789abcdef"))
                            .build())) {
                Sync other = sync(session, made.sink, rules);
                assertThatThrownBy(() -> other.purge(Set.of("planted")))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("another set of rules for columns");
                SyncReport verified = other.verify();
                assertThat(verified.exitCode()).isEqualTo(SyncReport.NOTHING_DONE);
                assertThat(verified.table("synthflow_calls").refusal())
                        .endsWith(" was filled from another set of rules for columns: give the rules that it was filled"
                                + " with, or take another place for it");
                assertThat(other.status().tables().get(0).problem()).contains("another set of rules for columns");
            }
            assertThat(made.hashes()).isEqualTo(before);
            assertThat(made.everything(folder)).contains("kept text");
            Sync same = sync(session, made.sink, ColumnRules.NONE);
            assertThat(same.purge(Set.of("planted"))).isEqualTo(1);
            assertThat(made.everything(folder)).contains("kept text");
            assertThat(same.verify().exitCode()).isZero();
        }
    }

    private Path key(String text) throws Exception {
        Path key = keys.resolve("hash.key");
        Files.writeString(key, text);
        return Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void rules_mistakes_areNamedTogether() {
        ApiSession session = Nights.session("http://127.0.0.1:1/v2", "no-key-at-all");
        SyncTable table = SyncTable.of(session, Nights.calls());
        assertThatThrownBy(() -> table.with(ColumnRules.builder()
                        .mask("call_id", "phone")
                        .leaveOut("start_time")
                        .hash("lead_name")
                        .build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("call_id tells rows apart: it can be replaced by its hash")
                .hasMessageContaining("mask: phone is no column of synthflow_calls")
                .hasMessageContaining("start_time decides the day of a row")
                .hasMessageContaining("a hash needs a key");
        assertThatThrownBy(() -> table.with(ColumnRules.builder()
                        .leaveOut("transcrpt")
                        .hash("lead_name")
                        .build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "rules for columns: a hash needs a key: give keyFile a file that holds 16 random bytes or more;"
                                + " leaveOut: transcrpt is no column of synthflow_calls; did you mean transcript?");
        assertThatThrownBy(() -> ColumnRules.builder().mask("a").leaveOut("a"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("a has two rules");
    }

    @Test
    void keyFile_thatOthersMayRead_isRefused() throws Exception {
        Path key = key("0123456789abcdef");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> ColumnRules.builder().keyFile(key))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("run chmod 600 " + key);
        assertThatThrownBy(() -> ColumnRules.builder().keyFile(key("short")))
                .hasMessageContaining("has 5 bytes, and a key has 16 or more");
        assertThatThrownBy(() -> ColumnRules.builder().keyFile(folder.resolve("none")))
                .hasMessageContaining("make it with head -c 32 /dev/urandom");
    }
}
