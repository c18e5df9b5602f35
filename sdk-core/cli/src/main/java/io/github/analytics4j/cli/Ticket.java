package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiOperation;
import io.github.analytics4j.catalog.Arguments;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The file that keeps an order between runs: what was ordered, where, and how far it is. It is written before the order is
 * sent, so that a run that was killed in between does not lead to a second order.
 */
final class Ticket {
    /** How far an order is. */
    enum State {
        /** It is being sent, or was when the process ended: it may or may not have been carried out. */
        ORDERING,
        /** The vendor has it. */
        ORDERED,
        /** Its file was saved. */
        SAVED
    }

    private static final String HEAD = "analytics4j-order";
    private static final String ARGUMENT = "argument.";
    private static final String REPLACES = "replaces";
    private static final String FILE = "file";

    private final Path file;
    private final Map<String, String> facts;

    private Ticket(Path file, Map<String, String> facts) {
        this.file = file;
        this.facts = facts;
    }

    /**
     * A ticket of an order that is about to be sent.
     *
     * @param again whether its file is to replace one that is there
     */
    static Ticket begin(Path file, ApiOperation operation, Arguments arguments, String address, boolean again) {
        Map<String, String> facts = new TreeMap<>(of(operation, arguments));
        facts.put("address", address);
        facts.put(REPLACES, String.valueOf(again));
        Ticket ticket = new Ticket(file, facts);
        ticket.save(State.ORDERING);
        return ticket;
    }

    /** The ticket in a file; null if there is none. */
    static @Nullable Ticket load(Path file) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.isEmpty() || !lines.get(0).startsWith(HEAD)) {
                throw CommandException.wrong(file + " is no ticket of this command: give " + OptionNames.TICKET
                        + " the name of another file, or remove this one");
            }
            Map<String, String> facts = new TreeMap<>();
            for (String line : lines.subList(1, lines.size())) {
                int blank = line.indexOf(' ');
                if (blank > 0) {
                    facts.put(line.substring(0, blank), line.substring(blank + 1));
                }
            }
            return new Ticket(file, facts);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static CommandException unusable(Path file, IOException failure) {
        return new CommandException(
                ExitCode.FAILED, "the ticket " + file + " cannot be used: " + OutputFile.why(failure), failure);
    }

    private static Map<String, String> of(ApiOperation operation, Arguments arguments) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("operation", operation.id());
        arguments.values().forEach((name, value) -> facts.put(ARGUMENT + name, Words.line(value.toString())));
        return facts;
    }

    /** Refuses to go on with an order of something else. */
    void check(ApiOperation operation, Arguments arguments) {
        Map<String, String> asked = of(operation, arguments);
        TreeSet<String> names = new TreeSet<>(asked.keySet());
        facts.keySet().stream().filter(name -> name.startsWith(ARGUMENT)).forEach(names::add);
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            if (!Objects.equals(asked.get(name), facts.get(name))) {
                differences.add(name.replace(ARGUMENT, "") + " was " + facts.get(name) + " and is " + asked.get(name));
            }
        }
        if (!differences.isEmpty()) {
            throw CommandException.wrong("the ticket " + file + " is of another order: "
                    + String.join(", ", differences).replace("null", "not set") + "; use another ticket, or "
                    + OptionNames.AGAIN + " to order this anew");
        }
    }

    /** Refuses to ask another address than the one it was ordered at. */
    void checkAddress(String address) {
        String was = facts.getOrDefault("address", "");
        if (!was.equals(address)) {
            throw CommandException.wrong(
                    "the ticket " + file + " is of an order at " + was + ", and this run would ask " + address
                            + ": set that address, or use " + OptionNames.AGAIN + " to order anew");
        }
    }

    /** Whether a file that is there is an older one, which the file of this order is still to replace. */
    boolean isToReplace() {
        return state() != State.SAVED && "true".equals(facts.get(REPLACES));
    }

    State state() {
        String text = facts.getOrDefault("state", "");
        for (State state : State.values()) {
            if (state.name().equals(text)) {
                return state;
            }
        }
        return State.ORDERING; // the careful reading of a file that somebody changed
    }

    /** Returns the ticket by which the order is picked up. */
    String handle() {
        return facts.getOrDefault("ticket", "");
    }

    /** The vendor has the order. */
    void ordered(String handle) {
        facts.put("ticket", handle);
        save(State.ORDERED, Ticket::replaceOrOverwrite);
    }

    /** The file is there. */
    void saved() {
        save(State.SAVED);
    }

    /** Notes where the file will be, before it is there; or, with null, that what is there is none of this order. */
    void goesTo(@Nullable Path out) {
        if (out == null) {
            facts.remove(FILE);
        } else {
            facts.put(FILE, place(out));
        }
        save(state());
    }

    /** Whether a file that is there is of this order: an earlier run found the place free, and fetched the file to it. */
    boolean isOf(Path out) {
        return state() != State.ORDERING && place(out).equals(facts.get(FILE));
    }

    /** A file as seen from the ticket's folder, so that both may move. */
    private String place(Path out) {
        try {
            Path folder = OutputFile.realFolder(file).relativize(OutputFile.realFolder(out));
            return Words.line(folder.resolve(String.valueOf(out.getFileName())).toString());
        } catch (IOException | IllegalArgumentException e) { // of another disk, where a system has names for them
            return Words.line(out.toAbsolutePath().toString());
        }
    }

    /** The order was certainly not carried out. */
    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private void save(State state) {
        save(state, Ticket::replace);
    }

    private void save(State state, Writing writing) {
        facts.put("state", state.name());
        StringBuilder text = new StringBuilder(HEAD).append(" 1\n");
        facts.forEach(
                (name, value) -> text.append(name).append(' ').append(value).append('\n'));
        try {
            writing.write(
                    OutputFile.followed(file.toAbsolutePath()), text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** Puts a text into the place of the one that is there. */
    private interface Writing {
        void write(Path file, byte[] text) throws IOException;
    }

    /** Writes over the text that is there where the disk has no room for another file: nobody else knows what it says. */
    private static void replaceOrOverwrite(Path file, byte[] text) throws IOException {
        try {
            replace(file, text);
        } catch (IOException e) {
            overwrite(file, text);
        }
    }

    /** Needs no room as long as the text ends in the block that the file has. */
    private static void overwrite(Path file, byte[] text) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.truncate(text.length);
            out.force(true);
        }
    }

    private static void replace(Path file, byte[] text) throws IOException {
        Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
        try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
            out.write(text);
            out.getFD().sync();
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
