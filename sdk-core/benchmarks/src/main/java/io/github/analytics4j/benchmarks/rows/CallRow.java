package io.github.analytics4j.benchmarks.rows;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** One call as plain values. Two calls of the same index are equal, whatever process computed them. */
public record CallRow(long index) {
    private static final String ID_START = "5f0c7a1e-3b52-4d6f-8a90-";
    private static final Instant FIRST = Instant.parse("2026-04-22T16:49:29.837Z");
    private static final List<String> MODELS =
            List.of("1725527007259x3278", "1725527007259x9114", "1731001188012x5520");
    private static final List<String> STATUSES = List.of("completed", "completed", "completed", "no-answer", "busy");
    private static final List<String> REASONS = List.of("human_goodbye", "agent_goodbye", "voicemail", "max_duration");
    private static final List<String> ZONES = List.of("America/New_York", "Europe/Lisbon", "America/Chicago");
    private static final List<String> NAMES =
            List.of("Maria Santos", "John Walker", "Zoé Lefèvre", "Ana Pires", "Li Wei");
    private static final int TRANSCRIPT_LENGTH = 130;

    public String id() {
        return ID_START + digits(index, 12);
    }

    /** The index of the call that carries this id: what a cursor points at. */
    public static long indexOf(String id) {
        return Long.parseLong(id.substring(id.length() - 12));
    }

    public String digits() {
        return digits(index, 12);
    }

    public String modelId() {
        return pick(MODELS, 1);
    }

    public long seconds() {
        return 5 + index * 37 % 595;
    }

    public String status() {
        return pick(STATUSES, 3);
    }

    public String endReason() {
        return pick(REASONS, 5);
    }

    public String zone() {
        return pick(ZONES, 7);
    }

    public String leadName() {
        return pick(NAMES, 11);
    }

    public String leadPhone() {
        return "+1415" + digits(5550000 + index % 9999, 7);
    }

    public String agentPhone() {
        return index % 2 == 0 ? "+12025550143" : "+351210009988";
    }

    public String recordingUrl() {
        return "https://recordings.example.com/2026/04/" + id() + ".mp3";
    }

    /** Calls start a minute apart. */
    public Instant start() {
        return FIRST.plusSeconds(60 * index);
    }

    /** A time without a zone, as the telephony fields have it. */
    public String localTime(long afterSeconds) {
        return LocalDateTime.ofInstant(start(), ZoneOffset.UTC)
                .withNano(0)
                .plusSeconds(afterSeconds)
                .toString();
    }

    public String transcript() {
        return Transcripts.of(index, TRANSCRIPT_LENGTH, index % 5 == 0);
    }

    /** Verdicts by name, in pairs. */
    public List<String> verdicts() {
        return List.of(
                "goal_met",
                index % 3 == 0 ? "true" : "partial",
                "tone_polite",
                "true",
                "asked_for_budget",
                index % 2 == 0 ? "True" : "false",
                "summary",
                "Wants a callback next week");
    }

    private String pick(List<String> from, int stride) {
        return from.get((int) (index * stride % from.size()));
    }

    private static String digits(long value, int width) {
        String text = Long.toString(value);
        return "0".repeat(width - text.length()) + text;
    }
}
