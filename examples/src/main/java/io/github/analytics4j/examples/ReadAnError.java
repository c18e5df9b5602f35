package io.github.analytics4j.examples;

import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.ApiException.RateLimitException;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/**
 * What does an error tell me, and what do I do about it? All are unchecked, and say what happened to the request: it was not sent, the
 * server said no, no response came, or the response could not be read. Messages show no key and nothing of a body.
 */
public final class ReadAnError {
    private ReadAnError() {}

    public static void main(String[] args) {
        try (Accounts accounts = Accounts.open()) {
            run(accounts, System.out);
        }
    }

    static void run(Accounts accounts, PrintStream out) {
        try (CallOpsClient callops = accounts.callops().build();
                CallOpsClient once = callops.with(o -> o.retry(RetryPolicy.NONE));
                CallOpsClient wrongKey =
                        accounts.callops().apiKey("a-wrong-key").build()) {
            Instant now = Instant.now();
            explain(
                    () -> callops.analytics()
                            .providerErrors(r -> r.startDate(now).endDate(now.minusSeconds(60))),
                    out);
            explain(() -> wrongKey.analytics().providerErrors(r -> {}), out);
            accounts.sandbox().ifPresent(sandbox -> {
                Fault later = Fault.status(429).header("Retry-After", "3600");
                trouble(sandbox, later, callops, out);
                trouble(sandbox, Fault.status(503), once, out); // else it would be tried again
                trouble(sandbox, Fault.loseResponse(), once, out);
                trouble(sandbox, Fault.malformedJson(), callops, out);
            });
            callops.analytics()
                    .providerErrors(r -> {})
                    .forEach(errors -> out.printf(
                            "no error: %s failed in %d of %d calls%n",
                            errors.providerName(), errors.errorCount(), errors.totalCalls()));
        }
    }

    private static void trouble(Sandbox sandbox, Fault fault, CallOpsClient callops, PrintStream out) {
        sandbox.faults().onAny().show(fault);
        explain(() -> callops.analytics().providerErrors(r -> {}), out);
        sandbox.faults().clear();
    }

    private static void explain(Runnable call, PrintStream out) {
        try {
            call.run();
        } catch (SdkException e) {
            out.printf("%s: %s%n  => %s%n", e.getClass().getSimpleName(), e.getMessage(), advice(e));
        }
    }

    private static String advice(SdkException failure) {
        if (failure instanceof InvalidRequestException e) {
            return "nothing was sent; correct " + e.mistakes().size() + " mistake(s) in the program";
        } else if (failure instanceof RateLimitException e) {
            return "come back in " + e.retryAfter().map(Duration::toMinutes).orElse(1L) + " minutes";
        } else if (failure instanceof ApiException e) {
            return ApiException.mayPass(e.status())
                    ? "it may pass, so try later; attempts so far: "
                            + e.attempts().size()
                    : "it will not pass; look at " + e.reason().orElse("the status");
        } else if (failure instanceof NoResponseException e) {
            return e.mayHaveBeenCarriedOut()
                    ? "it may have been carried out, so repeat only what may be done twice"
                    : "it was not carried out, so repeat it when the network is back";
        } else if (failure instanceof UnreadableResponseException e) {
            return "ask the vendor; the response broke at " + e.path().orElse("its beginning");
        }
        return "see its message";
    }
}
