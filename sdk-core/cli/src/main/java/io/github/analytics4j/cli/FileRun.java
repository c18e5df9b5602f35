package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiOperation;
import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.download.DownloadedFile;
import io.github.analytics4j.error.DownloadException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Fetches a file of the vendor's. */
final class FileRun {
    private final Surroundings surroundings;
    private final CommandLineOptions options;
    private final ApiOperation operation;
    private final Path out;

    FileRun(Surroundings surroundings, CommandLineOptions options, ApiOperation operation) {
        this.surroundings = surroundings;
        this.options = options;
        this.operation = operation;
        Path file = options.path(OptionNames.OUT);
        if (file == null) {
            throw CommandException.wrong(OptionNames.OUT + " FILE is missing: the name the file is to have");
        }
        this.out = file;
    }

    int run(Supplier<ApiSession> open, Arguments arguments) {
        try (ApiSession session = open.get()) {
            surroundings.interrupt().cancelThread();
            DownloadedFile saved = session.download(operation, arguments)
                    .saveTo(out, download -> download.overwrite(options.flag(OptionNames.OVERWRITE)));
            tell(surroundings, options, out, saved);
            return ExitCode.DONE;
        } catch (DownloadException e) {
            if (e.reason() == DownloadException.Reason.FILE_EXISTS) {
                throw new CommandException(
                        ExitCode.FAILED,
                        out + " is there already: choose another name, or " + OptionNames.OVERWRITE + " to replace it",
                        e);
            }
            throw e;
        } finally {
            surroundings.interrupt().cancelWith(null);
        }
    }

    static void tell(Surroundings surroundings, CommandLineOptions options, Path file, DownloadedFile saved) {
        if (!options.flag(OptionNames.QUIET)) {
            surroundings.err().println("analytics4j: " + file + " is complete: " + Words.count(saved.bytes(), "byte"));
            saved.doubts().forEach(doubt -> surroundings.err().println("analytics4j: " + Words.line(doubt)));
        }
    }
}
