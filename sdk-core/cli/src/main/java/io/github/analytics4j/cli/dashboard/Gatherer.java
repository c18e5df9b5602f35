package io.github.analytics4j.cli.dashboard;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.catalog.ClientSettings.Setting;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.cli.Accounts;
import io.github.analytics4j.cli.CommandException;
import io.github.analytics4j.cli.ExitCode;
import io.github.analytics4j.cli.Failures;
import io.github.analytics4j.cli.dashboard.Page.Panel;
import io.github.analytics4j.cli.dashboard.Page.Section;
import io.github.analytics4j.client.ApiResponse;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.page.Paged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Asks the APIs for the charts' tables. A chart that fails is an error in its place and stops no other. */
final class Gatherer {
    /** Exit codes from the lightest to the one that counts before all others. */
    private static final List<Integer> BY_WEIGHT =
            List.of(ExitCode.DONE, ExitCode.NOT_PROVEN, ExitCode.WRONG_ARGUMENTS, ExitCode.FAILED, ExitCode.KEY);

    /** A chart's rows come in some pages of a hundred: few enough for the smallest plan of a vendor's, of five requests at a time. */
    private static final int PAGES_AHEAD = 4;

    private final Accounts accounts;
    private final BooleanSupplier interrupted;
    private final Consumer<ApiCatalog> progress;
    /** The response to come of an operation with some arguments; several tables are read from one. */
    private final Map<List<Object>, CompletableFuture<? extends ApiResponse<?>>> asked = new HashMap<>();

    private final Values values;
    private final List<Section> sections = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<String> unopened = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private int code = ExitCode.DONE;

    /**
     * @param interrupted whether the user wants no page any more
     * @param progress hears of each API before it is asked
     */
    Gatherer(Accounts accounts, BooleanSupplier interrupted, Values values, Consumer<ApiCatalog> progress) {
        this.accounts = accounts;
        this.progress = progress;
        this.interrupted = interrupted;
        this.values = values;
    }

    List<Section> sections() {
        return sections;
    }

    /** A sentence for each chart, or group of charts, that is not there though nothing failed. */
    List<String> leftOut() {
        return leftOut;
    }

    /** A sentence for each API that could not be opened, which is a failure too. */
    List<String> unopened() {
        return unopened;
    }

    /** A sentence for each chart, or API, that failed. */
    List<String> failures() {
        return failures;
    }

    /** The exit code of the worst failure: a refused key before anything else. */
    int code() {
        return code;
    }

    void gather(List<ApiCatalog> apis, List<ChartSpec> specs) {
        List<ChartSpec> rest = new ArrayList<>(specs);
        for (ApiCatalog api : apis) {
            List<ChartSpec> own = rest.stream()
                    .filter(spec -> api.table(spec.table()).isPresent())
                    .toList();
            rest.removeAll(own);
            if (own.isEmpty()) {
                continue;
            }
            if (accounts.hasKey(api) || accounts.mistakes(api).isPresent()) {
                gather(api, own);
            } else {
                leftOut.add(api.title() + ": no key was given (" + keys(api) + "), so its " + own.size()
                        + (own.size() == 1 ? " chart is" : " charts are") + " not here.");
            }
        }
        if (!rest.isEmpty()) {
            leftOut.add("No API here has the table of: "
                    + rest.stream()
                            .map(spec -> spec.title() + " (" + spec.table() + ")")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
    }

    /** The environment variables of an API's keys. */
    static String keys(ApiCatalog api) {
        return api.settings().stream()
                .filter(setting -> setting.secret() && setting.required())
                .map(Setting::variable)
                .collect(Collectors.joining(", "));
    }

    private void gather(ApiCatalog api, List<ChartSpec> specs) {
        progress.accept(api);
        try (ApiSession session = accounts.open(api)) {
            List<Source> sources = sources(api, specs);
            for (Source source : sources) {
                if (source.isOneResponse()) {
                    Object unused = ask(session, source);
                }
            }
            List<Panel> panels =
                    sources.stream().map(source -> fetch(session, source)).toList();
            if (!panels.isEmpty()) {
                sections.add(new Section(api.name(), api.title(), panels));
            }
        } catch (SdkException | CommandException e) {
            String sentence = api.title() + " could not be opened: " + Failures.sentence(e);
            failed(sentence, e);
            unopened.add(sentence + ".");
        }
    }

    /** {@return where the rows of the charts come from} A chart whose table lacks something, or that lacks an argument, is left out. */
    private List<Source> sources(ApiCatalog api, List<ChartSpec> specs) {
        List<Source> sources = new ArrayList<>();
        for (ChartSpec spec : specs) {
            Table table = api.table(spec.table()).orElseThrow();
            ChartSource chart = new ChartSource(spec, table);
            Arguments arguments = values.of(api, table, spec.arguments());
            List<Parameter> missing = Values.missing(table, arguments);
            if (!chart.missing().isEmpty()) {
                leftOut.add(api.title() + ", " + spec.title() + ": the table " + table.name() + " has no "
                        + String.join(", ", chart.missing()) + ".");
            } else if (!missing.isEmpty()) {
                leftOut.add(api.title() + ", " + spec.title() + ": it needs "
                        + missing.stream()
                                .map(parameter -> "--set " + table.name() + "." + parameter.name() + "=…")
                                .collect(Collectors.joining(" and "))
                        + ".");
            } else {
                sources.add(new Source(spec, table, arguments, chart.mapper()));
            }
        }
        return sources;
    }

    /** Sends the request of a chart unless it is under way for another. */
    private CompletableFuture<? extends ApiResponse<?>> ask(ApiSession session, Source source) {
        return asked.computeIfAbsent(source.request(), unused -> {
            try {
                return session.prepare(source.table().operation(), source.arguments())
                        .responseAsync();
            } catch (SdkException e) {
                return CompletableFuture.failedFuture(e);
            }
        });
    }

    private Panel fetch(ApiSession session, Source source) {
        ChartSpec spec = source.spec();
        String title = session.catalog().title() + ", " + spec.title() + ": ";
        try {
            List<String> doubts = new ArrayList<>();
            List<?> found = rows(session, source)
                    .limit(spec.rows())
                    .onReport(report -> doubts.addAll(report.reasons()))
                    .toList();
            Chart chart = source.mapper().chart(found);
            if (!doubts.isEmpty()) {
                notProven(title + String.join("; ", doubts));
            }
            return new Panel(spec, chart.noted(doubts), null);
        } catch (SdkException e) {
            failed(title + Failures.sentence(e), e);
            return new Panel(spec, null, Failures.sentence(e) + ".");
        }
    }

    private Paged<?> rows(ApiSession session, Source source) {
        return source.isOneResponse()
                ? session.rows(source.table(), response(session, source))
                : session.rows(source.table(), source.arguments()).prefetch(PAGES_AHEAD);
    }

    private ApiResponse<?> response(ApiSession session, Source source) {
        try {
            return ask(session, source).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCode.INTERRUPTED, "interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SdkException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void failed(String sentence, RuntimeException failure) {
        if (interrupted.getAsBoolean()) {
            throw failure;
        }
        failures.add(sentence);
        worsen(Failures.code(failure));
    }

    private void notProven(String sentence) {
        failures.add(sentence);
        worsen(ExitCode.NOT_PROVEN);
    }

    private void worsen(int other) {
        code = BY_WEIGHT.indexOf(other) > BY_WEIGHT.indexOf(code) ? other : code;
    }

    /** Where the rows of a chart come from, and how they are drawn. */
    private record Source(ChartSpec spec, Table table, Arguments arguments, ChartMapper mapper) {
        boolean isOneResponse() {
            return table.paging() == Table.Paging.NONE;
        }

        List<Object> request() {
            return List.of(table.operation().id(), arguments);
        }
    }
}
