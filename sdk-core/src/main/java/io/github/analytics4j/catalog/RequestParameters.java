package io.github.analytics4j.catalog;

import io.github.analytics4j.error.InvalidRequestException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The parameters of an operation, and how a request is made of them.
 *
 * @param <Q> the request
 * @param <B> its builder
 */
final class RequestParameters<Q, B> {
    private final String operation;
    private final Supplier<B> builder;
    private final Function<B, Q> build;
    private final List<ParameterDraft> drafts = new ArrayList<>();
    private final Map<String, BiConsumer<B, Object>> setters = new LinkedHashMap<>();
    private final Map<String, Pattern> javaNames = new LinkedHashMap<>();
    private List<Parameter> all = List.of();

    RequestParameters(String operation, Supplier<B> builder, Function<B, Q> build) {
        this.operation = operation;
        this.builder = builder;
        this.build = build;
    }

    @SuppressWarnings("unchecked") // a value is checked against the type before it is set
    <V> ParameterDraft add(ParameterDraft draft, BiConsumer<B, V> setter) {
        drafts.add(draft);
        setters.put(draft.wireName, (target, value) -> setter.accept(target, (V) value));
        return draft;
    }

    ParameterDraft of(String wireName) {
        return drafts.stream()
                .filter(each -> each.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }

    RequestParameters<Q, B> finished() {
        Set<String> taken = new HashSet<>();
        List<Parameter> made = new ArrayList<>();
        for (ParameterDraft draft : drafts) {
            String wish = Column.snake(draft.wireName);
            String name = wish;
            for (int i = 2; !taken.add(name); i++) {
                name = wish + "_" + i;
            }
            made.add(draft.finished(name));
            if (!draft.javaName.equals(name)) {
                javaNames.put(name, Pattern.compile("\\b" + Pattern.quote(draft.javaName) + "\\b"));
            }
        }
        all = List.copyOf(made);
        return this;
    }

    List<Parameter> all() {
        return all;
    }

    Q request(Arguments arguments) {
        List<String> mistakes = new ArrayList<>();
        Set<String> refused = new HashSet<>();
        B target = builder.get();
        arguments.values().forEach((name, value) -> {
            Parameter parameter = all.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElse(null);
            try {
                if (parameter == null) {
                    mistakes.add(unknown(name));
                } else {
                    setter(parameter).accept(target, Arguments.typed(parameter, value));
                }
            } catch (IllegalArgumentException e) {
                refused.add(name + " is missing");
                mistakes.add("" + e.getMessage());
            }
        });
        try {
            Q request = build.apply(target);
            if (mistakes.isEmpty()) {
                return request;
            }
        } catch (InvalidRequestException e) {
            e.mistakes().stream()
                    .map(this::renamed)
                    .filter(each -> !refused.contains(each))
                    .forEach(mistakes::add);
        }
        throw new InvalidRequestException(operation, mistakes);
    }

    private BiConsumer<B, Object> setter(Parameter parameter) {
        BiConsumer<B, Object> setter = setters.get(parameter.wireName());
        if (setter == null) {
            throw new IllegalStateException("no setter for " + parameter.name());
        }
        return setter;
    }

    private String unknown(String name) {
        for (Parameter each : all) {
            if (plain(each.name()).equals(plain(name)) || each.wireName().equals(name)) {
                return name + " is no parameter; did you mean " + each.name() + "?";
            }
        }
        return name + " is no parameter; there are "
                + String.join(", ", all.stream().map(Parameter::name).toList());
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    /** What goes wrong with a request is told with the names of the catalogue. */
    <V> V named(Supplier<V> work) {
        try {
            return work.get();
        } catch (InvalidRequestException e) {
            throw new InvalidRequestException(
                    operation, e.mistakes().stream().map(this::renamed).toList());
        }
    }

    private String renamed(String mistake) {
        String text = mistake;
        for (Map.Entry<String, Pattern> each : javaNames.entrySet()) {
            text = each.getValue().matcher(text).replaceAll(each.getKey());
        }
        return text;
    }
}
