package io.github.analytics4j.benchmarks.clients;

import java.net.URI;

/**
 * The process that is measured: reads a list some times with one reader and prints a line a pass. Arguments: the reader's class
 * name, the list, how many passes; no pass at all is a cold start, which ends with the first page.
 */
public final class ReaderProcess {
    private ReaderProcess() {}

    /** The first thing this class does is to look at the clock: a cold start is counted from there. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
        long started = System.nanoTime();
        URI list = URI.create(args[1]);
        int passes = Integer.parseInt(args[2]);
        try (Reader reader = Class.forName(args[0])
                .asSubclass(Reader.class)
                .getDeclaredConstructor()
                .newInstance()) {
            if (passes == 0) {
                Totals first = reader.read(list, Reader.PAGE);
                System.out.println("cold " + (System.nanoTime() - started) + " 0 0 " + first);
            }
            for (int pass = 1; pass <= passes; pass++) {
                System.out.println(pass(reader, list));
            }
        }
        System.out.println("resident " + Meter.peakResidentKilobytes());
    }

    private static String pass(Reader reader, URI list) throws Exception {
        long allocated = Meter.allocatedBytes();
        long cpu = Meter.cpuNanos();
        long wall = System.nanoTime();
        Totals totals = reader.read(list, Reader.ALL);
        wall = System.nanoTime() - wall;
        cpu = Meter.cpuNanos() - cpu;
        allocated = Meter.allocatedBytes() - allocated;
        return "pass " + wall + " " + cpu + " " + allocated + " " + totals;
    }
}
