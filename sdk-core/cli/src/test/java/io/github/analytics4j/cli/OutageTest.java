package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --attempts}: a server that answers nothing but errors for a while. */
class OutageTest {
    private Sandbox sandbox;
    private Shell shell;
    private String calls;

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder().calls(3).start();
        shell = new Shell().with(sandbox.environment());
        calls = "synthflow calls list --model-id " + sandbox.synthflow().modelId();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void attempts_more_outliveAnOutageThatTheUsualOnesDoNot() {
        sandbox.faults().onAny().times(4).show(Fault.vendorError(503));
        Shell.Result result = shell.run(calls + " --attempts 5");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.lines()).hasSize(3);
        assertThat(sandbox.requests().count()).isEqualTo(5);
        assertThat(result.err())
                .containsOnlyOnce("tries again")
                .containsPattern("analytics4j: synthflow.calls.list: no success after 4 attempts,"
                        + " tries again in [0-9,]+ ms: 503: the server failed\n");
    }

    @Test
    void attempts_quiet_saysNothingOfAnOutageThatEnds() {
        sandbox.faults().onAny().times(4).show(Fault.vendorError(503));
        Shell.Result result = shell.run(calls + " --attempts 5 --quiet");

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
    }

    @Test
    void attempts_one_failsAtOnce() {
        sandbox.faults().outage(Duration.ofDays(1));
        Shell.Result result = shell.run(calls + " --attempts 1");

        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(sandbox.requests().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0,takes a whole number of 1 or more; was \"0\"", "1001,must be 1..1000; was 1001"})
    void attempts_noneOrTooMany_areRefused(String number, String message) {
        Shell.Result result = shell.run(calls + " --attempts " + number);

        assertThat(result.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
        assertThat(result.err()).isEqualTo("analytics4j: --attempts " + message.replace(';', ',') + "\n");
        assertThat(sandbox.requests().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sql 'from synthflow_calls(model_id := getvariable(1))'",
                "dashboard --out x.html",
                "synthflow calls sync --into w"
            })
    void attempts_everyCommandThatAsksAnApi_hasThem(String command) {
        assertThat(shell.run(command + " --attempts 1001").err())
                .isEqualTo("analytics4j: --attempts must be 1..1000, was 1001\n");
    }
}
