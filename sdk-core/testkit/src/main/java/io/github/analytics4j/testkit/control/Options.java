package io.github.analytics4j.testkit.control;

import io.github.analytics4j.testkit.ManualClock;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.server.Clocks;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arguments of the program, read; what cannot be read is told in one line. */
public final class Options {
    /** One option: its name, what stands for its value or nothing, and what it does. */
    public record Known(String name, String value, String meaning, boolean repeatable) {}

    public static final List<Known> ALL = List.of(
            new Known("--calls", "N", "How many calls Synthflow's log holds: 10000 unless told.", false),
            new Known("--calls-per-day", "N", "How many calls come on an average day, past and future.", false),
            new Known(
                    "--activities",
                    "N",
                    "How many events Synaptiq's feed holds, some 850 a day: 70000 unless told.",
                    false),
            new Known("--stt-events", "N", "How many speech-to-text events CallOps knows: 20000 unless told.", false),
            new Known(
                    "--retention",
                    "TIME",
                    "The age beyond which rows are shown no longer: 30d; none unless told.",
                    false),
            new Known("--seed", "N", "Where all data come from: 1 unless told.", false),
            new Known(
                    "--clock",
                    "TIME",
                    "When it is, 2026-03-01T00:00:00Z for one: a clock that stands until the admin API moves it.",
                    false),
            new Known(
                    "--port",
                    "N",
                    "The first of five ports in a row, the admin API's after them: free ones unless told.",
                    false),
            new Known("--admin-port", "N", "The port of the admin API.", false),
            new Known("--no-admin", "", "Start no admin API.", false),
            new Known("--bind", "ADDRESS", "The address to listen on, 0.0.0.0 for all: loopback unless told.", false),
            new Known("--host", "NAME", "The name in the URLs, where clients come by another than the address.", false),
            new Known("--https", "", "HTTPS and HTTP/2, with a certificate made at the start.", false),
            new Known(
                    "--ca-file",
                    "FILE",
                    "Where the certificate to trust is written; sandbox-ca.pem with --https unless told.",
                    false),
            new Known("--gzip", "", "Compress answers for clients that accept it.", false),
            new Known("--strict", "", "Refuse parameters that the vendors would pass over in silence.", false),
            new Known("--latency", "TIME", "How long each response waits: 20ms, 1.5s.", false),
            new Known("--rate-limit", "N/TIME", "The limit of each API: 60/min, 5/h, 100/30s.", false),
            new Known("--key", "API=KEY", "The key an API accepts: synthflow=secret. Once for each API.", true),
            new Known("--log", "", "A line for each request on stdout.", false),
            new Known("--help", "", "This.", false));

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(ms|s|min|m|h|d)");
    private static final Pattern RATE = Pattern.compile("(\\d{1,9})/(.+)");

    private final Map<String, List<String>> given = new LinkedHashMap<>();

    private Options() {}

    /** Reads {@code --name value} and {@code --name=value}. */
    public static Options read(List<String> arguments) {
        Options options = new Options();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            Known known = known(equals < 0 ? argument : argument.substring(0, equals));
            String value = "";
            if (equals >= 0) {
                value = argument.substring(equals + 1);
            } else if (!known.value().isEmpty()) {
                if (++i == arguments.size()) {
                    throw wrong(known.name(), "needs a value, " + known.value());
                }
                value = arguments.get(i);
            }
            if (equals >= 0 && known.value().isEmpty()) {
                throw wrong(known.name(), "takes no value");
            }
            options.add(known, value);
        }
        return options;
    }

    private static Known known(String name) {
        return ALL.stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown option " + name + "; --help lists them all"));
    }

    private void add(Known known, String value) {
        List<String> values = given.computeIfAbsent(known.name(), name -> new ArrayList<>());
        if (!values.isEmpty() && !known.repeatable()) {
            throw wrong(known.name(), "is there twice");
        }
        values.add(value);
    }

    private static IllegalArgumentException wrong(String option, String what) {
        return new IllegalArgumentException(option + " " + what);
    }

    private boolean has(String name) {
        return given.containsKey(name);
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(given.get(name)).map(values -> values.get(0));
    }

    public boolean admin() {
        return !has("--no-admin");
    }

    /** Where the certificate is to be written, if there is one. */
    public Optional<Path> certificateFile() {
        Optional<Path> file = value("--ca-file").map(Path::of);
        return file.isPresent() || !has("--https") ? file : Optional.of(Path.of("sandbox-ca.pem"));
    }

    /** Gives the builder what the arguments say. */
    public void configure(Sandbox.Builder builder, PrintStream log) {
        value("--calls").map(text -> number("--calls", text)).ifPresent(builder::calls);
        value("--calls-per-day").map(text -> number("--calls-per-day", text)).ifPresent(builder::callsPerDay);
        value("--activities").map(text -> number("--activities", text)).ifPresent(builder::activities);
        value("--stt-events").map(text -> number("--stt-events", text)).ifPresent(builder::sttEvents);
        value("--retention").map(text -> duration("--retention", text)).ifPresent(builder::retention);
        value("--seed").map(text -> number("--seed", text)).ifPresent(builder::seed);
        value("--clock").map(Options::clock).ifPresent(builder::clock);
        value("--latency").map(text -> duration("--latency", text)).ifPresent(builder::latency);
        value("--rate-limit").ifPresent(text -> limit(builder, text));
        given.getOrDefault("--key", List.of()).forEach(text -> key(builder, text));
        if (has("--strict")) {
            builder.strict();
        }
        if (has("--gzip")) {
            builder.compress();
        }
        if (has("--log")) {
            builder.log(log::println);
        }
        listen(builder);
    }

    private void listen(Sandbox.Builder builder) {
        value("--port").map(text -> port("--port", text, 65_530)).ifPresent(builder::port);
        value("--bind").map(Options::address).ifPresent(builder::bind);
        value("--host").ifPresent(builder::host);
        if (has("--https")) {
            builder.https();
        } else if (has("--ca-file")) {
            throw wrong("--ca-file", "needs --https");
        }
        if (admin()) {
            builder.admin(value("--admin-port")
                    .map(text -> port("--admin-port", text, 65_535))
                    .orElse(0));
        } else if (has("--admin-port")) {
            throw wrong("--admin-port", "and --no-admin exclude each other");
        }
    }

    private static long number(String option, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw wrong(option, "must be a whole number, was \"" + text + "\"");
        }
    }

    private static int port(String option, String text, int most) {
        long port = number(option, text);
        if (port < 0 || port > most) {
            throw wrong(option, "must be 0 to " + most + ", was " + text);
        }
        return (int) port;
    }

    private static ManualClock clock(String text) {
        try {
            Instant time = Instant.parse(text);
            if (!Clocks.canShow(time)) {
                throw wrong("--clock", "must be in the years 1970 to 8999, was \"" + text + "\"");
            }
            return new ManualClock(time);
        } catch (DateTimeParseException e) {
            throw wrong("--clock", "must be a time such as 2026-03-01T00:00:00Z, was \"" + text + "\"");
        }
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw wrong("--bind", "must be an address of this machine, was \"" + text + "\"");
        }
    }

    private static void limit(Sandbox.Builder builder, String text) {
        Matcher matcher = RATE.matcher(text);
        if (!matcher.matches()) {
            throw wrong("--rate-limit", "must be such as 60/min, was \"" + text + "\"");
        }
        String window = matcher.group(2);
        Duration length = duration("--rate-limit", Character.isDigit(window.charAt(0)) ? window : "1" + window);
        if (length.isZero()) {
            throw wrong("--rate-limit", "needs a time longer than nothing, was \"" + text + "\"");
        }
        int requests = Integer.parseInt(matcher.group(1));
        if (requests == 0) {
            throw wrong("--rate-limit", "needs at least one request, was \"" + text + "\"");
        }
        builder.rateLimit(requests, length);
    }

    private static void key(Sandbox.Builder builder, String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw wrong("--key", "must be an API and its key, synthflow=secret for one");
        }
        builder.key(text.substring(0, equals), text.substring(equals + 1));
    }

    static Duration duration(String option, String text) {
        Matcher matcher = DURATION.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw wrong(option, "must be a time such as 20ms, 1.5s, 1min or 2h, was \"" + text + "\"");
        }
        long unit = switch (matcher.group(2)) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "min", "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> 86_400_000;
        };
        return Duration.ofNanos(Math.round(Double.parseDouble(matcher.group(1)) * unit * 1_000_000));
    }

    /** The page of {@code --help}. */
    public static String help() {
        StringBuilder page = new StringBuilder("""
                Usage: analytics4j sandbox [OPTION]...
                       java -jar analytics4j-testkit-VERSION-all.jar [OPTION]...
                Serves the four analytics APIs from made-up data until it is interrupted.

                """);
        for (Known option : ALL) {
            String name = option.value().isEmpty() ? option.name() : option.name() + " " + option.value();
            page.append(String.format(Locale.ROOT, "  %-20s  %s\n", name, option.meaning()));
        }
        return page.append("""

                        stdout has lines of NAME=value; SANDBOX_READY=true is the last of them.
                        Exit code 2: a wrong option, or a port that is taken.
                        """).toString();
    }
}
