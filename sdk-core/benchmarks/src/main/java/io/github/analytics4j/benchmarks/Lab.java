package io.github.analytics4j.benchmarks;

import io.github.analytics4j.benchmarks.clients.ReaderProcess;
import io.github.analytics4j.benchmarks.clients.Totals;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** What every scenario works with: the server, the class paths, how much to measure. */
record Lab(Settings settings, ServerProcess server, ClassPaths classPaths) {
    /** The heap of every process that is measured. */
    private static final String HEAP = "-Xmx1g";

    /** A fresh process of a peer that reads a list as often as said; no pass at all is a cold start of one page. */
    Sample read(Peer peer, String reader, URI list, long calls, int passes, String... flags) throws IOException {
        List<String> lines = Fork.java(
                flags.length == 0 ? List.of(HEAP) : List.of(flags),
                classPaths.launch(peer),
                ReaderProcess.class.getName(),
                reader,
                list.toString(),
                Long.toString(calls),
                Integer.toString(passes));
        return Sample.parse(lines, expected(peer, calls));
    }

    private static String expected(Peer peer, long calls) {
        return peer == Peer.FLOOR
                ? calls + " calls, 0 s, 0 characters"
                : Totals.expected(calls).toString();
    }
}
