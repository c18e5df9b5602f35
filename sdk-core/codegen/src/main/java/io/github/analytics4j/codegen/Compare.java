package io.github.analytics4j.codegen;

import io.github.analytics4j.codegen.vendor.VendorReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Compares what a vendor publishes with our spec of it, so that an update by the vendor is a list to review. */
public final class Compare {

    private static final int UNREADABLE = 2;

    /** The text that the build hands over for a property that was not given. */
    private static final String LEFT_OUT = "?";

    private Compare() {}

    /**
     * Takes the folder of the checkout, the API such as {@code synthflow}, and the vendor's files, separated by commas. The exit
     * code is 0 where nothing differs but what is known, 1 where something does, 2 where something cannot be read.
     */
    public static void main(String[] arguments) {
        int exitCode = run(List.of(arguments), System.out, System.err);
        System.out.flush();
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Does what {@link #main} does; returns the exit code. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        String apis = String.join(", ", Modules.ALL).replace("sdk-", "");
        if (arguments.size() != 3 || arguments.stream().anyMatch(each -> each.isBlank() || each.equals(LEFT_OUT))) {
            err.println("expected -Dapi=, one of " + apis + ", and -Dcompare=, the vendor's files separated by commas");
            return UNREADABLE;
        }
        String module = arguments.get(1).startsWith("sdk-") ? arguments.get(1) : "sdk-" + arguments.get(1);
        if (!Modules.ALL.contains(module)) {
            err.println("unknown API " + arguments.get(1) + "; known are " + apis);
            return UNREADABLE;
        }
        List<Path> files = Arrays.stream(arguments.get(2).split(","))
                .filter(name -> !name.isBlank())
                .map(name -> Path.of(name.strip()))
                .toList();
        try {
            VendorReport report = VendorReport.compare(
                    Path.of(arguments.get(0)).resolve(module).resolve("src/spec"), files);
            out.print(report.text());
            if (!report.mistakes().isEmpty()) {
                err.println("cannot be read:\n" + report.mistakes());
            }
            return report.exitCode();
        } catch (IOException e) {
            err.println("our spec cannot be read: " + e.getMessage());
            return UNREADABLE;
        }
    }
}
