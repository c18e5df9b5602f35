package io.github.analytics4j.export;

import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.error.InvalidRequestException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table to be kept up to date: where it is read, and by which values it is narrowed. Immutable; the session stays the caller's. */
public final class SyncTable {
    /** The one partition of a table that is not narrowed. */
    static final String ALL = "all";

    /**
     * Words that a status has while a row is about to change; vendors spell them with a hyphen, a low line or a blank. One that
     * rests, as {@code paused}, may do so for good: a change of it is found by the look-back or a sweep.
     */
    private static final Set<String> OPEN = Set.of(
            "pending",
            "queue",
            "queued",
            "initiated",
            "ringing",
            "checking",
            "open",
            "active",
            "running",
            "started",
            "generating",
            "processing",
            "inprogress",
            "ongoing",
            "scheduled");

    /** The form of a status; one that was masked or hashed does not have it. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z _-]*");

    private static final String BY_DAY = "%s must be day: a longer period would be replaced by a part of itself";

    final ApiSession session;
    final Table table;
    final TableKind kind;
    final Arguments arguments;
    final @Nullable String narrowing;
    final List<String> values;
    final String name;
    final @Nullable LocalDate since;
    final RowPolicy policy;

    private SyncTable(
            ApiSession session,
            Table table,
            Arguments arguments,
            @Nullable String narrowing,
            List<String> values,
            String name,
            @Nullable LocalDate since,
            RowPolicy policy) {
        this.session = Objects.requireNonNull(session, "session");
        this.table = Objects.requireNonNull(table, "table");
        this.kind = TableKind.of(table);
        this.arguments = arguments;
        this.narrowing = narrowing;
        this.values = List.copyOf(values);
        this.name = name;
        this.since = since;
        this.policy = policy;
    }

    /**
     * {@return a table read through a session}
     *
     * @param session stays open until the last run is over
     * @param table of the session's own API
     * @throws InvalidRequestException if it is of another API
     */
    public static SyncTable of(ApiSession session, Table table) {
        if (session.catalog().table(table.name()).isEmpty()) {
            throw new InvalidRequestException(
                    "sync of " + table.name(),
                    List.of(table.name() + " is no table of "
                            + session.catalog().title() + ": take one of the API that the session is open to"));
        }
        return new SyncTable(session, table, Arguments.NONE, null, List.of(), table.name(), null, RowPolicy.NONE);
    }

    /**
     * {@return this table with values for some of its parameters, the same for all partitions}
     * The time window is the sync's own.
     *
     * @param fixed by the names of the operation's parameters
     * @throws InvalidRequestException if one is no parameter that narrows the rows
     */
    public SyncTable with(Arguments fixed) {
        List<String> mistakes = new ArrayList<>();
        for (String each : fixed.values().keySet()) {
            Parameter parameter = parameter(each, mistakes);
            if (parameter != null
                    && isByDay(parameter)
                    && !"day".equals(fixed.values().get(each))) {
                mistakes.add(BY_DAY.formatted(each));
            }
        }
        check(mistakes);
        return new SyncTable(session, table, fixed, narrowing, values, name, since, policy);
    }

    /**
     * {@return this table read once for each value of a parameter, such as the agents' ids: each is a partition with a
     * state of its own}
     *
     * @param parameter its name in the catalogue
     * @param values at least one
     */
    public SyncTable each(String parameter, String... values) {
        return each(parameter, List.of(values));
    }

    /**
     * {@return this table read once for each value of a parameter, as {@link #each(String, String...)} says}
     *
     * @param parameter its name in the catalogue
     * @param values at least one, none blank
     * @throws InvalidRequestException if it is no parameter that narrows the rows, or if there is no value or a blank one
     */
    public SyncTable each(String parameter, Collection<String> values) {
        List<String> mistakes = new ArrayList<>();
        Parameter known = parameter(parameter, mistakes);
        if (Objects.requireNonNull(values, "values").isEmpty()
                || values.stream().anyMatch(String::isBlank)) {
            mistakes.add(
                    parameter + (values.isEmpty() ? " has no value" : " has a blank value") + ": give one or more");
        } else if (known != null && isByDay(known) && !values.stream().allMatch("day"::equals)) {
            mistakes.add(BY_DAY.formatted(parameter));
        }
        check(mistakes);
        List<String> all = List.copyOf(new LinkedHashSet<>(values));
        return new SyncTable(session, table, arguments, parameter, all, name, since, policy);
    }

    /**
     * {@return this table under another name in the sink}
     *
     * @param other a plain SQL identifier
     * @throws InvalidRequestException if it is none
     */
    public SyncTable named(String other) {
        if (!isName(other)) {
            throw new InvalidRequestException(
                    "sync of " + table.name(),
                    List.of(
                            "a name in a sink has letters, digits and low lines, a letter first, and 63 of them at most;"
                                    + " was \"" + other + "\""));
        }
        return new SyncTable(session, table, arguments, narrowing, values, other, since, policy);
    }

    /**
     * {@return this table from a day on}
     *
     * @param day the first one, in UTC; of a log that of its oldest row unless set
     */
    public SyncTable since(LocalDate day) {
        return new SyncTable(
                session, table, arguments, narrowing, values, name, Objects.requireNonNull(day, "day"), policy);
    }

    /**
     * {@return this table with rules for columns of private text}
     *
     * @param rules in the place of those it has
     * @throws InvalidRequestException if it lacks one of the columns, or if a sync cannot do without it
     */
    public SyncTable with(ColumnRules rules) {
        return with(rules.of(table));
    }

    SyncTable with(RowPolicy rules) {
        return new SyncTable(session, table, arguments, narrowing, values, name, since, rules);
    }

    /** The parameter of that name; adds a mistake if it does not narrow the rows. */
    private @Nullable Parameter parameter(String wanted, List<String> mistakes) {
        Parameter known = table.operation().parameter(wanted).orElse(null);
        if (known == null) {
            mistakes.add(wanted + " is no parameter; there are "
                    + String.join(
                            ", ",
                            table.parameters().stream().map(Parameter::name).toList()));
        } else if (known.role() != Parameter.Role.FILTER) {
            mistakes.add(wanted + " is set by the sync itself; leave it out");
        }
        return known;
    }

    private void check(List<String> mistakes) {
        if (!mistakes.isEmpty()) {
            throw new InvalidRequestException("sync of " + table.name(), mistakes);
        }
    }

    /**
     * {@return whether a table can have that name in a sink}
     *
     * @param name as it would be in the sink
     */
    public static boolean isName(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_]{0,62}");
    }

    boolean hasColumn(String column) {
        return table.columns().stream().anyMatch(each -> each.name().equals(column));
    }

    /** {@return the name in the sink} */
    public String name() {
        return name;
    }

    /** The names of the partitions. */
    List<String> partitions() {
        return narrowing == null ? List.of(ALL) : values;
    }

    /** The arguments of a partition, without a window. */
    Arguments arguments(String partition) {
        Arguments all = arguments;
        for (Parameter each : table.operation().parameters()) {
            if (isByDay(each) && !all.values().containsKey(each.name())) {
                all = all.with(each.name(), "day");
            }
        }
        return narrowing == null ? all : all.with(narrowing, partition);
    }

    /** Names the filters of a partition for people, empty without one; values that all partitions share may be private. */
    String filters(String partition) {
        String fixed = String.join(" and ", arguments.values().keySet());
        String own = narrowing == null ? "" : narrowing + " " + partition;
        return own + (own.isEmpty() || fixed.isEmpty() ? "" : " with ") + (fixed.isEmpty() ? "" : fixed + " as given");
    }

    /** Whether a parameter decides how long the periods of a series are. */
    private boolean isByDay(Parameter parameter) {
        return kind == TableKind.SERIES
                && parameter.choices().stream().anyMatch(each -> each.value().equals("day"));
    }

    /** The table as it is stored. */
    SinkTable stored() {
        List<SinkColumn> columns =
                policy.columns(table.columns().stream().map(SinkColumn::of).toList());
        String narrowed = narrowing == null ? ALL : narrowing.replaceAll("_ids?$", "");
        return new SinkTable(
                name,
                narrowed,
                partitions(),
                columns,
                kind == TableKind.LOG ? table.idColumn().map(Column::name).orElse(null) : null,
                kind.timeColumn(table).map(Column::name).orElse(null));
    }

    /** Whether a status says that the row may still change; a word that the vendor does not document may. */
    static boolean isOpen(String status, Set<String> documented) {
        boolean unknown = !documented.isEmpty()
                && !documented.contains(status)
                && WORD.matcher(status).matches();
        return unknown || OPEN.contains(status.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", ""));
    }

    /** The table and its partitions' number. */
    @Override
    public String toString() {
        return "SyncTable[" + name + ", " + partitions().size() + " partitions]";
    }
}
