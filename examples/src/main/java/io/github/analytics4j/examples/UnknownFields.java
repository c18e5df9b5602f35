package io.github.analytics4j.examples;

import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.callops.CostOverview;
import io.github.analytics4j.client.ClientListener;
import io.github.analytics4j.client.ClientListener.CallInfo;
import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.json.Deviation;
import io.github.analytics4j.testkit.Fault;
import java.io.PrintStream;
import java.util.List;

/**
 * What happens when the vendor adds a field, or sends something else than it documents? Nothing fails and nothing is lost: the rest is
 * read, and what was not foreseen is kept beside it. A strict client refuses such a response instead; a listener only hears of it.
 */
public final class UnknownFields {
    /** The sandbox's response here: a field nobody knows, and a text in the place of a number. */
    private static final String ODD = """
            {"total_spend":"84.20","avg_cost_per_call":"n/a","stt_cost_total":10.1,"llm_cost_total":42,
             "tts_cost_total":32.1,"carbon_grams":1200}""";

    private UnknownFields() {}

    public static void main(String[] args) {
        try (Accounts accounts = Accounts.open()) {
            run(accounts, System.out);
        }
    }

    static void run(Accounts accounts, PrintStream out) {
        accounts.sandbox()
                .ifPresent(sandbox -> sandbox.callops()
                        .faults()
                        .on("/api/v1/analytics/cost-overview")
                        .show(Fault.status(200).body("application/json", ODD)));
        ClientListener listener = new ClientListener() {
            @Override
            public void unexpected(CallInfo call, List<Deviation> deviations) {
                out.printf("the listener hears of %d deviations of %s%n", deviations.size(), call.operation());
            }
        };
        try (CallOpsClient callops = accounts.callops().listener(listener).build();
                CallOpsClient strict = callops.with(o -> o.strict(true))) {
            CostOverview costs = callops.analytics().costOverview(r -> {});
            out.println("total spend: " + costs.totalSpend());
            costs.unexpected()
                    .unknownFields()
                    .forEach((name, value) -> out.println("unknown: " + name + " = " + value));
            costs.unexpected()
                    .deviations()
                    .forEach(odd -> out.printf(
                            "%s holds %s instead of %s (%s)%n", odd.path(), odd.rawJson(), odd.expected(), odd.kind()));
            try {
                out.println("average: " + costs.avgCostPerCall());
            } catch (UnexpectedValueException e) { // only where the odd value itself is used
                out.println("average: " + e.getMessage());
            }
            out.println("nothing is lost: " + costs.toJson());
            refuse(strict, out);
        }
    }

    private static void refuse(CallOpsClient strict, PrintStream out) {
        try {
            CostOverview costs = strict.analytics().costOverview(r -> {});
            out.println("strict: nothing unforeseen, total spend " + costs.totalSpend());
        } catch (UnreadableResponseException e) {
            out.println("strict: " + e.getMessage());
        }
    }
}
