package io.github.analytics4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.Check;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.error.InvalidRequestException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The requests of all operations, made through the clients and compared with what their specs say. */
class EveryOperationTest {

    private static final Clients CLIENTS = new Clients();

    record Case(ApiModel api, OperationModel operation) {

        Class<?> request() throws ClassNotFoundException {
            return Class.forName(api.packageName() + "." + operation.request());
        }

        Object builder() throws ReflectiveOperationException {
            return request().getMethod("builder").invoke(null);
        }

        @Override
        public String toString() {
            return operation.id();
        }
    }

    static Stream<Case> operations() throws Exception {
        List<Case> cases = new ArrayList<>();
        for (String module : Modules.ALL) {
            ApiModel api = new Modules(Path.of("../..")).model(module);
            api.operations().forEach(operation -> cases.add(new Case(api, operation)));
        }
        return cases.stream();
    }

    @AfterAll
    static void close() {
        CLIENTS.close();
    }

    @Test
    void operations_areTwentyEight() throws Exception {
        assertThat(operations()).hasSize(28);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void prepare_everythingSet_sendsEverythingAsDocumented(Case each) throws Exception {
        Object builder = each.builder();
        Map<ParameterModel, SampleParameter> set =
                setAll(each, builder, each.operation().parameters());

        sentAs(each, prepare(each, build(builder)), set);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void prepare_onlyWhatIsRequired_sendsNothingElse(Case each) throws Exception {
        Object builder = each.builder();
        Map<ParameterModel, SampleParameter> set = setAll(each, builder, required(each));

        sentAs(each, prepare(each, build(builder)), set);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void toBuilder_keepsEverything(Case each) throws Exception {
        Object builder = each.builder();
        setAll(each, builder, each.operation().parameters());
        call(builder, "extraQuery", new Class<?>[] {String.class, String.class}, "future", "1");
        Object request = build(builder);

        assertThat(build(each.request().getMethod("toBuilder").invoke(request))).isEqualTo(request);
        assertThat(prepare(each, request).query()).containsEntry("future", "1");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void setters_null_isRefusedByName(Case each) throws Exception {
        for (ParameterModel parameter : each.operation().parameters()) {
            SampleParameter sample = SampleParameter.of(each.api(), parameter);
            if (!sample.setter().isPrimitive()) {
                Object builder = each.builder();
                Throwable refused = catchThrowable(() ->
                        call(builder, parameter.javaName(), new Class<?>[] {sample.setter()}, new Object[] {null}));
                assertThat(refused).isInstanceOf(NullPointerException.class).hasMessage(parameter.javaName());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void build_everythingWrong_namesEveryMistake(Case each) throws Exception {
        Object builder = each.builder();
        List<String> mistakes = new ArrayList<>();
        for (ParameterModel parameter : each.operation().parameters()) {
            String name = parameter.javaName();
            if (parameter.presence() == Presence.ALWAYS) {
                mistakes.add(name + " is missing");
            }
            if (parameter.bounds() != null && parameter.bounds().min() != null) {
                Class<?> type = SampleParameter.of(each.api(), parameter).setter();
                long low = parameter.bounds().min() - 1;
                call(builder, name, new Class<?>[] {type}, type == int.class ? (Object) (int) low : (Object) low);
                mistakes.add(
                        parameter.bounds().max() == null
                                ? name + " must be at least "
                                        + parameter.bounds().min() + ", was " + low
                                : name + " must be " + parameter.bounds().min() + ".."
                                        + parameter.bounds().max() + ", was " + low);
            }
        }

        Throwable refused = catchThrowable(() -> build(builder));

        if (mistakes.isEmpty()) {
            assertThat(refused).isNull();
        } else {
            assertThat(refused)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(each.operation().request() + ": " + String.join("; ", mistakes));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void build_rangesTheWrongWayRound_orTooLong_areRefused(Case each) throws Exception {
        for (Check check : each.operation().checks()) {
            if (check instanceof Check.Ordered ordered) {
                String first = javaName(each, ordered.first());
                String second = javaName(each, ordered.second());
                boolean isTime = Temporal.class.isAssignableFrom(setterOf(each, ordered.first()));
                String beyond = isTime ? "after" : "greater than";
                assertThat(refusal(each, ordered.first(), 9, ordered.second(), 2))
                        .startsWith("%s: %s must not be %s %s, was "
                                .formatted(each.operation().request(), first, beyond, second));
                assertThat(refusal(each, ordered.first(), 2, ordered.second(), 2))
                        .isEmpty();
            } else if (check instanceof Check.MaxDays days
                    && check.equals(each.operation().walkedInParts())) {
                assertThat(refusal(each, days.from(), 1, days.to(), days.days() + 2))
                        .as("a longer range can be walked")
                        .isEmpty();
            } else if (check instanceof Check.MaxDays days) {
                assertThat(refusal(each, days.from(), 1, days.to(), days.days() + 2))
                        .isEqualTo("%s: %s to %s must be at most %d days, was %d"
                                .formatted(
                                        each.operation().request(),
                                        javaName(each, days.from()),
                                        javaName(each, days.to()),
                                        days.days(),
                                        days.days() + 1));
                assertThat(refusal(each, days.from(), 1, days.to(), days.days() + 1))
                        .isEmpty();
                assertThat(refusal(each, days.from(), 1, days.from(), 1)).isEmpty();
            }
        }
    }

    /** The message of the request with two parameters at two places of a scale, or nothing. */
    private static String refusal(Case each, String first, int low, String second, int high) throws Exception {
        Object builder = each.builder();
        setAll(each, builder, required(each));
        setTo(each, builder, first, low);
        setTo(each, builder, second, high);
        Throwable refused = catchThrowable(() -> build(builder));
        return refused == null ? "" : refused.getMessage();
    }

    private static void setTo(Case each, Object builder, String wireName, int place) throws Exception {
        ParameterModel parameter = Objects.requireNonNull(each.operation().parameter(wireName));
        Class<?> type = setterOf(each, wireName);
        LocalDate day = LocalDate.of(2026, 1, 1).plusDays(place);
        Object value = type == Instant.class
                ? day.atStartOfDay(ZoneOffset.UTC).toInstant()
                : type == LocalDate.class ? day : (Object) (long) place;
        call(builder, parameter.javaName(), new Class<?>[] {type}, value);
    }

    private static Class<?> setterOf(Case each, String wireName) throws Exception {
        ParameterModel parameter = Objects.requireNonNull(each.operation().parameter(wireName));
        return SampleParameter.of(each.api(), parameter).setter();
    }

    private static String javaName(Case each, String wireName) {
        return Objects.requireNonNull(each.operation().parameter(wireName)).javaName();
    }

    private static void sentAs(Case each, Invocation<?> made, Map<ParameterModel, SampleParameter> set)
            throws Exception {
        Map<String, String> query = new LinkedHashMap<>();
        Map<String, Object> body = new LinkedHashMap<>();
        String path = each.operation().path();
        for (Map.Entry<ParameterModel, SampleParameter> parameter : set.entrySet()) {
            String name = parameter.getKey().wireName();
            switch (parameter.getKey().in()) {
                case QUERY -> query.put(name, parameter.getValue().text());
                case BODY -> body.put(name, parameter.getValue().json());
                case PATH ->
                    path = path.replace("{" + name + "}", parameter.getValue().text());
            }
        }
        assertThat(made.method()).isEqualTo(each.operation().httpMethod());
        assertThat(made.query()).isEqualTo(query);
        assertThat(List.copyOf(made.query().keySet())).isEqualTo(List.copyOf(query.keySet()));
        assertThat(made.url().getRawPath()).doesNotContain(" ", "+");
        assertThat(made.url().getPath()).endsWith(path);
        String raw = made.url().getRawQuery();
        assertThat(raw == null ? "" : raw).doesNotContain("+", " ");
        ObjectMapper mapper = new ObjectMapper();
        JsonNode sent = made.body() == null ? null : mapper.readTree(made.body());
        assertThat(sent).isEqualTo(body.isEmpty() ? null : mapper.valueToTree(body));
    }

    private static List<ParameterModel> required(Case each) {
        return each.operation().parameters().stream()
                .filter(parameter -> parameter.presence() == Presence.ALWAYS)
                .toList();
    }

    private static Map<ParameterModel, SampleParameter> setAll(
            Case each, Object builder, List<ParameterModel> parameters) throws Exception {
        Map<ParameterModel, SampleParameter> set = new LinkedHashMap<>();
        for (ParameterModel parameter : parameters) {
            SampleParameter sample = SampleParameter.of(each.api(), parameter);
            call(builder, parameter.javaName(), new Class<?>[] {sample.setter()}, sample.value());
            set.put(parameter, sample);
        }
        return set;
    }

    private static Object build(Object builder) throws Exception {
        return call(builder, "build", new Class<?>[0]);
    }

    private static Invocation<?> prepare(Case each, Object request) throws Exception {
        String[] id = each.operation().id().split("\\.");
        Object api = CLIENTS.api(id[0] + "." + each.operation().group());
        String method = each.operation().once();
        String prepare = "prepare" + Character.toUpperCase(method.charAt(0)) + method.substring(1);
        Class<?> type = Class.forName(each.api().packageName() + "."
                + Character.toUpperCase(each.operation().group().charAt(0))
                + each.operation().group().substring(1) + "Api");
        return (Invocation<?>) type.getMethod(prepare, Consumer.class).invoke(api, request);
    }

    private static Object call(Object target, String name, Class<?>[] types, Object... arguments) throws Exception {
        Method method = target.getClass().getMethod(name, types);
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
