package io.github.analytics4j.cli.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Parameter.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final Instant NOW = Instant.parse("2026-03-31T10:20:30.456Z");

    private static Parameter parameter(Parameter.Type type, Role role) {
        return new Parameter("p", "p", type, false, false, "doc", null, null, null, null, null, List.of(), role);
    }

    private static Object start(Window window, Parameter.Type type) {
        return window.value(parameter(type, Role.WINDOW_START));
    }

    private static Object end(Window window, Parameter.Type type) {
        return window.value(parameter(type, Role.WINDOW_END));
    }

    @Test
    void nothingGiven_isThirtyDaysUpToNow() {
        Window window = Window.of(null, null, NOW);

        assertThat(window).hasToString("2 Mar 2026 to 31 Mar 2026");
        assertThat(start(window, Parameter.Type.DATE)).isEqualTo(LocalDate.parse("2026-03-02"));
        assertThat(end(window, Parameter.Type.DATE)).isEqualTo(LocalDate.parse("2026-03-31"));
        assertThat(start(window, Parameter.Type.TIMESTAMP)).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(end(window, Parameter.Type.TIMESTAMP)).isEqualTo(Instant.parse("2026-03-31T10:20:30Z"));
        assertThat(window.value(parameter(Parameter.Type.DATE, Role.FILTER))).isNull();
    }

    @Test
    void days_includeTheLastOne() {
        Window window = Window.of("2026-02-01", "2026-02-28", NOW);

        assertThat(start(window, Parameter.Type.TIMESTAMP)).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(end(window, Parameter.Type.TIMESTAMP)).isEqualTo(Instant.parse("2026-02-28T23:59:59Z"));
        assertThat(end(window, Parameter.Type.DATE)).isEqualTo(LocalDate.parse("2026-02-28"));
        assertThat(end(window, Parameter.Type.DATE_OR_TIME)).isEqualTo(LocalDate.parse("2026-02-28"));
        assertThat(Window.of(null, "2026-02-28", NOW)).hasToString("30 Jan 2026 to 28 Feb 2026");
    }

    @Test
    void times_keepTheirSecondWhereTheVendorTakesTimes() {
        Window window = Window.of("2026-02-01T23:30:00-02:00", "2026-02-28T12:00:00Z", NOW);

        assertThat(start(window, Parameter.Type.TIMESTAMP)).isEqualTo(Instant.parse("2026-02-02T01:30:00Z"));
        assertThat(start(window, Parameter.Type.DATE)).isEqualTo(LocalDate.parse("2026-02-02"));
        assertThat(end(window, Parameter.Type.DATE_OR_TIME)).isEqualTo(Instant.parse("2026-02-28T12:00:00Z"));
        assertThat(window).hasToString("2026-02-02 01:30 to 2026-02-28 12:00 UTC");
    }

    @Test
    void wrongText_isRefusedWithOptionTextAndExample() {
        assertThatThrownBy(() -> Window.of("yesterday", null, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "--from must be a day or a time with its zone, such as 2026-02-01 or 2026-02-01T08:30:00Z; was \"yesterday\"");
        assertThatThrownBy(() -> Window.of(null, "2026-02-01T08:30:00", NOW)).hasMessageStartingWith("--to must be");
        assertThatThrownBy(() -> Window.of(null, "-999999999-01-01", NOW)).hasMessageStartingWith("--to must be");
        assertThatThrownBy(() -> Window.of("0000-01-01", null, NOW)).hasMessageStartingWith("--from must be");
        assertThatThrownBy(() -> Window.of(null, "+12026-01-01T00:00:00Z", NOW)).hasMessageStartingWith("--to must be");
        assertThatThrownBy(() -> Window.of("2026-04-01", null, NOW))
                .hasMessage("--from 2026-04-01 lies after --to now");
    }
}
