package io.github.analytics4j.spark;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.catalog.ClientSettings.Setting;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.error.InvalidRequestException;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of a read. Parameters of the table and settings of its API are options by their names; in all names case,
 * hyphens and low lines do not count. Immutable; travels to the executors as the texts that were given, none of which is a key.
 */
final class ReadOptions implements Serializable {
    private static final long serialVersionUID = 1;

    /** The prefix under which Spark's catalogue has each option once more, beside the table's other properties. */
    static final String TWIN = "option.";

    private static final String NO_MODULE =
            "no module of an API is on the class path: add one, analytics4j- and the API's name, or take the jar with all";

    /** Options that Spark adds by itself. */
    private static final Set<String> SPARKS = Set.of("path", "paths", "serialization.format", "provider", "owner");

    /** The options of every table that have nothing to do with streams. */
    private static final List<String> NAMES = List.of(
            "table",
            "from",
            "to",
            "window",
            "planner",
            "partitionRows",
            "prefetch",
            "allowUnproven",
            "keyVariable",
            "keyFile",
            "keySecret",
            "rate",
            "executors");

    private final LinkedHashMap<String, String> given;
    private final transient Map<String, String> spelled = new LinkedHashMap<>();
    private final transient ApiCatalog api;
    private final transient Table table;
    private final transient Map<String, String> settings = new LinkedHashMap<>();
    private final transient Map<String, Object> arguments = new LinkedHashMap<>();
    private final transient List<String> mistakes = new ArrayList<>();
    private transient @Nullable Parameter narrowing;
    private transient List<String> values = List.of();

    final transient @Nullable Instant from;
    final transient @Nullable Instant to;
    final transient @Nullable Duration window;
    final transient boolean totals;
    final transient int partitionRows;
    final transient int prefetch;
    final transient boolean allowUnproven;
    final transient KeyName key;
    final transient @Nullable Rate rate;
    final transient int executors;
    final transient StreamOptions stream;

    private ReadOptions(Map<String, String> given) {
        this.given = new LinkedHashMap<>();
        given.forEach((name, text) -> {
            this.given.put(OptionTexts.normal(name), text);
            spelled.put(OptionTexts.normal(name), name);
        });
        forgetProperties(this.given);
        this.table = tableOf(this.given.remove("table"));
        this.given.put("table", table.name());
        this.api = apis().stream()
                .filter(each -> each.table(table.name()).isPresent())
                .findFirst()
                .orElseThrow();
        Map<String, String> left = new LinkedHashMap<>(this.given);
        left.remove("table");
        left.keySet().removeIf(SPARKS::contains);
        OptionTexts texts = new OptionTexts(left, mistakes);
        String time = "a day or a time with its zone, such as 2026-02-01T00:00:00Z";
        this.from = texts.take("from", OptionTexts::time, time);
        this.to = texts.take("to", OptionTexts::time, time);
        this.window =
                texts.take("window", OptionTexts::window, "an ISO duration of whole seconds, such as P7D or PT12H");
        this.totals = texts.takeOneOf("planner", "totals", "totals", "fixed").equals("totals");
        this.partitionRows = texts.takeNumber("partitionRows", 100, 10_000_000, 0);
        this.prefetch = texts.takeNumber("prefetch", 0, 64, 0);
        this.allowUnproven =
                texts.takeOneOf("allowUnproven", "false", "true", "false").equals("true");
        this.rate = texts.take("rate", Rate::parse, "requests and a time, such as 60/min, 5/s or 1000/day");
        this.executors = texts.takeNumber("executors", 1, 100_000, 0);
        this.stream = new StreamOptions(texts);
        this.key = KeyName.of(texts);
        parameters(left);
        settings(left);
        refuse(left);
        if (from != null && to != null && !from.isBefore(to)) {
            mistakes.add("from must be before to");
        }
        check();
    }

    /** Leaves of a catalogue's table its options: what is not there once more is a property, which says nothing of the read. */
    private static void forgetProperties(Map<String, String> given) {
        Set<String> twins = new HashSet<>(given.keySet());
        twins.removeIf(each -> !each.startsWith(TWIN));
        given.keySet().removeAll(twins);
        given.keySet().removeIf(each -> !twins.isEmpty() && !twins.contains(TWIN + each));
    }

    /**
     * The options of a table or a query.
     *
     * @throws InvalidRequestException naming every option that is missing or wrong
     */
    static ReadOptions of(Map<String, String> given) {
        return new ReadOptions(given);
    }

    /** These options, and others above them. */
    ReadOptions with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(given);
        more.forEach((name, text) -> all.put(OptionTexts.normal(name), text));
        return all.equals(given) ? this : new ReadOptions(all);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReadOptions options && given.equals(options.given);
    }

    @Override
    public int hashCode() {
        return given.hashCode();
    }

    private Object readResolve() {
        return new ReadOptions(given);
    }

    /** The text of the option for the table; empty where it is missing. */
    static String tableName(Map<String, String> given) {
        return given.entrySet().stream()
                .filter(each -> OptionTexts.normal(each.getKey()).equals("table"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static List<ApiCatalog> apis() {
        return ApiCatalog.all(AnalyticsSource.class.getClassLoader());
    }

    private Table tableOf(@Nullable String name) {
        List<Table> all =
                apis().stream().flatMap(each -> each.tables().stream()).toList();
        if (name == null || name.isBlank()) {
            mistakes.add("table is missing: set it to a name such as " + example(all));
        } else {
            String wanted = plain(name);
            Optional<Table> found = all.stream()
                    .filter(each -> each.name().equalsIgnoreCase(wanted))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            mistakes.add(notThere(name, all.stream().map(Table::name).toList()));
        }
        refuseKeys(given);
        throw refused(mistakes);
    }

    private static String example(List<Table> all) {
        return all.isEmpty() ? "those of an API; " + NO_MODULE : all.get(0).name();
    }

    /** The name of a table without the point that may stand behind the API's. */
    private static String plain(String table) {
        return table.strip().replace('.', '_');
    }

    /** Says of a table that it is none of those there are. */
    static String notThere(String table, List<String> names) {
        String meant = ApiCatalog.nearest(plain(table).toLowerCase(Locale.ROOT), names)
                .map(each -> "; did you mean " + (table.indexOf('.') < 0 ? each : each.replaceFirst("_", ".")) + "?")
                .orElse("");
        return "table \"" + table + "\" is not there: "
                + (names.isEmpty() ? NO_MODULE : "there are " + String.join(", ", names) + meant);
    }

    /** Takes the options that are parameters; one of them may have several values, each of which is read by itself. */
    private void parameters(Map<String, String> left) {
        Parameter ids = idParameter();
        String agents = left.remove("agents");
        if (agents != null && ids == null) {
            mistakes.add("agents is no option of " + table.name() + ", which is not narrowed by an id");
        } else if (agents != null && ids != null) {
            if (left.containsKey(OptionTexts.normal(ids.name()))) {
                mistakes.add("agents and " + ids.name() + " say the same: set one of them");
            }
            left.put(OptionTexts.normal(ids.name()), agents);
        }
        for (Parameter each : table.parameters()) {
            String text = each.role() == Parameter.Role.FILTER ? left.remove(OptionTexts.normal(each.name())) : null;
            if (text != null) {
                parameter(each, text);
            }
        }
        narrowing = narrowing == null ? ids : narrowing;
    }

    private void parameter(Parameter parameter, String text) {
        try {
            List<String> parts = several(parameter) ? OptionTexts.values(parameter, text) : List.of(text);
            for (String part : parts) {
                Object unused = parameter.parse(part);
            }
            if (!several(parameter)) {
                arguments.put(parameter.name(), text);
            } else if (narrowing != null) {
                mistakes.add(
                        narrowing.name() + " and " + parameter.name() + " both have several values: one option may");
            } else if (parts.size() > 1 || parameter.equals(idParameter())) {
                narrowing = parameter;
                values = parts;
            } else {
                arguments.put(parameter.name(), parts.get(0));
            }
        } catch (IllegalArgumentException e) {
            mistakes.add("" + e.getMessage());
        }
    }

    private static boolean several(Parameter parameter) {
        return !parameter.list() && parameter.type() == Parameter.Type.ID;
    }

    /** The id that the table is read by: the one that a request must have, else the first. */
    private @Nullable Parameter idParameter() {
        List<Parameter> ids = table.parameters().stream()
                .filter(each -> each.role() == Parameter.Role.FILTER && several(each))
                .toList();
        return ids.stream().filter(Parameter::required).findFirst().orElse(ids.isEmpty() ? null : ids.get(0));
    }

    private void settings(Map<String, String> left) {
        for (Setting each : api.settings()) {
            String text = each.secret() ? null : left.remove(OptionTexts.normal(each.name()));
            if (text != null) {
                settings.put(api.name() + "." + each.name(), text);
            }
        }
    }

    private void refuse(Map<String, String> left) {
        refuseKeys(left);
        List<String> unknown = new ArrayList<>();
        for (String each : left.keySet()) {
            if (table.parameters().stream()
                    .anyMatch(one -> OptionTexts.normal(one.name()).equals(each))) {
                mistakes.add(spelled(each) + " is set by from and to: set those");
            } else if (!KeyName.isKey(each)) {
                unknown.add(spelled(each));
            }
        }
        if (!unknown.isEmpty()) {
            List<String> known = known();
            mistakes.add(String.join(", ", unknown) + (unknown.size() == 1 ? " is no option" : " are no options")
                    + ": there are " + String.join(", ", known) + meant(unknown, known));
        }
    }

    /** The name of an option as it was given. */
    private String spelled(String name) {
        return spelled.getOrDefault(name, name);
    }

    private void refuseKeys(Map<String, String> left) {
        left.keySet().stream().filter(KeyName::isKey).forEach(each -> mistakes.add(spelled(each) + KeyName.REFUSAL));
    }

    /** The options that were probably meant, in words; an empty text where no name is near. */
    private static String meant(List<String> unknown, List<String> known) {
        Map<String, String> names = new LinkedHashMap<>();
        known.forEach(each -> names.putIfAbsent(OptionTexts.normal(each), each));
        List<String> near = new ArrayList<>();
        for (String each : unknown) {
            ApiCatalog.nearest(OptionTexts.normal(each), names.keySet())
                    .ifPresent(name -> near.add(names.get(name) + (unknown.size() == 1 ? "" : " for " + each)));
        }
        return near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?";
    }

    private List<String> known() {
        List<String> all = new ArrayList<>(NAMES);
        all.addAll(StreamOptions.NAMES);
        if (idParameter() != null) {
            all.add("agents");
        }
        table.parameters().stream()
                .filter(each -> each.role() == Parameter.Role.FILTER)
                .forEach(each -> all.add(each.name()));
        api.settings().stream().filter(each -> !each.secret()).forEach(each -> all.add(each.name()));
        return all;
    }

    private void check() {
        if (!mistakes.isEmpty()) {
            throw refused(mistakes);
        }
    }

    static InvalidRequestException refused(List<String> mistakes) {
        return new InvalidRequestException("options of " + AnalyticsSource.NAME, mistakes);
    }

    ApiCatalog api() {
        return api;
    }

    Table table() {
        return table;
    }

    /** The parameter whose values are read each by itself; null where the table has none. */
    @Nullable
    Parameter narrowing() {
        return narrowing;
    }

    /** The values of {@link #narrowing}; empty where it is left out. */
    List<String> values() {
        return values;
    }

    /** The values of the other parameters. */
    Arguments arguments() {
        return Arguments.of(arguments);
    }

    /** Settings of the API, of which none is a key. */
    ClientSettings settings() {
        return ClientSettings.of(settings);
    }
}
