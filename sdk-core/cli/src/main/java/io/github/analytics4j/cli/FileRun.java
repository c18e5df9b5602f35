package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiOperation;
import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.download.DownloadedFile;
import io.github.analytics4j.error.DownloadException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
        OutputFile.at(out).checkPlain();
        boolean replaces = options.flag(OptionNames.OVERWRITE);
        try (ApiSession session = open.get()) {
            surroundings.interrupt().cancelThread();
            DownloadedFile saved =
                    session.download(operation, arguments).saveTo(out, download -> download.overwrite(replaces));
            tell(surroundings, options, out, saved);
            return ExitCode.DONE;
        } catch (DownloadException e) {
            throw refused(
                    e,
                    out,
                    replaces,
                    "is there already: choose another name, or " + OptionNames.OVERWRITE + " to replace it");
        } finally {
            surroundings.interrupt().cancelWith(null);
        }
    }

    /**
     * The failure in the command's words where a file is there that was not to be replaced; as it is where something else is in
     * the way, which no option replaces.
     */
    static RuntimeException refused(DownloadException failure, Path file, boolean replaces, String words) {
        boolean exists = failure.reason() == DownloadException.Reason.FILE_EXISTS
                && !replaces
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        return exists ? new CommandException(ExitCode.FAILED, file + " " + words, failure) : failure;
    }

    static void tell(Surroundings surroundings, CommandLineOptions options, Path file, DownloadedFile saved) {
        if (!options.flag(OptionNames.QUIET)) {
            String size = Words.count(saved.bytes(), "byte");
            surroundings.tell(file + " is complete: " + size);
            saved.doubts().forEach(doubt -> surroundings.tell(doubt));
        }
    }
}
