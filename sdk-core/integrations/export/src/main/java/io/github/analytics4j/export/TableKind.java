package io.github.analytics4j.export;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import java.util.Optional;
import java.util.Set;

/** How a table is kept up to date; follows from what the catalogue says about it. */
enum TableKind {
    /** Rows with an id and a time come and change: a look-back, units by day. */
    LOG,
    /** Figures by day: the look-back is replaced whole. */
    SERIES,
    /** The rows are of the moment: replaced whole. */
    SNAPSHOT;

    private static final Set<String> DAY_NAMES = Set.of("date", "day", "period");

    static TableKind of(Table table) {
        boolean windowed = start(table).isPresent();
        if (table.idColumn().isPresent() && table.timeColumn().isPresent() && windowed) {
            return LOG;
        }
        return windowed && table.listed() && day(table).isPresent() ? SERIES : SNAPSHOT;
    }

    /** The column that decides a row's unit. */
    Optional<Column> timeColumn(Table table) {
        return switch (this) {
            case LOG -> table.timeColumn();
            case SERIES -> day(table);
            case SNAPSHOT -> Optional.empty();
        };
    }

    private static Optional<Column> day(Table table) {
        return table.columns().stream()
                .filter(each -> each.type().kind() == Column.Type.Kind.DATE
                        || each.type().kind() == Column.Type.Kind.TIMESTAMP
                        || (each.type().kind() == Column.Type.Kind.TEXT && DAY_NAMES.contains(each.name())))
                .findFirst();
    }

    static Optional<Parameter> start(Table table) {
        return role(table, Parameter.Role.WINDOW_START);
    }

    static Optional<Parameter> end(Table table) {
        return role(table, Parameter.Role.WINDOW_END);
    }

    static Optional<Parameter> role(Table table, Parameter.Role role) {
        return table.operation().parameters().stream()
                .filter(each -> each.role() == role)
                .findFirst();
    }
}
