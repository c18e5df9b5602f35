package io.github.analytics4j.cli;

/** Prints a text that was asked for, such as help, on stdout. */
final class Texts {
    private Texts() {}

    static int print(Surroundings surroundings, String text) {
        try (Output out = Output.stdout(surroundings)) {
            RowWriter.write(out, text.isEmpty() || text.endsWith("\n") ? text : text + "\n");
            out.complete();
        }
        return ExitCode.DONE;
    }
}
