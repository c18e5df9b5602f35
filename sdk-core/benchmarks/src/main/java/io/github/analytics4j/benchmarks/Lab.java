package io.github.analytics4j.benchmarks;

import io.github.analytics4j.benchmarks.clients.ReaderProcess;
import io.github.analytics4j.benchmarks.clients.Totals;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Holds the tools of every scenario: the server, the class paths, how much to measure. */
record Lab(Settings settings, ServerProcess server, ClassPaths classPaths) {
    /** The heap of every process that is measured. */
    private static final String HEAP = "-Xmx1g";

    /** A fresh process of a peer that reads a list as often as said; no pass at all is a cold start of one page. */
    Sample read(Peer peer, String reader, URI list, long calls, int passes, String... flags) throws IOException {
        Totals expected = peer == Peer.FLOOR ? Totals.counted(calls) : Totals.expected(calls);
        return launch(classPaths.launch(peer), reader, list, passes, expected, flags);
    }

    /** A fresh process that fetches a file as often as said. */
    Sample download(Class<?> reader, long bytes, int passes) throws IOException {
        return launch(classPaths.all(), reader.getName(), server.file(bytes), passes, Totals.file(bytes));
    }

    private Sample launch(String classPath, String reader, URI list, int passes, Totals expected, String... more)
            throws IOException {
        List<String> flags = new ArrayList<>(List.of(HEAP));
        flags.addAll(List.of(more)); // of two that say the same, the last one counts
        if ("https".equals(list.getScheme())) {
            flags.add("-Djavax.net.ssl.trustStore=" + server.trustStore());
        }
        List<String> lines = Fork.java(
                flags, classPath, ReaderProcess.class.getName(), reader, list.toString(), Integer.toString(passes));
        return Sample.parse(lines, expected.toString());
    }
}
