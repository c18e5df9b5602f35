package io.github.analytics4j.cli;

import java.nio.file.Path;
import java.util.List;

/** Runs the statements of one query, all into the same output. */
final class SqlRun {
    private final Surroundings surroundings;
    private final CommandLineOptions options;

    SqlRun(Surroundings surroundings, CommandLineOptions options) {
        this.surroundings = surroundings;
        this.options = options;
    }

    int run(Accounts accounts, String query) {
        List<String> statements = SqlScript.of(query).statements();
        if (statements.isEmpty()) {
            throw CommandException.wrong("the query is empty");
        }
        Path file = options.out();
        Format format = Format.of(options, file, surroundings.terminal().out());
        try (Output out = file == null ? Output.stdout(surroundings) : Output.file(file);
                SqlSession session = SqlSession.open(options, accounts)) {
            surroundings.interrupt().cancelWith(session::end);
            boolean terminal = file == null && surroundings.terminal().out();
            SqlOutput output = new SqlOutput(
                    surroundings,
                    options,
                    out,
                    format,
                    terminal ? surroundings.terminal().width() : 0);
            for (String each : statements) {
                run(session, each, format, output);
            }
            if (file != null && !output.any()) {
                throw CommandException.wrong(
                        OptionNames.OUT + " " + file + " was not written: no statement brought rows");
            }
            out.complete();
            return told(surroundings, session);
        } finally {
            surroundings.interrupt().cancelWith(null);
        }
    }

    private void run(SqlSession session, String statement, Format format, SqlOutput output) {
        if (surroundings.interrupt().happened()) {
            throw new CommandException(ExitCode.INTERRUPTED, "interrupted");
        }
        String text = format == Format.TABLE ? session.catalog().text(statement, surroundings.terminal()) : null;
        if (text == null) {
            session.run(session.catalog().rows(statement), output);
        } else {
            output.text(text);
        }
    }

    /** Says which walks are not proven complete, and returns the exit code that belongs to it. */
    static int told(Surroundings surroundings, SqlSession session) {
        List<String> unproven = session.unproven();
        unproven.forEach(each -> surroundings.tell("not proven complete: " + each));
        return unproven.isEmpty() ? ExitCode.DONE : ExitCode.NOT_PROVEN;
    }
}
