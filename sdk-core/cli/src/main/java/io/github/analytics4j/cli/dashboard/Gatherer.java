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
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Asks the APIs for the charts' tables. A chart that fails is an error in its place and stops no other. */
final class Gatherer {
    /** Exit codes from the lightest to the one that counts before all others. */
    private static final List<Integer> BY_WEIGHT =
            List.of(ExitCode.DONE, ExitCode.NOT_PROVEN, ExitCode.WRONG_ARGUMENTS, ExitCode.FAILED, ExitCode.KEY);

    private final Accounts accounts;
    private final BooleanSupplier interrupted;
    private final Consumer<ApiCatalog> progress;
    /** The response or failure of an operation with some arguments; several tables are read from one. */
    private final Map<List<Object>, Object> brought = new HashMap<>();

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
            List<Panel> panels = new ArrayList<>();
            for (ChartSpec spec : specs) {
                gather(session, spec, api.table(spec.table()).orElseThrow(), panels);
            }
            if (!panels.isEmpty()) {
                sections.add(new Section(api.name(), api.title(), panels));
            }
        } catch (SdkException | CommandException e) {
            String sentence = api.title() + " could not be opened: " + Failures.sentence(e);
            failed(sentence, e);
            unopened.add(sentence + ".");
        }
    }

    private void gather(ApiSession session, ChartSpec spec, Table table, List<Panel> panels) {
        ApiCatalog api = session.catalog();
        ChartSource source = new ChartSource(spec, table);
        Arguments arguments = values.of(api, table, spec.arguments());
        List<Parameter> missing = Values.missing(table, arguments);
        if (!source.missing().isEmpty()) {
            leftOut.add(api.title() + ", " + spec.title() + ": the table " + table.name() + " has no "
                    + String.join(", ", source.missing()) + ".");
        } else if (!missing.isEmpty()) {
            leftOut.add(api.title() + ", " + spec.title() + ": it needs "
                    + missing.stream()
                            .map(parameter -> "--set " + table.name() + "." + parameter.name() + "=…")
                            .collect(Collectors.joining(" and "))
                    + ".");
        } else {
            panels.add(fetch(session, spec, table, arguments, source));
        }
    }

    private Panel fetch(ApiSession session, ChartSpec spec, Table table, Arguments arguments, ChartSource source) {
        try {
            Paged<?> rows = table.paging() == Table.Paging.NONE
                    ? session.rows(table, response(session, table, arguments))
                    : session.rows(table, arguments);
            List<String> doubts = new ArrayList<>();
            List<?> found = rows.limit(spec.rows())
                    .onReport(report -> doubts.addAll(report.reasons()))
                    .toList();
            Chart chart = source.mapper().chart(found);
            if (!doubts.isEmpty()) {
                notProven(session.catalog().title() + ", " + spec.title() + ": " + String.join("; ", doubts));
            }
            return new Panel(spec, chart.noted(doubts), null);
        } catch (SdkException e) {
            failed(session.catalog().title() + ", " + spec.title() + ": " + Failures.sentence(e), e);
            return new Panel(spec, null, Failures.sentence(e) + ".");
        }
    }

    private ApiResponse<?> response(ApiSession session, Table table, Arguments arguments) {
        List<Object> key = List.of(table.operation().id(), arguments);
        Object known = brought.computeIfAbsent(key, asked -> {
            try {
                return session.prepare(table.operation(), arguments).response();
            } catch (SdkException e) {
                return e;
            }
        });
        if (known instanceof SdkException failure) {
            throw failure;
        }
        return (ApiResponse<?>) known;
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
}
