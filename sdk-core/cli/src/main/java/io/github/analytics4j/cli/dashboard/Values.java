package io.github.analytics4j.cli.dashboard;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.cli.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The values that tables are asked with: the window, a chart's own, and those the user set. */
final class Values {
    private final Window window;
    /** By API or table name, then by parameter. */
    private final Map<String, Map<String, String>> set = new LinkedHashMap<>();
    /** Gives the values that the surroundings know for a parameter: a sandbox knows its own agents. */
    private final BiFunction<ApiCatalog, String, Optional<String>> known;

    Values(Window window, BiFunction<ApiCatalog, String, Optional<String>> known) {
        this.window = window;
        this.known = known;
    }

    /**
     * Takes over what the user set.
     *
     * @param texts such as {@code synthflow_calls.model_id=m-1}, or with an API's name for all its tables
     * @throws IllegalArgumentException if one is of another form, comes twice, names no table or parameter, or its value is refused
     */
    Values set(List<String> texts, List<ApiCatalog> apis) {
        for (String text : texts) {
            int equals = text.indexOf('=');
            int dot = text.indexOf('.');
            if (dot < 1 || equals < dot + 2) {
                throw new IllegalArgumentException(
                        "--set must be TABLE.PARAMETER=VALUE or API.PARAMETER=VALUE; was " + Words.shown(text));
            }
            String place = text.substring(0, dot);
            String parameter = text.substring(dot + 1, equals);
            String value = text.substring(equals + 1);
            check(place, parameter, apis).forEach(each -> each.parse(value));
            String before =
                    set.computeIfAbsent(place, name -> new LinkedHashMap<>()).put(parameter, value);
            if (before != null) {
                throw new IllegalArgumentException(
                        "--set " + place + "." + parameter + " was given twice; it takes one value");
            }
        }
        return this;
    }

    private static List<Parameter> check(String place, String name, List<ApiCatalog> apis) {
        List<Table> tables = new ArrayList<>();
        for (ApiCatalog api : apis) {
            api.tables().stream()
                    .filter(table -> api.name().equals(place) || table.name().equals(place))
                    .forEach(tables::add);
        }
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("--set names " + place
                    + ", which is neither a table nor an API; there are "
                    + apis.stream().map(ApiCatalog::name).collect(Collectors.joining(", ")) + " and their tables");
        }
        List<Parameter> parameters =
                tables.stream().flatMap(table -> table.parameters().stream()).toList();
        List<Parameter> found =
                parameters.stream().filter(each -> each.name().equals(name)).toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("--set " + place + "." + name
                    + ": there is no such parameter; there are "
                    + parameters.stream().map(Parameter::name).distinct().collect(Collectors.joining(", ")));
        }
        return found;
    }

    /** The arguments for a chart's table: what the user set counts before the chart's own, and that before the window. */
    Arguments of(ApiCatalog api, Table table, Map<String, String> own) {
        Arguments arguments = Arguments.NONE;
        for (Parameter parameter : table.parameters()) {
            String name = parameter.name();
            Object value = set.getOrDefault(table.name(), Map.of()).get(name);
            if (value == null) {
                value = set.getOrDefault(api.name(), Map.of()).get(name);
            }
            if (value == null) {
                value = own.get(name);
            }
            if (value == null) {
                value = window.value(parameter);
            }
            if (value == null && parameter.required()) {
                value = known.apply(api, name).orElse(null);
            }
            arguments = value == null ? arguments : arguments.with(name, value);
        }
        return arguments;
    }

    /** The parameters that the table cannot do without and that have no value. */
    static List<Parameter> missing(Table table, Arguments arguments) {
        return table.parameters().stream()
                .filter(parameter -> parameter.required() && !arguments.values().containsKey(parameter.name()))
                .toList();
    }
}
