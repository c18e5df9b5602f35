package io.github.analytics4j.examples;

import io.github.analytics4j.callops.AgentComparison;
import io.github.analytics4j.callops.AgentCost;
import io.github.analytics4j.callops.AnalyticsApi;
import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.callops.Outcome;
import io.github.analytics4j.callops.OutcomeCount;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which agent does best, and at what price? Three operations, put together by the agent's id: the comparison, the cost of each agent, and
 * the outcomes of each. Rates are shares from 0 to 1, money is exact.
 */
public final class CompareAgents {
    private CompareAgents() {}

    public static void main(String[] args) {
        try (Accounts accounts = Accounts.open()) {
            run(accounts, System.out);
        }
    }

    static void run(Accounts accounts, PrintStream out) {
        Instant now = Instant.now();
        Instant from = now.minus(Duration.ofDays(30));
        try (CallOpsClient callops = accounts.callops().build()) {
            AnalyticsApi analytics = callops.analytics();
            Map<String, BigDecimal> costs = analytics
                    .costByAgent(r -> r.startDate(from).endDate(now))
                    .stream()
                    .collect(Collectors.toMap(AgentCost::agentId, AgentCost::totalCost));
            List<AgentComparison> agents = analytics
                    .agentComparison(r -> r.startDate(from).endDate(now))
                    .stream()
                    .sorted(Comparator.comparingDouble(AgentComparison::completionRate)
                            .reversed())
                    .toList();
            out.printf("%-20s %7s %10s %9s %10s  %s%n", "agent", "calls", "completed", "answer", "cost", "lost to");
            for (AgentComparison agent : agents) {
                out.printf(
                        "%-20s %7d %8.1f %% %6.0f ms %10s  %s%n",
                        agent.agentName() == null ? agent.agentId() : agent.agentName(),
                        agent.totalCalls(),
                        100 * agent.completionRate(),
                        agent.avgTotalLatencyMs(),
                        costs.getOrDefault(agent.agentId(), BigDecimal.ZERO),
                        mostlyLostTo(analytics, agent.agentId(), from, now));
            }
        }
    }

    /** The outcome, other than a completed call, that the agent's calls had most often. */
    private static String mostlyLostTo(AnalyticsApi analytics, String agent, Instant from, Instant to) {
        return analytics.outcomes(r -> r.agentId(agent).startDate(from).endDate(to)).stream()
                .filter(outcome -> !outcome.outcome().equals(Outcome.COMPLETED))
                .max(Comparator.comparingLong(OutcomeCount::count))
                .map(outcome -> outcome.outcome() + " (" + outcome.count() + ")")
                .orElse("nothing");
    }
}
