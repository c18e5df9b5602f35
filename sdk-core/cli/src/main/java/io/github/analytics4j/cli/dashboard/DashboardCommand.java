package io.github.analytics4j.cli.dashboard;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.cli.Accounts;
import io.github.analytics4j.cli.CommandException;
import io.github.analytics4j.cli.ExitCode;
import io.github.analytics4j.cli.Interrupt;
import io.github.analytics4j.cli.Output;
import io.github.analytics4j.cli.Subcommand;
import io.github.analytics4j.cli.Surroundings;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code analytics4j dashboard}: one HTML page with charts of the APIs that a key was given for. */
public final class DashboardCommand implements Subcommand {
    private static final String OUT = "--out";
    private static final String FROM = "--from";
    private static final String TO = "--to";
    private static final String TITLE = "--title";
    private static final String SET = "--set";
    private static final String SANDBOX = "--sandbox";

    private final Clock clock;
    private final String charts;

    /** Called by {@code ServiceLoader}. */
    public DashboardCommand() {
        this(Clock.systemUTC(), Assets.text(Assets.CHARTS));
    }

    /** @param charts the charts as JSON */
    DashboardCommand(Clock clock, String charts) {
        this.clock = clock;
        this.charts = charts;
    }

    @Override
    public String name() {
        return "dashboard";
    }

    @Override
    public String summary() {
        return "Makes one page with charts of the APIs that a key was given for.";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(name());
        spec.usageMessage().description(summary());
        spec.addOption(option(OUT, "FILE", "Where the page goes: an HTML file, complete in itself, or - for stdout.")
                .required(true)
                .build());
        spec.addOption(
                option(FROM, "DAY", "The first day, or a time with its zone; 29 days before the last unless told.")
                        .build());
        spec.addOption(option(TO, "DAY", "The last day, or a time with its zone; now unless told. Days count in UTC.")
                .build());
        spec.addOption(option(TITLE, "TEXT", "The page's title; \"Voice agents\" unless told.")
                .build());
        spec.addOption(option(
                        SET,
                        "TABLE.PARAMETER=VALUE",
                        "A value for a parameter of one table, or of all tables of an API with"
                                + " API.PARAMETER=VALUE. May be repeated.")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build());
        spec.addOption(Accounts.deadline());
        Accounts.options().forEach(spec::addOption);
        spec.parser().expandAtFiles(false).overwrittenOptionsAllowed(false);
        return spec;
    }

    private static OptionSpec.Builder option(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .arity("1")
                .paramLabel(label)
                .description(description);
    }

    @Override
    public int run(ParseResult options, Surroundings surroundings) throws IOException {
        List<ApiCatalog> apis = ApiCatalog.all();
        Instant now = clock.instant();
        try (Accounts accounts = new Accounts(surroundings, options)) {
            Window window = checked(() -> Window.of(text(options, FROM), text(options, TO), now));
            Values values = checked(() ->
                    new Values(window, accounts::fromSandbox).set(options.matchedOptionValue(SET, List.of()), apis));
            requireKey(apis, accounts);
            try (Output out = output(options, surroundings)) {
                Gatherer gatherer = gather(apis, accounts, values, surroundings);
                write(page(options, window, now, gatherer), out);
                tell(surroundings, gatherer);
                return gatherer.code();
            }
        }
    }

    private static <T> T checked(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.WRONG_ARGUMENTS, String.valueOf(e.getMessage()), e);
        }
    }

    private Gatherer gather(List<ApiCatalog> apis, Accounts accounts, Values values, Surroundings surroundings) {
        Interrupt interrupt = surroundings.interrupt();
        Gatherer gatherer = new Gatherer(accounts, interrupt::happened, values, api -> tell(surroundings, api));
        interrupt.cancelThread();
        try {
            gatherer.gather(apis, ChartSpec.read(charts));
        } finally {
            interrupt.cancelWith(null);
        }
        if (interrupt.happened()) {
            throw new CommandException(ExitCode.INTERRUPTED, "interrupted; no page was written");
        }
        return gatherer;
    }

    private static void write(Page page, Output out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        page.write(writer);
        writer.flush();
        out.complete();
    }

    private static @Nullable String text(ParseResult options, String name) {
        return options.matchedOptionValue(name, null);
    }

    private static void requireKey(List<ApiCatalog> apis, Accounts accounts) {
        if (apis.stream().noneMatch(accounts::hasKey)) {
            throw new CommandException(
                    ExitCode.KEY,
                    apis.stream()
                                    .flatMap(api -> accounts.mistakes(api).stream())
                                    .map(each -> each + "; ")
                                    .collect(Collectors.joining())
                            + "no key for any API: set one or more of "
                            + apis.stream().map(Gatherer::keys).collect(Collectors.joining(", "))
                            + " in the environment; --sandbox needs none");
        }
    }

    private static Output output(ParseResult options, Surroundings surroundings) {
        String file = String.valueOf(text(options, OUT));
        return file.equals("-") ? Output.stdout(surroundings) : Output.file(checked(() -> path(file)));
    }

    private static Path path(String file) {
        if (file.isBlank()) { // Java takes it for the folder of the run
            throw new IllegalArgumentException(OUT + " takes the name of a file, was \"" + file + "\"");
        }
        return Path.of(file);
    }

    private static Page page(ParseResult options, Window window, Instant now, Gatherer gatherer) {
        boolean sandbox = options.matchedOptionValue(SANDBOX, false);
        String lead = window + ", made " + Window.minute(now)
                + (sandbox ? ". The figures are a sandbox's, and made up." : "");
        List<String> leftOut = new ArrayList<>(gatherer.unopened());
        leftOut.addAll(gatherer.leftOut());
        return new Page(options.matchedOptionValue(TITLE, "Voice agents"), lead, gatherer.sections(), leftOut);
    }

    private static void tell(Surroundings surroundings, ApiCatalog api) {
        if (surroundings.terminal().err()) {
            surroundings.err().println("analytics4j: reading " + api.title());
        }
    }

    private static void tell(Surroundings surroundings, Gatherer gatherer) {
        gatherer.failures().forEach(failure -> surroundings.err().println("analytics4j: " + failure));
        gatherer.leftOut().forEach(sentence -> surroundings.err().println("analytics4j: left out: " + sentence));
    }
}
