package io.github.analytics4j.export;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.Arguments;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** Loads one large log in a process of its own, in turn as a bare walk and into a sink. Arguments: base URL, key, agent, sink, place. */
final class LargeLoad {
    private LargeLoad() {}

    public static void main(String[] args) {
        try (ApiSession session = Nights.session(args[0], args[1])) {
            long begun = System.nanoTime();
            long rows = 0;
            var pages = session.rows(Nights.calls(), Arguments.NONE.with("model_id", args[2]))
                    .prefetch(4)
                    .pages()
                    .iterator();
            while (pages.hasNext()) {
                rows += pages.next().items().size();
            }
            say("walk", rows, begun);
            begun = System.nanoTime();
            SyncReport report = Sync.of(SyncTable.of(session, Nights.calls()).each("model_id", args[2]))
                    .into(Place.valueOf(args[3]).at(args[4]).sink)
                    .run();
            var partition = report.tables().get(0).partition(args[2]);
            say("sync", partition.added(), begun);
            System.out.println(report.toJson());
            System.out.println("exit " + report.exitCode() + ", " + partition.requests() + " requests, heap of "
                    + (mostHeap() >> 20) + " MB, "
                    + Path.of(args[4]).getFileName());
        }
    }

    /** The heap as it was asked for: a collector that moves survivors tells less than that. */
    private static long mostHeap() {
        return Long.parseLong(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("MaxHeapSize")
                .getValue());
    }

    private static void say(String what, long rows, long begun) {
        long millis = Math.max(1, (System.nanoTime() - begun) / 1_000_000);
        System.out.printf("%s|%d rows|%d ms|%d rows a second%n", what, rows, millis, rows * 1000 / millis);
    }
}
