package io.github.analytics4j.benchmarks;

import io.github.analytics4j.benchmarks.clients.DownloadReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Measures whole processes on plain connections that bring their responses at once, one method a scenario. */
final class Scenarios {
    private static final int DOWNLOADS = 3;

    /** Holds a page and the fingerprints of a million rows, and not much more. */
    private static final String SMALL_HEAP = "-Xmx48m";

    private static final List<Figure> WALK =
            List.of(Figure.HOT_WALL, Figure.HOT_CPU, Figure.FIRST_WALL, Figure.ALLOCATED, Figure.RESIDENT);

    private Scenarios() {}

    /** Every page of the call log, without delay, against everyone. */
    static void walk(Lab lab, Report report) throws IOException {
        long calls = lab.settings().calls();
        for (Peer peer : lab.settings().peers()) {
            Duel duel = Duel.fight(
                    lab.settings().pairs(),
                    () -> walk(lab, Peer.SDK, calls, Peer.SDK.dialect()),
                    () -> walk(lab, peer, calls, peer.dialect()));
            WALK.forEach(figure -> report.line("walk of " + calls, peer.title(), figure, duel));
        }
    }

    private static Sample walk(Lab lab, Peer peer, long calls, String dialect) throws IOException {
        return lab.read(
                peer,
                peer.reader(),
                lab.server().list(calls, 0, dialect),
                calls,
                lab.settings().passes());
    }

    /** The same in pages that are compressed. */
    static void compressed(Lab lab, Report report) throws IOException {
        walkOf(lab, report, "compressed pages, walk of ", Peer.SDK.dialect() + ".gz");
    }

    /** The same of rows that each have times in another form than documented, and a field that is not. */
    static void odd(Lab lab, Report report) throws IOException {
        walkOf(lab, report, "odd rows, walk of ", "synthflow-odd");
    }

    private static void walkOf(Lab lab, Report report, String what, String dialect) throws IOException {
        long calls = lab.settings().calls();
        for (Peer peer : List.of(Peer.JACKSON_BYTES, Peer.MOSHI_ADAPTERS)) {
            Duel duel = Duel.fight(
                    lab.settings().pairs(),
                    () -> walk(lab, Peer.SDK, calls, dialect),
                    () -> walk(lab, peer, calls, dialect));
            for (Figure figure : List.of(Figure.HOT_WALL, Figure.HOT_CPU, Figure.FIRST_WALL)) {
                report.line(what + calls, peer.title(), figure, duel);
            }
        }
    }

    /** From {@code main} to the first page's rows. */
    static void coldStart(Lab lab, Report report) throws IOException {
        for (Peer peer : lab.settings().peers()) {
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

    /** The cost of a call in logs of different length, in the same small heap. */
    static void growth(Lab lab, Report report) throws IOException {
        long reference = 100_000;
        for (long calls : lab.settings().logs()) {
            int pairs = calls > reference
                    ? lab.settings().longPairs()
                    : lab.settings().pairs();
            Duel duel = Duel.fight(pairs, () -> perCall(lab, calls), () -> perCall(lab, reference));
            report.line("log of " + calls, "log of " + reference, Figure.PER_CALL, duel);
        }
    }

    private static Sample perCall(Lab lab, long calls) throws IOException {
        int passes = (int) Math.max(2, 300_000 / calls);
        URI list = lab.server().list(calls, 0, Peer.SDK.dialect());
        Sample sample = lab.read(Peer.SDK, Peer.SDK.reader(), list, calls, passes, SMALL_HEAP);
        return new Sample(Map.of(Figure.PER_CALL, sample.get(Figure.HOT_WALL) * 1000 / calls));
    }

    /** The link of a finished report and its file, against the bare bytes into a file. */
    static void download(Lab lab, Report report) throws IOException {
        files(lab, report, "download", "OkHttp to a file", DownloadReader.Sdk.class, DownloadReader.Plain.class);
    }

    /** A report from its order to its file, and a file whose link is given, against the same requests and a synced file. */
    static void reports(Lab lab, Report report) throws IOException {
        String plain = "OkHttp to a synced file";
        files(lab, report, "report", plain, DownloadReader.SdkReport.class, DownloadReader.PlainReport.class);
        files(lab, report, "given link", plain, DownloadReader.SdkLink.class, DownloadReader.PlainSynced.class);
    }

    private static void files(Lab lab, Report report, String what, String against, Class<?> ours, Class<?> theirs)
            throws IOException {
        long bytes = lab.settings().fileBytes();
        Duel duel = Duel.fight(
                lab.settings().pairs(),
                () -> lab.download(ours, bytes, DOWNLOADS),
                () -> lab.download(theirs, bytes, DOWNLOADS));
        for (Figure figure : List.of(Figure.HOT_WALL, Figure.FIRST_WALL, Figure.HOT_CPU)) {
            report.line(what + " of " + (bytes >> 20) + " MB", against, figure, duel);
        }
    }
}
