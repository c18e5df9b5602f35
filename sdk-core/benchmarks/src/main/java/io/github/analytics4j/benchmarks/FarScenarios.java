package io.github.analytics4j.benchmarks;

import io.github.analytics4j.benchmarks.ServerProcess.Wire;
import io.github.analytics4j.benchmarks.clients.Reader;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures as if the server were far away: over TLS, and with responses that take their time. */
final class FarScenarios {
    private static final int PASSES = 3;
    /** Where the time is the server's, the second pass is as good as the third. */
    private static final int SLOW_PASSES = 2;
    /** A walk over TLS is a tenth as long as one without. */
    private static final int SHORTER = 10;

    private static final List<Wire> SECURE = List.of(Wire.HTTPS, Wire.HTTPS_HTTP2);

    private FarScenarios() {}

    /** Responses that take their time, one after the other. */
    static void slowWalk(Lab lab, Report report) throws IOException {
        long calls = lab.settings().slowCalls();
        Duel duel = Duel.fight(
                lab.settings().pairs(),
                () -> walk(lab, Peer.SDK, Wire.HTTP, calls, Settings.DELAY_MILLIS),
                () -> walk(lab, Peer.JACKSON, Wire.HTTP, calls, Settings.DELAY_MILLIS));
        report.line("20 ms answers, walk of " + calls, Peer.JACKSON.title(), Figure.HOT_WALL, duel);
    }

    private static Sample walk(Lab lab, Peer peer, Wire wire, long calls, int delay) throws IOException {
        URI list = lab.server().list(wire, calls, delay, peer.dialect());
        return lab.read(peer, peer.reader(), list, calls, PASSES);
    }

    /** Pages ahead against the plain loop, without delay and with delays as of a server next door and one overseas. */
    static void readAhead(Lab lab, Report report) throws IOException {
        long calls = lab.settings().calls();
        ahead(lab, report, Wire.HTTP, 0, 8, calls, lab.settings().pairs());
        ahead(lab, report, Wire.HTTP, 0, 16, calls, lab.settings().pairs());
        for (Wire wire : List.of(Wire.HTTP, Wire.HTTPS_HTTP2)) {
            for (int delay : List.of(20, 50, 150)) {
                int pairs =
                        delay == 50 ? lab.settings().pairs() : lab.settings().longPairs();
                ahead(lab, report, wire, delay, 8, 3 * lab.settings().slowCalls(), pairs);
                ahead(lab, report, wire, delay, 16, 3 * lab.settings().slowCalls(), pairs);
            }
        }
    }

    private static void ahead(Lab lab, Report report, Wire wire, int delay, int pages, long calls, int pairs)
            throws IOException {
        // one page after the other takes the same time in a short log, and a tenth of it is long enough to tell
        long plainCalls = delay == 0 ? calls : calls / SHORTER;
        Duel duel = Duel.fight(
                pairs,
                () -> speed(lab, Peer.SDK.reader() + "$Ahead" + pages, wire, delay, calls),
                () -> speed(lab, Peer.SDK.reader(), wire, delay, plainCalls));
        String what = delay + " ms answers" + (wire == Wire.HTTP ? "" : " by HTTP/2") + ", " + pages + " pages ahead";
        report.line(what, "our plain loop", Figure.SPEED, duel);
        if (delay == 0) {
            report.line(what, "our plain loop", Figure.HOT_WALL, duel);
            report.line(what, "our plain loop", Figure.HOT_CPU, duel);
        }
    }

    private static Sample speed(Lab lab, String reader, Wire wire, int delay, long calls) throws IOException {
        URI list = lab.server().list(wire, calls, delay, Peer.SDK.dialect());
        Sample sample = lab.read(
                Peer.SDK, reader, list, calls, delay == 0 ? lab.settings().passes() : SLOW_PASSES);
        double wall = sample.get(Figure.HOT_WALL);
        return new Sample(Map.of(
                Figure.SPEED,
                calls * 1000.0 / Reader.PAGE / wall,
                Figure.HOT_WALL,
                wall,
                Figure.HOT_CPU,
                sample.get(Figure.HOT_CPU)));
    }

    /** A cold start and a walk at https addresses, HTTP/2 where the client speaks it. */
    static void secure(Lab lab, Report report) throws IOException {
        List<Peer> handWritten = List.of(Peer.MOSHI_ADAPTERS);
        List<Peer> all = Stream.of(Peer.values())
                .filter(peer -> peer.isSdk() || handWritten.contains(peer))
                .toList();
        for (Wire wire : SECURE) {
            for (Peer peer : wire == Wire.HTTPS ? all : handWritten) {
                coldStart(lab, report, wire, peer);
            }
        }
        for (Wire wire : SECURE) {
            for (Peer peer : wire == Wire.HTTPS ? all : handWritten) {
                walk(lab, report, wire, peer);
            }
        }
    }

    private static String over(Wire wire) {
        return wire == Wire.HTTPS ? "https: " : "https, HTTP/2: ";
    }

    private static void coldStart(Lab lab, Report report, Wire wire, Peer peer) throws IOException {
        Duel duel = Duel.fight(lab.settings().pairs(), () -> cold(lab, wire, Peer.SDK), () -> cold(lab, wire, peer));
        report.line(over(wire) + "cold start to the first page", peer.title(), Figure.COLD_START, duel);
    }

    private static Sample cold(Lab lab, Wire wire, Peer peer) throws IOException {
        URI list = lab.server().list(wire, lab.settings().calls(), 0, peer.dialect());
        return lab.read(peer, peer.reader(), list, 100, 0);
    }

    private static void walk(Lab lab, Report report, Wire wire, Peer peer) throws IOException {
        long calls = lab.settings().calls() / SHORTER;
        Duel duel = Duel.fight(
                lab.settings().longPairs(),
                () -> walk(lab, Peer.SDK, wire, calls, 0),
                () -> walk(lab, peer, wire, calls, 0));
        for (Figure figure : List.of(Figure.HOT_WALL, Figure.FIRST_WALL)) {
            report.line(over(wire) + "walk of " + calls, peer.title(), figure, duel);
        }
    }
}
