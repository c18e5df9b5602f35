package io.github.analytics4j.examples;

import io.github.analytics4j.page.Paged;
import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.CallStatus;
import io.github.analytics4j.synthflow.CallsApi;
import io.github.analytics4j.synthflow.ListCallsRequest;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.Fault;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How do I test my own code without the network? Let it take the interface of the API. A fake answers it with rows of your own;
 * the sandbox answers it as the real server would, paging, errors and broken connections included. As a JUnit test, with the
 * sandbox as a parameter, it stands in {@code TestYourCodeOfflineTest}.
 */
public final class TestYourCodeOffline {
    private TestYourCodeOffline() {}

    public static void main(String[] args) {
        try (Accounts accounts = Accounts.open()) {
            run(accounts, System.out);
        }
    }

    /** Code of your own, which is to be tested: the numbers of those who were not reached, each once. */
    static List<String> toCallBack(CallsApi calls, String agent) {
        return calls.list(r -> r.modelId(agent).callStatus(CallStatus.NO_ANSWER)).stream()
                .map(Call::leadPhoneNumber)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The interface, answered with rows of your own: one method, since the code under test uses no other. */
    record FakeCalls(List<Call> rows) implements CallsApi {
        @Override
        public Paged<Call> list(Consumer<ListCallsRequest.Builder> request) {
            return Paged.of(rows);
        }
    }

    static void run(Accounts accounts, PrintStream out) {
        FakeCalls fake = new FakeCalls(List.of(
                Call.fromJson("{\"call_id\":\"c-1\",\"lead_phone_number\":\"+14155550001\"}"),
                Call.fromJson("{\"call_id\":\"c-2\",\"lead_phone_number\":\"+14155550001\"}"),
                Call.fromJson("{\"call_id\":\"c-3\",\"lead_phone_number\":null}")));
        out.println("with a fake: " + toCallBack(fake, "any agent"));

        accounts.sandbox().ifPresent(sandbox -> sandbox.faults().next(Fault.status(503), Fault.resetBeforeHeaders()));
        try (SynthflowClient synthflow = accounts.synthflow().build()) {
            List<String> numbers = toCallBack(synthflow.calls(), accounts.agent(synthflow));
            out.printf("with a server that fails twice: %d numbers to call back%n", numbers.size());
        }
    }
}
