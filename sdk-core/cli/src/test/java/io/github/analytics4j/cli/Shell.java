package io.github.analytics4j.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the command inside the test, with streams and an environment of its own. */
final class Shell {
    private final Map<String, String> environment = new HashMap<>();
    private Path home = Path.of("/nowhere");
    private Terminal terminal = Terminal.NONE;
    private Duration progressEvery = Duration.ofHours(1);
    private Interrupt interrupt = new Interrupt();
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = new ByteArrayOutputStream();

    /** What one run said. */
    record Result(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    Shell with(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Shell home(Path home) {
        this.home = home;
        return this;
    }

    Shell terminal(Terminal terminal) {
        this.terminal = terminal;
        return this;
    }

    Shell progressEvery(Duration every) {
        this.progressEvery = every;
        return this;
    }

    Shell interrupt(Interrupt interrupt) {
        this.interrupt = interrupt;
        return this;
    }

    Shell in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    Shell in(byte[] bytes) {
        this.in = new ByteArrayInputStream(bytes);
        return this;
    }

    Shell out(OutputStream out) {
        this.out = out;
        return this;
    }

    /** Words with blanks between; a word in quotes, single or double ones, may have blanks. */
    Result run(String line) {
        return run(words(line));
    }

    static String[] words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)").matcher(line);
        while (matcher.find()) {
            words.add(
                    matcher.group(1) != null
                            ? matcher.group(1)
                            : matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        }
        return words.toArray(String[]::new);
    }

    Result run(String... words) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        if (out instanceof ByteArrayOutputStream bytes) {
            bytes.reset();
        }
        Surroundings surroundings = Surroundings.builder()
                .in(in)
                .out(out)
                .err(new PrintStream(err, true, StandardCharsets.UTF_8))
                .environment(environment)
                .home(home)
                .terminal(terminal)
                .progressEvery(progressEvery)
                .interrupt(interrupt)
                .build();
        int code = Main.run(surroundings, words);
        String text = out instanceof ByteArrayOutputStream bytes ? bytes.toString(StandardCharsets.UTF_8) : "";
        return new Result(code, text, err.toString(StandardCharsets.UTF_8));
    }
}
