package io.github.analytics4j.benchmarks.clients;

import java.net.URI;

/**
 * The process that is measured: reads a list some times with one reader and prints a line a pass. Arguments: the reader's class
 * name, the list, how many passes; no pass at all is a cold start, which ends with the first page. The first pass pays for the
 * client that it needs, wherever its reader makes it.
 */
public final class ReaderProcess {
    private ReaderProcess() {}

    /** The first thing this class does is to look at the clock: a cold start is counted from there. */
    public static void main(String[] args) throws Exception {
        long started = System.nanoTime();
        URI list = URI.create(args[1]);
        int passes = Integer.parseInt(args[2]);
        if (passes == 0) {
            cold(args[0], list, started);
        } else {
            read(args[0], list, passes);
        }
    }

    @SuppressWarnings("SystemOut")
    private static void cold(String name, URI list, long started) throws Exception {
        try (Reader reader = reader(name)) {
            Totals first = reader.read(list, Reader.PAGE);
            System.out.println("cold " + (System.nanoTime() - started) + " 0 0 " + first);
        }
        System.out.println("resident " + Meter.peakResidentKilobytes());
    }

    @SuppressWarnings("SystemOut")
    private static void read(String name, URI list, int passes) throws Exception {
        Mark before = Mark.now();
        try (Reader reader = reader(name)) {
            for (int pass = 1; pass <= passes; pass++) {
                Totals totals = reader.read(list, Reader.ALL);
                System.out.println("pass " + Mark.now().since(before) + " " + totals);
                before = Mark.now();
            }
        }
        System.out.println("resident " + Meter.peakResidentKilobytes());
    }

    private static Reader reader(String name) throws ReflectiveOperationException {
        return Class.forName(name)
                .asSubclass(Reader.class)
                .getDeclaredConstructor()
                .newInstance();
    }

    /** Holds what the process has used so far. */
    private record Mark(long wall, long cpu, long allocated) {
        static Mark now() {
            return new Mark(System.nanoTime(), Meter.cpuNanos(), Meter.allocatedBytes());
        }

        String since(Mark before) {
            return (wall - before.wall) + " " + (cpu - before.cpu) + " " + (allocated - before.allocated);
        }
    }
}
