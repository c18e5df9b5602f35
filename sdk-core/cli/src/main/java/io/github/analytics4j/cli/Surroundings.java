package io.github.analytics4j.cli;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The world around one run of the command: streams, environment, home directory, terminal. Immutable. */
public final class Surroundings {
    private static final char UNREADABLE = '\uFFFD';

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final Path home;
    private final Terminal terminal;
    private final Duration progressEvery;
    private final Interrupt interrupt;

    private Surroundings(Builder builder) {
        this.in = builder.in;
        this.out = builder.out;
        this.err = builder.err;
        this.environment = Map.copyOf(builder.environment);
        this.home = builder.home;
        this.terminal = builder.terminal;
        this.progressEvery = builder.progressEvery;
        this.interrupt = builder.interrupt;
    }

    /** The process's own. */
    static Surroundings ofProcess() {
        Map<String, String> environment = System.getenv();
        return builder()
                .in(new StandardInput())
                .out(new FileOutputStream(FileDescriptor.out))
                .err(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8))
                .environment(environment)
                .home(home(environment))
                .terminal(Terminal.ofProcess(environment))
                .interrupt(Interrupt.ofProcess())
                .build();
    }

    /**
     * Names what Java could not read in the charset of the locale. It put marks in the place of characters, with which a search finds
     * nothing and no file is there; cron's locale knows ASCII alone.
     *
     * @param charset the one of words and file names
     */
    static Optional<String> unreadable(List<String> words, Map<String, String> environment, String charset) {
        String home = environment.getOrDefault("HOME", "");
        boolean ofWords = words.stream().anyMatch(word -> word.indexOf(UNREADABLE) >= 0);
        if (charset.equalsIgnoreCase("UTF-8") || (!ofWords && home.indexOf(UNREADABLE) < 0)) {
            return Optional.empty();
        }
        return Optional.of(
                (ofWords ? "a word of the command" : "HOME") + " has characters that Java cannot read in this locale ("
                        + charset + "): set LC_ALL=C.UTF-8 in the environment");
    }

    /** The directory that a shell takes {@code ~} for; Java by itself takes the one that the system has for the user. */
    private static Path home(Map<String, String> environment) {
        String told = environment.getOrDefault("HOME", "");
        return Path.of(told.isBlank() ? System.getProperty("user.home", ".") : told);
    }

    /** {@return a builder of a world without a terminal and with an empty environment} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return what is typed, or comes through a pipe} */
    public InputStream in() {
        return in;
    }

    /** {@return where data goes, and nothing else; not buffered} */
    public OutputStream out() {
        return out;
    }

    /** {@return where everything goes that is said to the user} */
    public PrintStream err() {
        return err;
    }

    /** Prints a text that was asked for, such as help, on stdout; returns {@link ExitCode#DONE}. */
    int print(String text) {
        try (Output output = Output.stdout(this)) {
            RowWriter.write(output, text.isEmpty() || text.endsWith("\n") ? text : text + "\n");
            output.complete();
        }
        return ExitCode.DONE;
    }

    /** Tells the user something, on one line of stderr. */
    void tell(String words) {
        err.println("analytics4j: " + Words.line(words));
    }

    /** {@return the environment variables} */
    public Map<String, String> environment() {
        return environment;
    }

    /** {@return the user's home directory} */
    public Path home() {
        return home;
    }

    /**
     * The command's own folder for files of one kind.
     *
     * @param variable of the environment, which names the folder for all programs, as {@code XDG_CONFIG_HOME} does
     * @param usual where that is below the home directory unless told
     */
    Path folder(String variable, String usual) {
        String told = environment.getOrDefault(variable, "");
        return (told.isBlank() ? home.resolve(usual) : Path.of(told)).resolve("analytics4j");
    }

    /** {@return whether the two streams are read by a person, and how wide their terminal is} */
    public Terminal terminal() {
        return terminal;
    }

    /** How long it takes from one line about a walk to the next, where no bar is drawn. */
    Duration progressEvery() {
        return progressEvery;
    }

    /** {@return what ends the work at hand when a signal comes} */
    public Interrupt interrupt() {
        return interrupt;
    }

    /**
     * The standard input of the process. The buffer is there for Java 17, whose {@link FileInputStream} asks for its place before it reads
     * all that is left, which a pipe has not.
     */
    static final class StandardInput extends BufferedInputStream {
        StandardInput() {
            super(new FileInputStream(FileDescriptor.in));
        }
    }

    /** Collects the parts. */
    public static final class Builder {
        private InputStream in = InputStream.nullInputStream();
        private OutputStream out = OutputStream.nullOutputStream();
        private PrintStream err = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        private Map<String, String> environment = Map.of();
        private Path home = Path.of("");
        private Terminal terminal = Terminal.NONE;
        private Duration progressEvery = Duration.ofSeconds(10);
        private Interrupt interrupt = new Interrupt();

        private Builder() {}

        /**
         * Sets where input comes from.
         *
         * @param in empty unless set
         * @return this builder
         */
        public Builder in(InputStream in) {
            this.in = Objects.requireNonNull(in, "in");
            return this;
        }

        /**
         * Sets where data goes.
         *
         * @param out written without a buffer
         * @return this builder
         */
        public Builder out(OutputStream out) {
            this.out = Objects.requireNonNull(out, "out");
            return this;
        }

        /**
         * Sets where messages go.
         *
         * @param err for messages and progress
         * @return this builder
         */
        public Builder err(PrintStream err) {
            this.err = Objects.requireNonNull(err, "err");
            return this;
        }

        /**
         * Sets the environment variables.
         *
         * @param environment empty unless set
         * @return this builder
         */
        public Builder environment(Map<String, String> environment) {
            this.environment = Objects.requireNonNull(environment, "environment");
            return this;
        }

        /**
         * Sets the home directory.
         *
         * @param home where the settings file is looked for
         * @return this builder
         */
        public Builder home(Path home) {
            this.home = Objects.requireNonNull(home, "home");
            return this;
        }

        /**
         * Sets what is read by a person.
         *
         * @param terminal nothing unless set
         * @return this builder
         */
        public Builder terminal(Terminal terminal) {
            this.terminal = Objects.requireNonNull(terminal, "terminal");
            return this;
        }

        Builder progressEvery(Duration every) {
            this.progressEvery = Objects.requireNonNull(every, "every");
            return this;
        }

        Builder interrupt(Interrupt interrupt) {
            this.interrupt = Objects.requireNonNull(interrupt, "interrupt");
            return this;
        }

        /** {@return the surroundings} */
        public Surroundings build() {
            return new Surroundings(this);
        }
    }
}
