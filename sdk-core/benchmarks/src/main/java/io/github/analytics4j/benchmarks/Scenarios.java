package io.github.analytics4j.benchmarks;

import io.github.analytics4j.benchmarks.clients.DownloadReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Measures whole processes, one method a scenario. */
final class Scenarios {
    private static final int PASSES = 3;
    private static final String AHEAD = Peer.SDK.reader() + "$Ahead";
    private static final List<Figure> WALK =
            List.of(Figure.HOT_WALL, Figure.HOT_CPU, Figure.FIRST_WALL, Figure.ALLOCATED, Figure.RESIDENT);

    private Scenarios() {}

    /** Every page of the call log, without delay, against everyone. */
    static void walk(Lab lab, Report report) throws IOException {
        long calls = lab.settings().calls();
        for (Peer peer : Peer.others()) {
            Duel duel = Duel.fight(
                    lab.settings().pairs(), () -> walk(lab, Peer.SDK, calls, 0), () -> walk(lab, peer, calls, 0));
            WALK.forEach(figure -> report.line("walk of " + calls, peer.title(), figure, duel));
        }
    }

    private static Sample walk(Lab lab, Peer peer, long calls, int delay) throws IOException {
        return lab.read(peer, peer.reader(), lab.server().list(calls, delay, peer.dialect()), calls, PASSES);
    }

    /** Answers that take their time, one after the other. */
    static void slowWalk(Lab lab, Report report) throws IOException {
        long calls = lab.settings().slowCalls();
        Duel duel = Duel.fight(
                lab.settings().pairs(),
                () -> walk(lab, Peer.SDK, calls, Settings.DELAY_MILLIS),
                () -> walk(lab, Peer.JACKSON, calls, Settings.DELAY_MILLIS));
        report.line("20 ms answers, walk of " + calls, Peer.JACKSON.title(), Figure.HOT_WALL, duel);
    }

    /** Eight pages ahead against the plain loop, with and without delay. */
    static void readAhead(Lab lab, Report report) throws IOException {
        for (int delay : List.of(0, Settings.DELAY_MILLIS)) {
            long length = delay == 0 ? lab.settings().calls() : lab.settings().slowCalls();
            URI list = lab.server().list(length, delay, Peer.SDK.dialect());
            Duel duel = Duel.fight(
                    lab.settings().pairs(),
                    () -> lab.read(Peer.SDK, AHEAD, list, length, PASSES),
                    () -> lab.read(Peer.SDK, Peer.SDK.reader(), list, length, PASSES));
            String what = delay + " ms answers, 8 pages ahead";
            report.line(what, "our plain loop", Figure.HOT_WALL, duel);
            report.line(what, "our plain loop", Figure.HOT_CPU, duel);
        }
    }

    /** From {@code main} to the first page's rows. */
    static void coldStart(Lab lab, Report report) throws IOException {
        for (Peer peer : Peer.others()) {
            Duel duel = Duel.fight(lab.settings().pairs(), () -> cold(lab, Peer.SDK), () -> cold(lab, peer));
            report.line("cold start to the first page", peer.title(), Figure.COLD_START, duel);
        }
    }

    private static Sample cold(Lab lab, Peer peer) throws IOException {
        URI list = lab.server().list(lab.settings().calls(), 0, peer.dialect());
        return lab.read(peer, peer.reader(), list, 100, 0);
    }

    /** Weighs the class paths. */
    static void footprint(Lab lab, Report report) throws IOException {
        Sample ours = weight(lab, Peer.SDK);
        for (Peer peer : Peer.others()) {
            Duel duel = new Duel(List.of(ours), List.of(weight(lab, peer)));
            report.line("footprint", peer.title(), Figure.JARS, duel);
        }
    }

    private static Sample weight(Lab lab, Peer peer) throws IOException {
        long bytes = 0;
        for (Path jar : lab.classPaths().jars(peer)) {
            bytes += Files.size(jar);
        }
        return new Sample(Map.of(Figure.JARS, bytes / 1e6));
    }

    /** The cost of a call in logs of different length, the heap being the same. */
    static void growth(Lab lab, Report report) throws IOException {
        long reference = 100_000;
        for (long calls : lab.settings().logs()) {
            Duel duel = Duel.fight(lab.settings().pairs(), () -> perCall(lab, calls), () -> perCall(lab, reference));
            report.line("log of " + calls, "log of " + reference, Figure.PER_CALL, duel);
        }
    }

    private static Sample perCall(Lab lab, long calls) throws IOException {
        int passes = (int) Math.max(PASSES, 300_000 / calls);
        URI list = lab.server().list(calls, 0, Peer.SDK.dialect());
        Sample sample = lab.read(Peer.SDK, Peer.SDK.reader(), list, calls, passes, "-Xmx128m");
        return new Sample(Map.of(Figure.PER_CALL, sample.get(Figure.HOT_WALL) * 1000 / calls));
    }

    /** A large report, link and all, against the bare bytes into a file. */
    static void download(Lab lab, Report report) throws IOException {
        long bytes = lab.settings().fileBytes();
        Duel duel = Duel.fight(
                lab.settings().pairs(),
                () -> lab.download(DownloadReader.Sdk.class, bytes, PASSES),
                () -> lab.download(DownloadReader.Plain.class, bytes, PASSES));
        String what = "download of " + (bytes >> 20) + " MB";
        report.line(what, "OkHttp to a file", Figure.HOT_WALL, duel);
        report.line(what, "OkHttp to a file", Figure.FIRST_WALL, duel);
        report.line(what, "OkHttp to a file", Figure.HOT_CPU, duel);
    }
}
