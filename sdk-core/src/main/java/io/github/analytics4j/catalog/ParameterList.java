package io.github.analytics4j.catalog;

import io.github.analytics4j.catalog.Parameter.Choice;
import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.json.DateOrTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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
import org.jspecify.annotations.Nullable;

/**
 * Collects parameters, each with the setter of the request's builder; called by generated code. Behind the meaning, unit and
 * scale may follow, with a line end before each.
 *
 * @param <B> the request's builder
 * @hidden
 */
@GeneratedCodeApi
public abstract class ParameterList<B> {
    private final RequestParameters<?, B> parameters;

    ParameterList(RequestParameters<?, B> parameters) {
        this.parameters = parameters;
    }

    private <V> Draft add(Parameter.Type type, boolean list, String wireName, BiConsumer<B, V> setter, String doc) {
        return parameters.add(new Draft(wireName, type, list, doc, List.of()), setter);
    }

    /** Text. */
    public Draft text(String wireName, BiConsumer<B, String> setter, String doc) {
        return add(Parameter.Type.TEXT, false, wireName, setter, doc);
    }

    /** Text that identifies something. */
    public Draft id(String wireName, BiConsumer<B, String> setter, String doc) {
        return add(Parameter.Type.ID, false, wireName, setter, doc);
    }

    /** A whole number. */
    public Draft integer(String wireName, BiConsumer<B, Long> setter, String doc) {
        return add(Parameter.Type.INTEGER, false, wireName, setter, doc);
    }

    /** A whole number that the request has as an {@code int}. */
    public Draft small(String wireName, BiConsumer<B, Integer> setter, String doc) {
        BiConsumer<B, Long> checked = (target, value) -> {
            if (value.intValue() != value) {
                throw new IllegalArgumentException(
                        Column.snake(wireName) + " must be at most " + Integer.MAX_VALUE + ", was " + value);
            }
            setter.accept(target, value.intValue());
        };
        return add(Parameter.Type.INTEGER, false, wireName, checked, doc);
    }

    /** A number. */
    public Draft number(String wireName, BiConsumer<B, Double> setter, String doc) {
        return add(Parameter.Type.NUMBER, false, wireName, setter, doc);
    }

    /** An exact number. */
    public Draft decimal(String wireName, BiConsumer<B, BigDecimal> setter, String doc) {
        return add(Parameter.Type.DECIMAL, false, wireName, setter, doc);
    }

    /** True or false. */
    public Draft bool(String wireName, BiConsumer<B, Boolean> setter, String doc) {
        return add(Parameter.Type.BOOLEAN, false, wireName, setter, doc);
    }

    /** A day. */
    public Draft date(String wireName, BiConsumer<B, LocalDate> setter, String doc) {
        return add(Parameter.Type.DATE, false, wireName, setter, doc);
    }

    /** A point in time. */
    public Draft timestamp(String wireName, BiConsumer<B, Instant> setter, String doc) {
        return add(Parameter.Type.TIMESTAMP, false, wireName, setter, doc);
    }

    /** A day or a point in time. */
    public Draft dateOrTime(String wireName, BiConsumer<B, DateOrTime> setter, String doc) {
        return add(Parameter.Type.DATE_OR_TIME, false, wireName, setter, doc);
    }

    /** One of the known values. */
    public Draft choice(String wireName, BiConsumer<B, String> setter, String doc, List<Choice> choices) {
        return parameters.add(new Draft(wireName, Parameter.Type.CHOICE, false, doc, choices), setter);
    }

    /** Several ids. */
    public Draft ids(String wireName, BiConsumer<B, List<String>> setter, String doc) {
        return add(Parameter.Type.ID, true, wireName, setter, doc);
    }

    /** Several texts. */
    public Draft texts(String wireName, BiConsumer<B, List<String>> setter, String doc) {
        return add(Parameter.Type.TEXT, true, wireName, setter, doc);
    }

    /** Several of a type that has no word of its own here. */
    public <V> Draft many(Parameter.Type type, String wireName, BiConsumer<B, List<V>> setter, String doc) {
        return add(type, true, wireName, setter, doc);
    }

    /** Several of the known values, which the request has as a type of their own. */
    public <E> Draft choices(
            String wireName, Function<String, E> of, BiConsumer<B, List<E>> setter, String doc, List<Choice> choices) {
        BiConsumer<B, List<String>> texts = (target, values) ->
                setter.accept(target, values.stream().map(of).toList());
        return parameters.add(new Draft(wireName, Parameter.Type.CHOICE, true, doc, choices), texts);
    }

    /** The parameter for the size of a page, and the one for its place, if there is one. */
    public void paged(String size, @Nullable String position) {
        parameters.of(size).role = Parameter.Role.PAGE_SIZE;
        if (position != null) {
            parameters.of(position).role = Parameter.Role.POSITION;
        }
    }

    /** The parameters for the ends of the time window. */
    public void window(@Nullable String from, @Nullable String to) {
        if (from != null) {
            parameters.of(from).role = Parameter.Role.WINDOW_START;
        }
        if (to != null) {
            parameters.of(to).role = Parameter.Role.WINDOW_END;
        }
    }

    /**
     * A parameter in the making; called by generated code.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public static final class Draft {
        final String wireName;
        private final Parameter.Type type;
        private final boolean list;
        private final String doc;
        private final List<Choice> choices;
        String javaName;
        Parameter.Role role = Parameter.Role.FILTER;
        private boolean required;
        private @Nullable String defaultText;
        private @Nullable Long min;
        private @Nullable Long max;

        Draft(String wireName, Parameter.Type type, boolean list, String doc, List<Choice> choices) {
            this.wireName = wireName;
            this.type = type;
            this.list = list;
            this.doc = doc;
            this.choices = choices;
            this.javaName = camel(wireName);
        }

        /** Says that it is required. */
        public Draft required() {
            this.required = true;
            return this;
        }

        /** Sets what the vendor assumes without it. */
        public Draft byDefault(String text) {
            this.defaultText = text;
            return this;
        }

        /** Sets the bounds of its number. */
        public Draft bounds(@Nullable Long least, @Nullable Long greatest) {
            this.min = least;
            this.max = greatest;
            return this;
        }

        /** The request's own name for it, where that is not the name on the wire in camel case. */
        public Draft named(String name) {
            this.javaName = name;
            return this;
        }

        Parameter finished(String name) {
            String[] said = doc.split("\n", -1);
            return new Parameter(
                    name,
                    wireName,
                    type,
                    list,
                    required,
                    said[0],
                    said.length > 1 && !said[1].isEmpty() ? said[1] : null,
                    said.length > 2 ? said[2] : null,
                    defaultText,
                    min,
                    max,
                    choices,
                    role);
        }

        /** The name that generated code gives a wire name unless it says otherwise. */
        private static String camel(String wireName) {
            StringBuilder name = new StringBuilder();
            boolean up = false;
            for (int i = 0; i < wireName.length(); i++) {
                char c = wireName.charAt(i);
                if (!Character.isLetterOrDigit(c)) {
                    up = !name.isEmpty();
                } else {
                    name.append(name.isEmpty() ? Character.toLowerCase(c) : up ? Character.toUpperCase(c) : c);
                    up = false;
                }
            }
            return name.toString();
        }
    }

    /**
     * The parameters of an operation, and how a request is made of them.
     *
     * @param <Q> the request
     * @param <B> its builder
     */
    static final class RequestParameters<Q, B> {
        private final String operation;
        private final Supplier<B> builder;
        private final Function<B, Q> build;
        private final List<Draft> drafts = new ArrayList<>();
        private final Map<String, BiConsumer<B, Object>> setters = new LinkedHashMap<>();
        private final Map<String, Pattern> javaNames = new LinkedHashMap<>();
        private List<Parameter> all = List.of();

        RequestParameters(String operation, Supplier<B> builder, Function<B, Q> build) {
            this.operation = operation;
            this.builder = builder;
            this.build = build;
        }

        @SuppressWarnings("unchecked") // a value is checked against the type before it is set
        <V> Draft add(Draft draft, BiConsumer<B, V> setter) {
            drafts.add(draft);
            setters.put(draft.wireName, (target, value) -> setter.accept(target, (V) value));
            return draft;
        }

        Draft of(String wireName) {
            return drafts.stream()
                    .filter(each -> each.wireName.equals(wireName))
                    .findFirst()
                    .orElseThrow();
        }

        RequestParameters<Q, B> finished() {
            Set<String> taken = new HashSet<>();
            List<Parameter> made = new ArrayList<>();
            for (Draft draft : drafts) {
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

        /** Does some work; a mistake in its request is told with the names of the catalogue. */
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
}
