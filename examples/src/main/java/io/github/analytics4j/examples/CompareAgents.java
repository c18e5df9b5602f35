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
                    .collect(Collectors.toMap(AgentCost::agentId, AgentCost::totalCost, BigDecimal::add));
            List<AgentComparison> agents = analytics
                    .agentComparison(r -> r.startDate(from).endDate(now))
                    .stream()
                    .sorted(Comparator.comparingLong(AgentComparison::totalCalls)
                            .reversed())
                    .toList();
            out.printf("%-20s %7s %10s %9s %10s %10s%n", "agent", "calls", "completed", "answer", "cost", "voicemail");
            for (AgentComparison agent : agents) {
                out.printf(
                        "%-20s %7d %8.1f %% %6.0f ms %10s %8.1f %%%n",
                        agent.agentName() == null ? agent.agentId() : agent.agentName(),
                        agent.totalCalls(),
                        100 * agent.completionRate(),
                        agent.avgTotalLatencyMs(),
                        costs.getOrDefault(agent.agentId(), BigDecimal.ZERO),
                        100 * voicemailRate(analytics, agent.agentId(), from, now));
            }
        }
    }

    private static double voicemailRate(AnalyticsApi analytics, String agent, Instant from, Instant to) {
        long all = 0;
        long voicemail = 0;
        for (OutcomeCount outcome :
                analytics.outcomes(r -> r.agentId(agent).startDate(from).endDate(to))) {
            all += outcome.count();
            voicemail += outcome.outcome().equals(Outcome.VOICEMAIL) ? outcome.count() : 0;
        }
        return all == 0 ? 0 : (double) voicemail / all;
    }
}
