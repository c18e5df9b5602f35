package io.github.analytics4j.export;

import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.child.ChildJvm;
import io.github.analytics4j.testkit.ManualClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A run in a process of its own that ends as by {@code kill -9} at the given point. Arguments: sink, place, base URL, key, time, point, agents. */
final class CrashChild {
    static final int KILLED = 137;

    /** A point that no run gets to. */
    static final int NEVER = Integer.MAX_VALUE;

    private CrashChild() {}

    /** The JVM of all kills of a class, prepared by the first one with a run that is not killed. */
    static final class Jvm {
        private @Nullable ChildJvm prepared;

        synchronized ChildJvm get(Path folder, List<String> options, BiFunction<Place, String, String[]> whole)
                throws Exception {
            ChildJvm made = prepared;
            if (made == null) {
                Place most = Place.PARQUET; // has DuckDB and files
                String[] arguments = whole.apply(most, most.address(folder.resolve("whole")));
                made = ChildJvm.prepared(folder.resolve("jvm"), options, CrashChild.class, arguments);
                prepared = made;
            }
            return made;
        }
    }

    public static void main(String[] args) {
        int haltAt = Integer.parseInt(args[5]);
        int[] passed = new int[1];
        String[] agents = Arrays.copyOfRange(args, 6, args.length);
        try (ApiSession session = Nights.session(args[2], args[3])) {
            SyncReport report = Sync.of(SyncTable.of(session, Nights.calls()).each("model_id", agents))
                    .into(Place.valueOf(args[0]).at(args[1]).sink)
                    .clock(new ManualClock(Instant.parse(args[4])))
                    .with(CrashTest.OPTIONS)
                    .steps((step, place) -> {
                        if (passed[0]++ == haltAt) {
                            Runtime.getRuntime().halt(KILLED);
                        }
                    })
                    .run();
            System.out.println(report.toJson());
        }
    }
}
