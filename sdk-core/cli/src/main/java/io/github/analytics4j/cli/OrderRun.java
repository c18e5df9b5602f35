package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiOperation;
import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.ApiSession.FileOrder;
import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.download.DownloadOptions;
import io.github.analytics4j.download.DownloadedFile;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.NoResponseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Orders a file, waits for it and fetches it; with a ticket it goes on where a run that was killed stopped. */
final class OrderRun {
    private static final Duration USUAL_WAIT = Duration.ofMinutes(5);

    /** The parameter of an order that says what its file is. */
    private static final String FORMAT = "format";

    private final Surroundings surroundings;
    private final CommandLineOptions options;
    private final ApiOperation operation;
    private final @Nullable Path out;
    private final @Nullable Path ticketFile;
    private final boolean again;
    private final Duration deadline;

    OrderRun(Surroundings surroundings, CommandLineOptions options, ApiOperation operation) {
        this.surroundings = surroundings;
        this.options = options;
        this.operation = operation;
        this.out = options.path(OptionNames.OUT);
        this.ticketFile = options.path(OptionNames.TICKET);
        this.again = options.flag(OptionNames.AGAIN);
        String time = options.text(OptionNames.DEADLINE);
        this.deadline = time == null ? USUAL_WAIT : Words.duration(OptionNames.DEADLINE, time);
        boolean wait = options.flag(OptionNames.WAIT);
        if (wait != (out != null)) {
            throw CommandException.wrong(
                    wait
                            ? OptionNames.WAIT + " needs " + OptionNames.OUT + " FILE, the name the file is to have"
                            : OptionNames.OUT + " needs " + OptionNames.WAIT + ": an order alone gives no file");
        }
    }

    @SuppressWarnings("try") // the lock is held, not used
    int run(Supplier<ApiSession> open, Arguments arguments) {
        checkEnding(arguments);
        if (ticketFile == null) {
            return run(open, arguments, null);
        }
        try (RunLock lock = RunLock.of(OptionNames.TICKET, ticketFile)) {
            Ticket ticket = again ? null : Ticket.load(ticketFile);
            if (ticket != null) {
                ticket.check(operation, arguments);
            }
            return run(open, arguments, ticket);
        }
    }

    /** A file whose name ends as that of another format would be taken for one. */
    private void checkEnding(Arguments arguments) {
        String ending = out == null ? "" : Format.ending(out);
        for (Parameter each : operation.parameters()) {
            Object format = each.name().equals(FORMAT) ? arguments.values().get(FORMAT) : null;
            boolean known =
                    each.choices().stream().anyMatch(choice -> choice.value().equals(format));
            if (out != null && known && !ending.isEmpty() && !ending.equals(format)) {
                String name = String.valueOf(out.getFileName());
                throw CommandException.wrong(
                        OptionNames.OUT + " " + out + " has not the ending of a report in " + format
                                + ": call it " + name.substring(0, name.length() - ending.length()) + format
                                + ", or order another " + OptionNames.FORMAT);
            }
        }
    }

    private int run(Supplier<ApiSession> open, Arguments arguments, @Nullable Ticket known) {
        if (out != null && isDone(out, known)) {
            say(out + " is there already, so nothing was ordered; " + OptionNames.AGAIN + " orders it anew");
            return ExitCode.DONE;
        }
        try (ApiSession session = open.get()) {
            surroundings.interrupt().hold(); // an order that was sent and not noted would be sent again
            Ticket ticket = known;
            FileOrder order = known == null ? null : resumed(session, known);
            if (order == null) {
                ticket = ticketFile == null
                        ? null
                        : Ticket.begin(ticketFile, operation, arguments, session.toString(), again);
                order = ordered(session, arguments, ticket);
            }
            if (out != null && ticket != null) {
                ticket.goesTo(out);
            }
            surroundings.interrupt().cancelThread();
            return out == null ? told(order) : fetched(order, out, ticket);
        } finally {
            surroundings.interrupt().cancelWith(null);
        }
    }

    /**
     * Whether the file is there, and nothing says that it is of another order than this one: it is then not ordered again. Refuses
     * what could not be saved there, before an order is sent.
     */
    private boolean isDone(Path file, @Nullable Ticket known) {
        OutputFile place = OutputFile.at(file);
        place.checkPlain();
        boolean replaces = replaces(known);
        if (!replaces && Files.isRegularFile(file) && (known == null || known.isOf(file))) {
            if (known != null) {
                known.saved();
            }
            return true;
        }
        place.checkWritable();
        try {
            DownloadOptions.builder().overwrite(replaces).build().checkTarget(file);
        } catch (DownloadException e) {
            throw FileRun.refused(
                    e,
                    file,
                    replaces,
                    "is there already, and " + OptionNames.TICKET + " " + ticketFile
                            + " does not say that it is of this order: remove it, or choose another name");
        }
        return false;
    }

    private boolean replaces(@Nullable Ticket ticket) {
        return again || (ticket != null && ticket.isToReplace());
    }

    private FileOrder resumed(ApiSession session, Ticket ticket) {
        if (ticket.state() == Ticket.State.ORDERING) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "an earlier run with " + OptionNames.TICKET + " " + ticketFile
                            + " ended while its order was sent, so that"
                            + " the file may be ordered or not: look at the vendor's, or use " + OptionNames.AGAIN
                            + " to order anew");
        }
        ticket.checkAddress(session.toString());
        FileOrder order = session.resume(operation, ticket.handle());
        say("goes on with " + order.id() + ", ordered by an earlier run");
        return order;
    }

    private FileOrder ordered(ApiSession session, Arguments arguments, @Nullable Ticket ticket) {
        FileOrder order;
        try {
            order = session.order(operation, arguments);
        } catch (RuntimeException e) {
            if (ticket != null && certainlyNotCarriedOut(e)) {
                ticket.forget();
            }
            throw e;
        }
        if (ticket != null) {
            noted(order, ticket);
        }
        say("ordered " + order.id());
        return order;
    }

    private static void noted(FileOrder order, Ticket ticket) {
        try {
            ticket.ordered(order.ticket());
        } catch (CommandException e) {
            throw new CommandException(
                    ExitCode.FAILED,
                    e.getMessage() + "; " + order.id() + " is ordered: fetch that by its id, without another order",
                    e);
        }
    }

    private static boolean certainlyNotCarriedOut(RuntimeException failure) {
        if (failure instanceof ApiException refusal) {
            return refusal.status() >= 300 && refusal.status() < 500;
        }
        return failure instanceof InvalidRequestException
                || (failure instanceof NoResponseException lost && !lost.mayHaveBeenCarriedOut());
    }

    private int told(FileOrder order) {
        StringBuilder json = new StringBuilder("{\"id\":");
        Cells.quote(json, order.id());
        json.append(",\"ticket\":");
        Cells.quote(json, order.ticket());
        return surroundings.print(json.append('}').toString());
    }

    private int fetched(FileOrder order, Path file, @Nullable Ticket ticket) {
        FileOrder made;
        try {
            made = order.await(deadline);
        } catch (DeadlineExceededException e) {
            throw new CommandException(
                    ExitCode.FAILED,
                    e.getMessage() + "; give it more time with " + OptionNames.DEADLINE
                            + (ticket == null ? "" : ", or run again later with the same " + OptionNames.TICKET),
                    e);
        }
        DownloadedFile saved = saved(made, file, ticket);
        if (ticket != null) {
            ticket.saved();
        }
        FileRun.tell(surroundings, options, file, saved);
        return ExitCode.DONE;
    }

    private DownloadedFile saved(FileOrder made, Path file, @Nullable Ticket ticket) {
        boolean replaces = replaces(ticket);
        try {
            return made.saveTo(file, download -> download.overwrite(replaces));
        } catch (DownloadException e) {
            if (ticket != null && e.reason() == DownloadException.Reason.FILE_EXISTS) {
                ticket.goesTo(null); // what is there is of another
            }
            throw FileRun.refused(
                    e,
                    file,
                    replaces,
                    "came to be there meanwhile, and is kept: to have " + made.id() + " there, remove it and "
                            + (ticket == null
                                    ? "fetch that by its id, without another order"
                                    : "run again with the same " + OptionNames.TICKET));
        }
    }

    private void say(String words) {
        if (!options.flag(OptionNames.QUIET)) {
            surroundings.tell(words);
        }
    }
}
