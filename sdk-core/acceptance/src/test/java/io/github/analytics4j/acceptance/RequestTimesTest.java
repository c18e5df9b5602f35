package io.github.analytics4j.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.json.DateOrTime;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every time parameter of every request of the four APIs. */
class RequestTimesTest {
    private static final Map<Class<?>, List<?>> OUTSIDE = Map.of(
            Instant.class, List.of(Instant.MAX, Instant.MIN),
            LocalDate.class, List.of(LocalDate.MAX, LocalDate.MIN),
            DateOrTime.class, List.of(DateOrTime.of(LocalDate.MAX), DateOrTime.of(Instant.MIN)));

    @ParameterizedTest
    @CsvSource({"synthflow,4", "synaptiq,10", "voisnap,12", "callops,32"})
    void request_timeOutsideTheCalendar_isRefusedByName(String api, int setters) throws Exception {
        int tried = 0;
        for (Class<?> builder : builders(api)) {
            for (Method setter : builder.getMethods()) {
                Class<?> kind = setter.getParameterCount() == 1 ? setter.getParameterTypes()[0] : Object.class;
                for (Object time : OUTSIDE.getOrDefault(kind, List.of())) {
                    assertThat(refusal(builder, setter, time))
                            .as("%s.%s(%s)", builder, setter.getName(), time)
                            .isInstanceOf(InvalidRequestException.class)
                            .hasMessageContaining(setter.getName() + " must be in the years 1 to 9999, was ");
                }
                tried += OUTSIDE.containsKey(kind) ? 1 : 0;
            }
        }
        assertThat(tried).isEqualTo(setters);
    }

    private static Throwable refusal(Class<?> builder, Method setter, Object time) throws Exception {
        Object request = builder.getEnclosingClass().getMethod("builder").invoke(null);
        setter.invoke(request, time);
        Throwable thrown = catchThrowable(() -> builder.getMethod("build").invoke(request));
        return thrown instanceof InvocationTargetException ? thrown.getCause() : thrown;
    }

    private static List<Class<?>> builders(String api) throws IOException, ClassNotFoundException {
        Path sources = Path.of("../../sdk-" + api + "/src/generated/java/io/github/analytics4j/" + api);
        List<Class<?>> builders = new ArrayList<>();
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith("Request.java")) {
                    builders.add(
                            Class.forName("io.github.analytics4j." + api + "." + name.replace(".java", "$Builder")));
                }
            }
        }
        return builders;
    }
}
