package io.github.analytics4j.cli;

import io.github.analytics4j.client.ClientListener;
import io.github.analytics4j.client.ClientListener.CallInfo;
import io.github.analytics4j.error.SdkException.Attempt;
import io.github.analytics4j.json.Deviation;
import io.github.analytics4j.retry.RetryPolicy;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Logs on stderr what is sent and what comes of it, without keys, bodies and values. */
final class VerboseListener implements ClientListener {
    private final PrintStream err;

    VerboseListener(PrintStream err) {
        this.err = err;
    }

    @Override
    public void attemptStarted(CallInfo call, int number) {
        log(call.method() + " " + call.url() + (number == 1 ? "" : ", attempt " + number));
    }

    @Override
    public void attemptEnded(CallInfo call, Attempt attempt) {
        String result = attempt.failure() == null ? "status " + attempt.status() : String.valueOf(attempt.failure());
        log(call.operation() + ": " + result + " in " + millis(attempt.took()));
    }

    @Override
    public void retrying(CallInfo call, Attempt failed, Duration pause, String reason) {
        log(call.operation() + ": tries again in " + millis(pause) + ": " + reason);
    }

    @Override
    public void sentAgain(CallInfo call, String reason) {
        log(call.operation() + ": goes out again: " + reason);
    }

    @Override
    public void waiting(CallInfo call, Duration pause, String reason) {
        log(call.operation() + ": waits " + millis(pause) + ": " + reason);
    }

    @Override
    public void unexpected(CallInfo call, List<Deviation> deviations) {
        log(call.operation() + ": " + Words.count(deviations.size(), "deviation") + " from what the vendor documents");
    }

    /**
     * Says without {@code --verbose} what a request waits for that {@code --attempts} keeps alive: once where it had failed else, and
     * then at each tenth attempt.
     */
    static ClientListener ofOutages(PrintStream err) {
        VerboseListener all = new VerboseListener(err);
        return new ClientListener() {
            @Override
            public void retrying(CallInfo call, Attempt failed, Duration pause, String reason) {
                int made = failed.number();
                if (made == RetryPolicy.DEFAULT.maxAttempts() || made % 10 == 0) {
                    all.log(call.operation() + ": no success after " + made + " attempts, tries again in "
                            + millis(pause) + ": " + reason);
                }
            }
        };
    }

    private static String millis(Duration length) {
        return Words.number(length.toMillis()) + " ms";
    }

    private void log(String text) {
        err.println("analytics4j: " + Words.line(text));
    }
}
